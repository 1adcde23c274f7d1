-- Comments whose source names no date that can be read: how many a run brought, and a way to find them.
ALTER TABLE "crawl_run" ADD COLUMN "undated" INTEGER NOT NULL DEFAULT 0;
CREATE INDEX "comment_workspace_id_source_id_text_hash_undated_idx" ON "comment" ("workspace_id", "source_id", "text_hash") WHERE "date_unknown";
