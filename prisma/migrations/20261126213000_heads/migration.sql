-- A version of a role is a prompt, or a head that reads the features of the model. A head of its own stands in "head", null is that of the weights.
ALTER TABLE "role_version"
  ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'prompt',
  ADD COLUMN "head" JSONB;

-- What else a head says of a comment, each with its probability.
ALTER TABLE "label"
  ADD COLUMN "emotion" TEXT,
  ADD COLUMN "emotion_probability" REAL,
  ADD COLUMN "kind" TEXT,
  ADD COLUMN "kind_probability" REAL;
