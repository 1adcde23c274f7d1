-- A topic is no brand: it has no part in the share of voice. What was a competitor stays one.
ALTER TABLE "monitor" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'brand';
UPDATE "monitor" SET "kind" = 'competitor' WHERE "competitor";
-- Whether any comment has stars, and which.
CREATE INDEX "comment_stars" ON "comment" ("workspace_id", "stars") WHERE "stars" IS NOT NULL;
CREATE INDEX "comment_left_out" ON "comment" ("workspace_id", "left_out") WHERE "left_out" IS NOT NULL;
