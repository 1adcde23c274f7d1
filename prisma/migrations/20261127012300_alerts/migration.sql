-- Rules that watch the buckets, what they found, and what people say of it.
CREATE TABLE "alert_rule" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "scope" JSONB NOT NULL,
    "detection" JSONB NOT NULL,
    "channels" INTEGER[],
    "language" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "muted_until" TIMESTAMPTZ(3),
    "next_check_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "checked_at" TIMESTAMPTZ(3),
    "last" JSONB,
    "problem" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "alert_rule_pkey" PRIMARY KEY ("workspace_id", "id"),
    CONSTRAINT "alert_rule_measure_known" CHECK ("measure" IN ('negative-share', 'net-mood', 'volume', 'silence'))
);
CREATE UNIQUE INDEX "alert_rule_name" ON "alert_rule" ("workspace_id", "name") WHERE "removed_at" IS NULL;
CREATE INDEX "alert_rule_due" ON "alert_rule" ("next_check_at") WHERE "removed_at" IS NULL AND "enabled";

CREATE TABLE "alert_event" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "rule_id" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "fired_at" TIMESTAMPTZ(3) NOT NULL,
    "over_at" TIMESTAMPTZ(3),
    "watch" JSONB NOT NULL,
    "first" JSONB NOT NULL,
    "peak" JSONB NOT NULL,
    "theme" TEXT,
    "comment_ids" BIGINT[],
    "channels" INTEGER NOT NULL DEFAULT 0,
    "acknowledged_by" INTEGER,
    "acknowledged_at" TIMESTAMPTZ(3),
    "assignee_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "alert_event_pkey" PRIMARY KEY ("workspace_id", "id")
);
CREATE INDEX "alert_event_workspace_id_rule_id_id_idx" ON "alert_event" ("workspace_id", "rule_id", "id");
CREATE INDEX "alert_event_workspace_id_since_idx" ON "alert_event" ("workspace_id", "since");
CREATE UNIQUE INDEX "alert_event_open" ON "alert_event" ("workspace_id", "rule_id") WHERE "over_at" IS NULL;

CREATE TABLE "alert_note" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "event_id" INTEGER NOT NULL,
    "user_id" INTEGER NOT NULL,
    "by_name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "alert_note_pkey" PRIMARY KEY ("workspace_id", "id")
);
CREATE INDEX "alert_note_workspace_id_event_id_id_idx" ON "alert_note" ("workspace_id", "event_id", "id");
