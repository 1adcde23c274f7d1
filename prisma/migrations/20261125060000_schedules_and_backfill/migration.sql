-- AlterTable
ALTER TABLE "source" ADD COLUMN "paused_code" TEXT;

-- DropIndex
DROP INDEX "crawl_run_workspace_id_source_id_started_at_idx";

-- CreateIndex
CREATE INDEX "crawl_run_workspace_id_source_id_id_idx" ON "crawl_run"("workspace_id", "source_id", "id");

-- CreateTable
CREATE TABLE "backfill" (
    "workspace_id" INTEGER NOT NULL,
    "source_id" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "cursor" JSONB NOT NULL DEFAULT '{}',
    "oldest" TIMESTAMPTZ(3),
    "newest" TIMESTAMPTZ(3),
    "rows" INTEGER NOT NULL DEFAULT 0,
    "imported" INTEGER NOT NULL DEFAULT 0,
    "duplicates" INTEGER NOT NULL DEFAULT 0,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "next_run_at" TIMESTAMPTZ(3),
    "error_code" TEXT,
    "error_message" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "backfill_pkey" PRIMARY KEY ("workspace_id","source_id")
);

-- CreateIndex
CREATE INDEX "backfill_status_idx" ON "backfill"("status");
