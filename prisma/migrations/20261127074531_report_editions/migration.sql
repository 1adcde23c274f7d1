-- A report that was made can be edited until it goes out. What was found stays as it is, beside what somebody makes of it.
ALTER TABLE "report_issue"
  ADD COLUMN "edition" JSONB,
  ADD COLUMN "sent_at" TIMESTAMPTZ(3);

-- What was made before may have been sent or shared: it stays as it is.
UPDATE "report_issue" SET "sent_at" = "made_at";
