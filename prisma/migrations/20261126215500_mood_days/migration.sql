-- The counts of mood_bucket per day of UTC, so that long periods read a few rows a day. Kept by triggers on mood_bucket, in the same
-- statement: whoever writes a bucket, by whatever way, cannot forget it. A row stays when all its counts are 0, because its
-- generation (how often it was written) says that something has changed.
CREATE TABLE "mood_day" (
    "workspace_id" INTEGER NOT NULL,
    "monitor_id" INTEGER NOT NULL,
    "day" TIMESTAMPTZ(3) NOT NULL,
    "source_id" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "positive" INTEGER NOT NULL,
    "neutral" INTEGER NOT NULL,
    "negative" INTEGER NOT NULL,
    "unscored" INTEGER NOT NULL,
    "unsure" INTEGER NOT NULL,
    "generation" BIGINT NOT NULL DEFAULT 1,

    CONSTRAINT "mood_day_pkey" PRIMARY KEY ("workspace_id", "monitor_id", "day", "source_id", "language")
);

CREATE FUNCTION "mood_days_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO mood_day AS d (workspace_id, monitor_id, day, source_id, language, positive, neutral, negative, unscored, unsure)
    SELECT workspace_id, monitor_id, date_trunc('day', hour, 'UTC') AS day, source_id, language,
      sum(positive), sum(neutral), sum(negative), sum(unscored), sum(unsure)
    FROM added GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (workspace_id, monitor_id, day, source_id, language) DO UPDATE SET
      positive = d.positive + excluded.positive, neutral = d.neutral + excluded.neutral, negative = d.negative + excluded.negative,
      unscored = d.unscored + excluded.unscored, unsure = d.unsure + excluded.unsure, generation = d.generation + 1;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO mood_day AS d (workspace_id, monitor_id, day, source_id, language, positive, neutral, negative, unscored, unsure)
    SELECT workspace_id, monitor_id, date_trunc('day', hour, 'UTC') AS day, source_id, language,
      sum(sign * positive), sum(sign * neutral), sum(sign * negative), sum(sign * unscored), sum(sign * unsure)
    FROM (SELECT 1 AS sign, added.* FROM added UNION ALL SELECT -1, taken.* FROM taken) changed
    GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (workspace_id, monitor_id, day, source_id, language) DO UPDATE SET
      positive = d.positive + excluded.positive, neutral = d.neutral + excluded.neutral, negative = d.negative + excluded.negative,
      unscored = d.unscored + excluded.unscored, unsure = d.unsure + excluded.unsure, generation = d.generation + 1;
  ELSE
    INSERT INTO mood_day AS d (workspace_id, monitor_id, day, source_id, language, positive, neutral, negative, unscored, unsure)
    SELECT workspace_id, monitor_id, date_trunc('day', hour, 'UTC') AS day, source_id, language,
      -sum(positive), -sum(neutral), -sum(negative), -sum(unscored), -sum(unsure)
    FROM taken GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (workspace_id, monitor_id, day, source_id, language) DO UPDATE SET
      positive = d.positive + excluded.positive, neutral = d.neutral + excluded.neutral, negative = d.negative + excluded.negative,
      unscored = d.unscored + excluded.unscored, unsure = d.unsure + excluded.unsure, generation = d.generation + 1;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "mood_days_inserted" AFTER INSERT ON "mood_bucket" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION mood_days_changed();
CREATE TRIGGER "mood_days_updated" AFTER UPDATE ON "mood_bucket" REFERENCING NEW TABLE AS added OLD TABLE AS taken FOR EACH STATEMENT EXECUTE FUNCTION mood_days_changed();
CREATE TRIGGER "mood_days_deleted" AFTER DELETE ON "mood_bucket" REFERENCING OLD TABLE AS taken FOR EACH STATEMENT EXECUTE FUNCTION mood_days_changed();

INSERT INTO mood_day (workspace_id, monitor_id, day, source_id, language, positive, neutral, negative, unscored, unsure)
SELECT workspace_id, monitor_id, date_trunc('day', hour, 'UTC'), source_id, language,
  sum(positive), sum(neutral), sum(negative), sum(unscored), sum(unsure)
FROM mood_bucket GROUP BY 1, 2, 3, 4, 5;

-- Statistics of what a search looks up would be made of 30,000 texts at each ANALYZE, which takes seconds. Its plans do without.
ALTER INDEX "comment_search" ALTER COLUMN 1 SET STATISTICS 0;

-- Of runs that are open there is an index already, with those that wait.
DROP INDEX "crawl_run_running";
