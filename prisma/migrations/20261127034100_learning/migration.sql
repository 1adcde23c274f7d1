-- The features of what people judged, as 16-bit floats: what a head of the workspace learns from. They go with the comment's text.
CREATE TABLE "comment_features" (
    "workspace_id" INTEGER NOT NULL,
    "comment_id" BIGINT NOT NULL,
    "features_by" TEXT NOT NULL,
    "features" BYTEA NOT NULL,

    CONSTRAINT "comment_features_pkey" PRIMARY KEY ("workspace_id", "comment_id")
);

-- Whether and when a workspace learns.
CREATE TABLE "learning" (
    "workspace_id" INTEGER NOT NULL,
    "automatic" BOOLEAN NOT NULL DEFAULT false,
    "user_id" INTEGER,
    "wanted_at" TIMESTAMPTZ(3),
    "lease_until" TIMESTAMPTZ(3),

    CONSTRAINT "learning_pkey" PRIMARY KEY ("workspace_id")
);

-- What came of learning: a head with what it would change, proposed or not.
CREATE TABLE "head_proposal" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "state" TEXT NOT NULL,
    "base_version" INTEGER NOT NULL,
    "model" TEXT NOT NULL,
    "features_by" TEXT NOT NULL,
    "judged" INTEGER NOT NULL,
    "learned_until" TIMESTAMPTZ(3) NOT NULL,
    "head" JSONB,
    "calibration" JSONB,
    "lesson" JSONB,
    "looked_at" INTEGER NOT NULL DEFAULT 0,
    "changing" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER,
    "user_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "head_proposal_pkey" PRIMARY KEY ("workspace_id", "id"),
    CONSTRAINT "head_proposal_state_known" CHECK ("state" IN ('too-few', 'no-better', 'proposed', 'declined', 'adopted', 'outdated'))
);

-- Comments whose label a proposed head would change, at most some. They go with the comment.
CREATE TABLE "head_proposal_change" (
    "workspace_id" INTEGER NOT NULL,
    "comment_id" BIGINT NOT NULL,
    "proposal_id" INTEGER NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "probability" REAL NOT NULL,

    CONSTRAINT "head_proposal_change_pkey" PRIMARY KEY ("workspace_id", "comment_id", "proposal_id")
);
CREATE INDEX "head_proposal_change_workspace_id_proposal_id_idx" ON "head_proposal_change"("workspace_id", "proposal_id");

-- Up to when judgements were learned from: those on which a version cannot be measured.
ALTER TABLE "role_version" ADD COLUMN "learned_until" TIMESTAMPTZ(3);

-- A re-labelling that needs nobody to switch to it.
ALTER TABLE "relabelling" ADD COLUMN "switch_when_ready" BOOLEAN NOT NULL DEFAULT false;

-- Why a person was asked for their word, and out of how many comments of which period a drawn one was drawn. Null: they spoke unasked.
ALTER TABLE "human_label"
  ADD COLUMN "asked" TEXT,
  ADD COLUMN "drawn_of" INTEGER,
  ADD COLUMN "drawn_from" TIMESTAMPTZ(3),
  ADD COLUMN "drawn_to" TIMESTAMPTZ(3),
  ADD CONSTRAINT "human_label_asked_known" CHECK ("asked" IN ('telling', 'drawn'));

-- The order in which comments are drawn for review: random, and always the same.
CREATE FUNCTION "review_draw"(comment BIGINT) RETURNS BIGINT LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT hashint8extended(comment, 20261127) $$;
CREATE INDEX "comment_mood_draw" ON "comment_mood" ("workspace_id", review_draw("comment_id"), "comment_id") WHERE "review_score" IS NOT NULL;
