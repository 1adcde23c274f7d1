-- What was kept before tells no themes: it is written anew.
ALTER TABLE "summary" ADD COLUMN "themes" JSONB NOT NULL DEFAULT '[]', ADD COLUMN "change" INTEGER;
