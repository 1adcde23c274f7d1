-- Reports, who gets them, what was made of them, and links that need no account.
CREATE TABLE "report" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "scope" JSONB NOT NULL,
    "period" JSONB NOT NULL,
    "sections" JSONB NOT NULL,
    "look" JSONB NOT NULL,
    "schedule" JSONB,
    "quiet" JSONB,
    "skip_unchanged" BOOLEAN NOT NULL DEFAULT true,
    "link_days" INTEGER,
    "attach_pdf" BOOLEAN NOT NULL DEFAULT true,
    "next_at" TIMESTAMPTZ(3),
    "holder" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "problem" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "report_pkey" PRIMARY KEY ("workspace_id", "id"),
    CONSTRAINT "report_template_known" CHECK ("template" IN ('daily', 'weekly', 'monthly', 'competitor', 'campaign', 'crisis'))
);
CREATE UNIQUE INDEX "report_name" ON "report" ("workspace_id", "name") WHERE "removed_at" IS NULL;
CREATE INDEX "report_due" ON "report" ("next_at") WHERE "removed_at" IS NULL AND "next_at" IS NOT NULL;

CREATE TABLE "report_recipient" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "report_id" INTEGER NOT NULL,
    "channel_id" INTEGER NOT NULL,
    "address" TEXT NOT NULL,
    "unsubscribed_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "report_recipient_pkey" PRIMARY KEY ("workspace_id", "id")
);
CREATE UNIQUE INDEX "report_recipient_once" ON "report_recipient" ("workspace_id", "report_id", "channel_id", "address");

CREATE TABLE "report_issue" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "report_id" INTEGER NOT NULL,
    "slot" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "by_hand" BOOLEAN NOT NULL,
    "title" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "content" JSONB,
    "comment_ids" BIGINT[] NOT NULL,
    "link_days" INTEGER,
    "attach_pdf" BOOLEAN NOT NULL DEFAULT true,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_issue_pkey" PRIMARY KEY ("workspace_id", "id"),
    CONSTRAINT "report_issue_state_known" CHECK ("state" IN ('made', 'skipped'))
);
CREATE UNIQUE INDEX "report_issue_slot" ON "report_issue" ("workspace_id", "report_id", "slot");
CREATE INDEX "report_issue_workspace_id_report_id_id_idx" ON "report_issue" ("workspace_id", "report_id", "id");
-- What quotes a comment is found when the comment goes.
CREATE INDEX "report_issue_comments" ON "report_issue" USING gin ("comment_ids");

CREATE TABLE "report_share" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "issue_id" INTEGER NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_share_pkey" PRIMARY KEY ("workspace_id", "id")
);
CREATE UNIQUE INDEX "report_share_token" ON "report_share" ("workspace_id", "token_hash");
CREATE INDEX "report_share_workspace_id_issue_id_idx" ON "report_share" ("workspace_id", "issue_id");
