-- Whether the machine puts a tag on comments that come in, and on those that were there before.
ALTER TABLE "tag"
    ADD COLUMN "apply_new" BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN "apply_stored" BOOLEAN NOT NULL DEFAULT false;

-- Nothing gave probabilities until now.
DELETE FROM "comment_tag" WHERE "said" IS NULL;
UPDATE "comment_tag" SET "probability" = NULL WHERE "probability" IS NOT NULL;
-- By which of the two switches the machine gave it; the name of who said it where an export brought it back.
ALTER TABLE "comment_tag"
    ADD COLUMN "given" TEXT,
    ADD COLUMN "by_name" TEXT,
    ADD CONSTRAINT "comment_tag_given_known" CHECK ("given" IN ('new', 'stored')),
    ADD CONSTRAINT "comment_tag_given_with_probability" CHECK (("given" IS NULL) = ("probability" IS NULL)),
    ADD CONSTRAINT "comment_tag_says_something" CHECK ("said" IS NOT NULL OR "probability" IS NOT NULL);
DROP INDEX "comment_tag_workspace_id_tag_id_probability_comment_id_idx";
CREATE INDEX "comment_tag_workspace_id_tag_id_given_probability_comment_i_idx" ON "comment_tag"("workspace_id", "tag_id", "given", "probability", "comment_id");

-- What is to be taken off comments, a slice at a time: all of a tag that is gone, or what one of its switches gave.
CREATE TABLE "tag_clearing" (
    "workspace_id" INTEGER NOT NULL,
    "tag_id" INTEGER NOT NULL,
    "given" TEXT NOT NULL,

    CONSTRAINT "tag_clearing_pkey" PRIMARY KEY ("workspace_id", "tag_id", "given"),
    CONSTRAINT "tag_clearing_given_known" CHECK ("given" IN ('all', 'new', 'stored'))
);

-- What was learned of a tag, a version each time.
CREATE TABLE "tag_head" (
    "workspace_id" INTEGER NOT NULL,
    "tag_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "features_by" TEXT NOT NULL,
    "head" JSONB NOT NULL,
    "lesson" JSONB NOT NULL,
    "learned_until" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tag_head_pkey" PRIMARY KEY ("workspace_id", "tag_id", "version")
);

-- Where learning of a tag and its use are: the version that gives it, and how far it went through the comments that were there.
CREATE TABLE "tag_learning" (
    "workspace_id" INTEGER NOT NULL,
    "tag_id" INTEGER NOT NULL,
    "version_in_force" INTEGER,
    "looked_by" INTEGER,
    "lease_until" TIMESTAMPTZ(3),
    "stored_since" TIMESTAMPTZ(3),
    "stored_last" BIGINT,
    "stored_at" TIMESTAMPTZ(3),
    "stored_id" BIGINT,
    "stored_read" INTEGER NOT NULL DEFAULT 0,
    "stored_total" INTEGER NOT NULL DEFAULT 0,
    "stored_ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "tag_learning_pkey" PRIMARY KEY ("workspace_id", "tag_id")
);

-- What the model knows of comments that tags learn from and are suggested for, as 16-bit floats. It goes with the comment's text.
CREATE TABLE "tag_features" (
    "workspace_id" INTEGER NOT NULL,
    "comment_id" BIGINT NOT NULL,
    "features_by" TEXT NOT NULL,
    "features" BYTEA NOT NULL,
    "drawn" BOOLEAN NOT NULL DEFAULT false,
    "read_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tag_features_pkey" PRIMARY KEY ("workspace_id", "comment_id")
);
CREATE INDEX "tag_features_workspace_id_drawn_read_at_idx" ON "tag_features"("workspace_id", "drawn", "read_at");
