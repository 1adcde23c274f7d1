-- How far works are, changed by the transactions that do them.
CREATE TABLE "tally" (
    "workspace_id" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "work" TEXT NOT NULL,
    "total" BIGINT NOT NULL,
    "done" BIGINT NOT NULL,

    CONSTRAINT "tally_pkey" PRIMARY KEY ("workspace_id", "id")
);
CREATE INDEX "tally_workspace_id_work_idx" ON "tally"("workspace_id", "work");
