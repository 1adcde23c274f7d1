-- What people call comments by, beside label and kind.
CREATE TABLE "tag" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "color" TEXT NOT NULL,
    "threshold" REAL NOT NULL DEFAULT 0.5,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tag_pkey" PRIMARY KEY ("workspace_id", "id"),
    CONSTRAINT "tag_color_known" CHECK ("color" IN ('blue', 'green', 'orange', 'red', 'purple', 'grey'))
);
CREATE UNIQUE INDEX "tag_workspace_id_name_key" ON "tag"("workspace_id", "name");

-- What people, and what a head, say of a comment and a tag. It goes with the comment's text.
CREATE TABLE "comment_tag" (
    "workspace_id" INTEGER NOT NULL,
    "comment_id" BIGINT NOT NULL,
    "tag_id" INTEGER NOT NULL,
    "said" BOOLEAN,
    "drawn" BOOLEAN NOT NULL DEFAULT false,
    "user_id" INTEGER,
    "said_at" TIMESTAMPTZ(3),
    "probability" REAL,

    CONSTRAINT "comment_tag_pkey" PRIMARY KEY ("workspace_id", "comment_id", "tag_id")
);
CREATE INDEX "comment_tag_workspace_id_tag_id_probability_comment_id_idx" ON "comment_tag"("workspace_id", "tag_id", "probability", "comment_id");
CREATE INDEX "comment_tag_said" ON "comment_tag" ("workspace_id", "tag_id", "said_at") WHERE "said" IS NOT NULL;

-- The head that tells a tag, and how far it was applied, from the newest comment to the oldest.
CREATE TABLE "tag_head" (
    "workspace_id" INTEGER NOT NULL,
    "tag_id" INTEGER NOT NULL,
    "features_by" TEXT NOT NULL,
    "head" JSONB,
    "lesson" JSONB,
    "learned_until" TIMESTAMPTZ(3) NOT NULL,
    "read" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),

    CONSTRAINT "tag_head_pkey" PRIMARY KEY ("workspace_id", "tag_id")
);
