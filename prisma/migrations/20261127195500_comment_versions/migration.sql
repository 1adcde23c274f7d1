-- The version of the app that a comment is about, where its source names one.
ALTER TABLE "comment" ADD COLUMN "version" TEXT;

-- Numbers of a version are read off it, and so are the versions that there are: most comments have none.
CREATE INDEX "comment_version_idx"
  ON "comment" ("workspace_id", "version", "published_at", "id")
  WHERE "version" IS NOT NULL;
