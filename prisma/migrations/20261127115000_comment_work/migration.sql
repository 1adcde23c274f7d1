-- Where a comment stands with the team. It goes with the comment, or with its text.
CREATE TABLE "comment_work" (
    "workspace_id" INTEGER NOT NULL,
    "comment_id" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "assignee_id" INTEGER,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_by" INTEGER NOT NULL,

    CONSTRAINT "comment_work_pkey" PRIMARY KEY ("workspace_id", "comment_id"),
    CONSTRAINT "comment_work_state_known" CHECK ("state" IN ('open', 'done'))
);
-- What is open stays few, however many are done.
CREATE INDEX "comment_work_open" ON "comment_work" ("workspace_id", "assignee_id", "comment_id") WHERE "state" = 'open';

-- What the team wrote beside a comment.
CREATE TABLE "comment_note" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "comment_id" BIGINT NOT NULL,
    "text" TEXT NOT NULL,
    "user_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "comment_note_pkey" PRIMARY KEY ("workspace_id", "id")
);
CREATE INDEX "comment_note_workspace_id_comment_id_id_idx" ON "comment_note" ("workspace_id", "comment_id", "id");

-- What answers a comment, oldest first.
CREATE INDEX "comment_answers" ON "comment" ("workspace_id", "source_id", "parent_external_id", "published_at", "id")
WHERE "parent_external_id" IS NOT NULL;
