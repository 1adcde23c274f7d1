-- Accounts and texts that are left out of the mood.
CREATE TABLE "own_account" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "own_account_pkey" PRIMARY KEY ("workspace_id", "id")
);
CREATE UNIQUE INDEX "own_account_workspace_id_folded_key" ON "own_account"("workspace_id", "folded");
CREATE TABLE "leaving_out" (
    "workspace_id" INTEGER NOT NULL,
    "official_replies" BOOLEAN NOT NULL DEFAULT false,
    "raffles" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "leaving_out_pkey" PRIMARY KEY ("workspace_id")
);
-- Labels of people that come back with an export were given by somebody who may be unknown here.
ALTER TABLE "human_label" ALTER COLUMN "user_id" DROP NOT NULL;
ALTER TABLE "human_label" ADD COLUMN "by_name" TEXT;
