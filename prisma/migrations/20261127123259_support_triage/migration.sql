-- Answers to comments that people approved or gave. One goes with its comment, or with the comment's text.
CREATE TABLE "support_answer" (
    "workspace_id" INTEGER NOT NULL,
    "comment_id" BIGINT NOT NULL,
    "text" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "approved_by" INTEGER NOT NULL,
    "approved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_by" INTEGER,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "support_answer_pkey" PRIMARY KEY ("workspace_id", "comment_id"),
    CONSTRAINT "support_answer_origin_known" CHECK ("origin" IN ('model', 'snippet', 'person')),
    CONSTRAINT "support_answer_answered" CHECK (("answered_by" IS NULL) = ("answered_at" IS NULL))
);
CREATE INDEX "support_answer_answered_at" ON "support_answer" ("workspace_id", "answered_at" DESC, "comment_id") WHERE "answered_at" IS NOT NULL;

-- Answers that are written once for what comes again.
CREATE TABLE "support_snippet" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "title" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "words" TEXT[] NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "support_snippet_pkey" PRIMARY KEY ("workspace_id", "id")
);

-- Within how many hours an answer is due, and how many days are looked back. Without a row: 24 and 14.
CREATE TABLE "support_setting" (
    "workspace_id" INTEGER NOT NULL,
    "target_hours" INTEGER NOT NULL,
    "days" INTEGER NOT NULL,

    CONSTRAINT "support_setting_pkey" PRIMARY KEY ("workspace_id")
);
