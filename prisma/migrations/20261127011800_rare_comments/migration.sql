-- Comments that are in no bucket, and labels that a person gave: few among all.
CREATE INDEX "comment_apart" ON "comment" ("workspace_id", "published_at", "id") WHERE "left_out" IS NOT NULL OR "date_unknown";
CREATE INDEX "comment_mood_human" ON "comment_mood" ("workspace_id", "published_at", "comment_id") WHERE "human_label" IS NOT NULL;
