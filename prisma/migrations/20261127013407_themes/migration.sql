-- CreateTable
CREATE TABLE "theme" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "given_name" TEXT,
    "words" TEXT[],
    "merged_into" INTEGER,
    "hidden_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "theme_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "theme_workspace_id_key_key" ON "theme"("workspace_id", "key");

-- CreateIndex
CREATE INDEX "theme_workspace_id_merged_into_idx" ON "theme"("workspace_id", "merged_into");

-- Summaries keep the facts that they tell. What was kept before tells none: it is written anew.
DELETE FROM "summary";
ALTER TABLE "summary" ADD COLUMN "facts" JSONB NOT NULL DEFAULT '[]';
