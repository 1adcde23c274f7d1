-- Comments that are in no bucket, and labels that a person gave: few among all.
CREATE INDEX "comment_apart" ON "comment" ("workspace_id", "published_at", "id") WHERE "left_out" IS NOT NULL OR "date_unknown";
CREATE INDEX "comment_mood_human" ON "comment_mood" ("workspace_id", "published_at", "comment_id") WHERE "human_label" IS NOT NULL;
CREATE INDEX "comment_mood_unscored" ON "comment_mood" ("workspace_id", "published_at", "comment_id") WHERE "unscored_reason" IS NOT NULL AND "label" IS NULL;

-- The label that counts is found by the time of its comment. A source may tell another time for a comment whose text stays.
CREATE FUNCTION "published_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE comment_mood SET published_at = NEW.published_at WHERE workspace_id = NEW.workspace_id AND comment_id = NEW.id;
  RETURN NULL;
END
$$;
CREATE TRIGGER "comment_published_changed" AFTER UPDATE OF "published_at" ON "comment"
FOR EACH ROW WHEN (OLD.published_at IS DISTINCT FROM NEW.published_at) EXECUTE FUNCTION published_changed();
UPDATE comment_mood l SET published_at = c.published_at
FROM comment c
WHERE c.workspace_id = l.workspace_id AND c.id = l.comment_id AND c.published_at <> l.published_at;
