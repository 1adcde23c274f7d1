-- Summaries that are written by the clock are reports that nobody set up: one a day, week and month, of all comments and of each monitor.
ALTER TABLE "report" ADD COLUMN "digest" TEXT;
ALTER TABLE "report" ADD CONSTRAINT "report_digest_known" CHECK ("digest" IN ('day', 'week', 'month'));
DROP INDEX "report_name";
CREATE UNIQUE INDEX "report_name" ON "report" ("workspace_id", "name") WHERE "removed_at" IS NULL AND "digest" IS NULL;
CREATE UNIQUE INDEX "report_digest" ON "report" ("workspace_id", "digest", (coalesce(("scope" ->> 'monitor')::int, 0)))
  WHERE "digest" IS NOT NULL AND "removed_at" IS NULL;

-- Whether a workspace wants them, and in which language. Without a row it does not.
CREATE TABLE "digest_setting" (
    "workspace_id" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "digest_setting_pkey" PRIMARY KEY ("workspace_id"),
    CONSTRAINT "digest_setting_language_known" CHECK ("language" IN ('zh', 'en', 'ja'))
);
