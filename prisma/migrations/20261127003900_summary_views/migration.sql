-- A summary rests on the comments that could be seen when its writing began: the snapshot (pg_snapshot) of that moment. Removals and
-- erasures leave their transaction (xid8) here. A summary that has not seen one of them bears words of what went: it counts no more.
CREATE TABLE "summary_drop" (
    "workspace_id" INTEGER NOT NULL,
    "transaction_id" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "summary_drop_pkey" PRIMARY KEY ("workspace_id", "transaction_id")
);

-- Kept answers only: whoever asks again gets new ones.
DELETE FROM "summary";
ALTER TABLE "summary" ADD COLUMN "snapshot" TEXT NOT NULL;
