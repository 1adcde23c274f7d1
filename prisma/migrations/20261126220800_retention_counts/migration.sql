-- Texts by the time they came in, and comments whose text is gone: for what retention would erase, and has erased.
CREATE INDEX "comment_fetched" ON "comment" ("workspace_id", "fetched_at", "id") WHERE "erased_at" IS NULL;
CREATE INDEX "comment_erased" ON "comment" ("workspace_id", "id") WHERE "erased_at" IS NOT NULL;
