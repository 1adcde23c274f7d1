-- What a comment brings beside its text, and why it may stand outside of the counts.
ALTER TABLE "comment"
  ADD COLUMN "stars" REAL,
  ADD COLUMN "recommended" BOOLEAN,
  ADD COLUMN "date_unknown" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "left_out" TEXT;
