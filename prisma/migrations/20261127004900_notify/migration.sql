-- Ways to tell people, and what was told by them.
CREATE TABLE "channel" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "config" JSONB NOT NULL DEFAULT '{}',
    "secrets" JSONB NOT NULL DEFAULT '{}',
    "allow_private" BOOLEAN NOT NULL DEFAULT false,
    "paused" BOOLEAN NOT NULL DEFAULT false,
    "next_turn_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "channel_pkey" PRIMARY KEY ("workspace_id", "id"),
    CONSTRAINT "channel_kind_known" CHECK ("kind" IN ('smtp', 'webhook', 'slack', 'feishu', 'dingtalk', 'wecom', 'telegram', 'teams', 'discord'))
);
CREATE UNIQUE INDEX "channel_name" ON "channel" ("workspace_id", "name") WHERE "removed_at" IS NULL;

CREATE TABLE "delivery" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "channel_id" INTEGER NOT NULL,
    "key" UUID NOT NULL DEFAULT gen_random_uuid(),
    "reference" TEXT NOT NULL,
    "notice" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "parts" INTEGER,
    "parts_sent" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "holder" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "error_code" TEXT,
    "error_message" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("workspace_id", "id"),
    CONSTRAINT "delivery_state_known" CHECK ("state" IN ('queued', 'taken', 'sending', 'sent', 'failed', 'uncertain'))
);
CREATE UNIQUE INDEX "delivery_workspace_id_channel_id_reference_key" ON "delivery" ("workspace_id", "channel_id", "reference");
-- What is not finished: a few rows, however long the log is.
CREATE INDEX "delivery_open" ON "delivery" ("next_try_at", "id") WHERE "state" IN ('queued', 'taken', 'sending');
