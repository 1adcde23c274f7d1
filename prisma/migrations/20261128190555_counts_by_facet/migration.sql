-- Counts of days, of all comments and by label, emotion, kind and stars, so that a curve under such a filter reads no comments.
CREATE TABLE "mood_facet_day" (
    "workspace_id" INTEGER NOT NULL,
    "facet" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "monitor_id" INTEGER NOT NULL,
    "day" TIMESTAMPTZ(3) NOT NULL,
    "source_id" INTEGER NOT NULL,
    "positive" INTEGER NOT NULL,
    "neutral" INTEGER NOT NULL,
    "negative" INTEGER NOT NULL,
    "unscored" INTEGER NOT NULL,
    "unsure" INTEGER NOT NULL,
    "pending" INTEGER NOT NULL,
    "positive_sum" BIGINT NOT NULL,
    "negative_sum" BIGINT NOT NULL,
    "joy" INTEGER NOT NULL,
    "anger" INTEGER NOT NULL,
    "sadness" INTEGER NOT NULL,
    "fear" INTEGER NOT NULL,
    "surprise" INTEGER NOT NULL,
    "no_emotion" INTEGER NOT NULL,
    "opinion" INTEGER NOT NULL,
    "question" INTEGER NOT NULL,
    "wish" INTEGER NOT NULL,
    "news" INTEGER NOT NULL,
    "ad" INTEGER NOT NULL,
    "kind_left_out" INTEGER NOT NULL,

    CONSTRAINT "mood_facet_day_pkey" PRIMARY KEY ("workspace_id","facet","value","monitor_id","day","source_id"),
    CONSTRAINT "mood_facet_day_facet_known" CHECK ("facet" IN ('all', 'label', 'emotion', 'kind', 'stars'))
);

-- Days of the workspace's zone that are to be counted (anew).
CREATE TABLE "mood_facet_stale" (
    "workspace_id" INTEGER NOT NULL,
    "day" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mood_facet_stale_pkey" PRIMARY KEY ("workspace_id","day")
);

CREATE INDEX "mood_facet_day_workspace_id_day_idx" ON "mood_facet_day"("workspace_id", "day");

-- What is there is counted by the worker, a day at a time; until then such curves are read from the comments.
INSERT INTO mood_facet_stale (workspace_id, day, changed_at)
SELECT DISTINCT w.workspace_id, date_trunc('day', b.hour, w.time_zone), timestamptz 'epoch'
FROM mood_bucket b
JOIN workspace w ON w.workspace_id = b.workspace_id
WHERE b.monitor_id = 0;
