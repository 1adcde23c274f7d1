-- AlterTable
ALTER TABLE "monitor" ADD COLUMN "rematch_cursor" INTEGER,
ADD COLUMN "rematch_generation" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "rematch_checked" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "rematch_total" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "removed_at" TIMESTAMPTZ(3);

-- The name of a removed monitor is free again. A partial index cannot be said in the schema.
DROP INDEX "monitor_workspace_id_name_key";
CREATE UNIQUE INDEX "monitor_name" ON "monitor"("workspace_id", "name") WHERE "removed_at" IS NULL;
