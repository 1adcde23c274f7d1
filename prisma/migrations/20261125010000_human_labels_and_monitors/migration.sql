-- AlterTable
ALTER TABLE "comment" ADD COLUMN "duplicate_of" INTEGER;

-- AlterTable
ALTER TABLE "label" ADD COLUMN "unsure" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "current" BOOLEAN NOT NULL DEFAULT true,
DROP CONSTRAINT "label_pkey",
ADD CONSTRAINT "label_pkey" PRIMARY KEY ("workspace_id", "comment_id", "role_version", "model");

-- Of the labels there are so far, the one of the active version counts.
UPDATE "label" SET "current" = false WHERE "role_version" IS DISTINCT FROM
  (SELECT "active_version" FROM "role" WHERE "role"."workspace_id" = "label"."workspace_id" AND "role"."name" = 'label');

-- CreateIndex
CREATE UNIQUE INDEX "label_current" ON "label"("workspace_id", "comment_id") WHERE "current";

-- CreateTable
CREATE TABLE "human_label" (
    "workspace_id" INTEGER NOT NULL,
    "comment_id" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "user_id" INTEGER NOT NULL,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "human_label_pkey" PRIMARY KEY ("workspace_id","comment_id")
);

-- AlterTable
ALTER TABLE "mood_bucket" ADD COLUMN "monitor_id" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "unsure" INTEGER NOT NULL DEFAULT 0,
DROP CONSTRAINT "mood_bucket_pkey",
ADD CONSTRAINT "mood_bucket_pkey" PRIMARY KEY ("workspace_id", "monitor_id", "hour", "source_id", "language");

-- CreateTable
CREATE TABLE "monitor" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "competitor" BOOLEAN NOT NULL DEFAULT false,
    "rules" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "monitor_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "comment_monitor" (
    "workspace_id" INTEGER NOT NULL,
    "monitor_id" INTEGER NOT NULL,
    "comment_id" INTEGER NOT NULL,
    "words" TEXT[],

    CONSTRAINT "comment_monitor_pkey" PRIMARY KEY ("workspace_id","monitor_id","comment_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "monitor_workspace_id_name_key" ON "monitor"("workspace_id", "name");

-- CreateIndex
CREATE INDEX "comment_monitor_workspace_id_comment_id_idx" ON "comment_monitor"("workspace_id", "comment_id");

-- Finds what is alike. An index over an expression cannot be said in the schema.
CREATE INDEX "comment_duplicate_group" ON "comment"("workspace_id", (coalesce("duplicate_of", "id")));
