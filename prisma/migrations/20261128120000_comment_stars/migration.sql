-- A filter by stars reads the comments that have so many, in the order of lists; most comments have none.
DROP INDEX "comment_stars";
CREATE INDEX "comment_stars" ON "comment" ("workspace_id", round("stars"::numeric), "published_at", "id") WHERE "stars" IS NOT NULL;
