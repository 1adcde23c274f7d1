-- What was removed can be kept for ten minutes: until then it only has a time when it goes.
ALTER TABLE "source" ADD COLUMN "remove_at" TIMESTAMPTZ(3);
ALTER TABLE "evaluation" ADD COLUMN "remove_at" TIMESTAMPTZ(3);
