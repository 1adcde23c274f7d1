-- When backups are made by themselves.
CREATE TABLE "backup_plan" (
    "workspace_id" INTEGER NOT NULL,
    "nightly" BOOLEAN NOT NULL DEFAULT false,
    "hour" INTEGER NOT NULL DEFAULT 3,
    "keep" INTEGER NOT NULL DEFAULT 7,
    "sealed_passphrase" TEXT,
    "begun_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "problem" TEXT,

    CONSTRAINT "backup_plan_pkey" PRIMARY KEY ("workspace_id"),
    CONSTRAINT "backup_plan_hour_known" CHECK ("hour" BETWEEN 0 AND 23),
    CONSTRAINT "backup_plan_keep_known" CHECK ("keep" BETWEEN 1 AND 60)
);
