-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "workspace" (
    "workspace_id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workspace_pkey" PRIMARY KEY ("workspace_id")
);

-- CreateTable
CREATE TABLE "user" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "password_hash" TEXT,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "session" (
    "workspace_id" INTEGER NOT NULL,
    "token_hash" TEXT NOT NULL,
    "user_id" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("workspace_id","token_hash")
);

-- CreateTable
CREATE TABLE "access_token" (
    "workspace_id" INTEGER NOT NULL,
    "token_hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "access_token_pkey" PRIMARY KEY ("workspace_id","token_hash")
);

-- CreateTable
CREATE TABLE "comment" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "source_id" INTEGER NOT NULL,
    "run_id" INTEGER NOT NULL,
    "external_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "text_hash" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "author_hash" TEXT,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "fetched_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "engagement" INTEGER NOT NULL DEFAULT 0,
    "permalink" TEXT,
    "parent_external_id" TEXT,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "summary" (
    "workspace_id" INTEGER NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "sentences" JSONB NOT NULL,
    "n" INTEGER NOT NULL,
    "dropped" INTEGER NOT NULL DEFAULT 0,
    "model" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "summary_pkey" PRIMARY KEY ("workspace_id","fingerprint")
);

-- CreateTable
CREATE TABLE "label_task" (
    "workspace_id" INTEGER NOT NULL,
    "comment_id" INTEGER NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "lease_until" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "label_task_pkey" PRIMARY KEY ("workspace_id","comment_id")
);

-- CreateTable
CREATE TABLE "label" (
    "workspace_id" INTEGER NOT NULL,
    "comment_id" INTEGER NOT NULL,
    "role_version" INTEGER NOT NULL,
    "model" TEXT NOT NULL,
    "label" TEXT,
    "positive" REAL,
    "neutral" REAL,
    "negative" REAL,
    "unscored_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "label_pkey" PRIMARY KEY ("workspace_id","comment_id","role_version")
);

-- CreateTable
CREATE TABLE "mood_bucket" (
    "workspace_id" INTEGER NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "source_id" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "positive" INTEGER NOT NULL DEFAULT 0,
    "neutral" INTEGER NOT NULL DEFAULT 0,
    "negative" INTEGER NOT NULL DEFAULT 0,
    "unscored" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "mood_bucket_pkey" PRIMARY KEY ("workspace_id","hour","source_id","language")
);

-- CreateTable
CREATE TABLE "role" (
    "workspace_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "active_version" INTEGER NOT NULL,

    CONSTRAINT "role_pkey" PRIMARY KEY ("workspace_id","name")
);

-- CreateTable
CREATE TABLE "role_version" (
    "workspace_id" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "system" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_version_pkey" PRIMARY KEY ("workspace_id","role","version")
);

-- CreateTable
CREATE TABLE "source" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "config" JSONB NOT NULL DEFAULT '{}',
    "schedule" TEXT,
    "cursor" JSONB NOT NULL DEFAULT '{}',
    "paused" BOOLEAN NOT NULL DEFAULT false,
    "paused_reason" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "next_run_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "source_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "crawl_run" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "source_id" INTEGER NOT NULL,
    "trigger" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "heartbeat_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "imported" INTEGER NOT NULL DEFAULT 0,
    "duplicates" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "rejected_rows" JSONB NOT NULL DEFAULT '[]',
    "not_modified" BOOLEAN NOT NULL DEFAULT false,
    "error_code" TEXT,
    "error_message" TEXT,
    "file_name" TEXT,

    CONSTRAINT "crawl_run_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_workspace_id_email_key" ON "user"("workspace_id", "email");

-- CreateIndex
CREATE INDEX "comment_workspace_id_published_at_id_idx" ON "comment"("workspace_id", "published_at", "id");

-- CreateIndex
CREATE INDEX "comment_workspace_id_run_id_idx" ON "comment"("workspace_id", "run_id");

-- CreateIndex
CREATE UNIQUE INDEX "comment_workspace_id_source_id_external_id_key" ON "comment"("workspace_id", "source_id", "external_id");

-- CreateIndex
CREATE INDEX "label_task_workspace_id_published_at_idx" ON "label_task"("workspace_id", "published_at");

-- CreateIndex
CREATE INDEX "source_next_run_at_idx" ON "source"("next_run_at");

-- CreateIndex
CREATE UNIQUE INDEX "source_workspace_id_name_key" ON "source"("workspace_id", "name");

-- CreateIndex
CREATE INDEX "crawl_run_workspace_id_source_id_started_at_idx" ON "crawl_run"("workspace_id", "source_id", "started_at");
