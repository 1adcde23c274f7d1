-- How far an undo is. Runs whose undo goes on are found by their status.
ALTER TABLE "crawl_run" ADD COLUMN "taken_back" INTEGER NOT NULL DEFAULT 0;
CREATE INDEX "crawl_run_undoing" ON "crawl_run" ("workspace_id", "id") WHERE "status" = 'undoing';
ALTER TABLE "crawl_run" DROP CONSTRAINT "crawl_run_status_known";
ALTER TABLE "crawl_run" ADD CONSTRAINT "crawl_run_status_known" CHECK ("status" IN ('queued', 'running', 'done', 'failed', 'undoing', 'undone'));
