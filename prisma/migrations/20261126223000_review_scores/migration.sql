-- Comments that wait for their label, per day.
ALTER TABLE "mood_day" ADD COLUMN "pending" INTEGER NOT NULL DEFAULT 0;

CREATE OR REPLACE FUNCTION "mood_days_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO mood_day AS d (workspace_id, monitor_id, day, source_id, language, positive, neutral, negative, unscored, unsure, pending)
    SELECT workspace_id, monitor_id, date_trunc('day', hour, 'UTC') AS day, source_id, language,
      sum(positive), sum(neutral), sum(negative), sum(unscored), sum(unsure), sum(pending)
    FROM added GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (workspace_id, monitor_id, day, source_id, language) DO UPDATE SET
      positive = d.positive + excluded.positive, neutral = d.neutral + excluded.neutral, negative = d.negative + excluded.negative,
      unscored = d.unscored + excluded.unscored, unsure = d.unsure + excluded.unsure, pending = d.pending + excluded.pending, generation = d.generation + 1;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO mood_day AS d (workspace_id, monitor_id, day, source_id, language, positive, neutral, negative, unscored, unsure, pending)
    SELECT workspace_id, monitor_id, date_trunc('day', hour, 'UTC') AS day, source_id, language,
      sum(sign * positive), sum(sign * neutral), sum(sign * negative), sum(sign * unscored), sum(sign * unsure), sum(sign * pending)
    FROM (SELECT 1 AS sign, added.* FROM added UNION ALL SELECT -1, taken.* FROM taken) changed
    GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (workspace_id, monitor_id, day, source_id, language) DO UPDATE SET
      positive = d.positive + excluded.positive, neutral = d.neutral + excluded.neutral, negative = d.negative + excluded.negative,
      unscored = d.unscored + excluded.unscored, unsure = d.unsure + excluded.unsure, pending = d.pending + excluded.pending, generation = d.generation + 1;
  ELSE
    INSERT INTO mood_day AS d (workspace_id, monitor_id, day, source_id, language, positive, neutral, negative, unscored, unsure, pending)
    SELECT workspace_id, monitor_id, date_trunc('day', hour, 'UTC') AS day, source_id, language,
      -sum(positive), -sum(neutral), -sum(negative), -sum(unscored), -sum(unsure), -sum(pending)
    FROM taken GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (workspace_id, monitor_id, day, source_id, language) DO UPDATE SET
      positive = d.positive + excluded.positive, neutral = d.neutral + excluded.neutral, negative = d.negative + excluded.negative,
      unscored = d.unscored + excluded.unscored, unsure = d.unsure + excluded.unsure, pending = d.pending + excluded.pending, generation = d.generation + 1;
  END IF;
  RETURN NULL;
END
$$;
UPDATE mood_day d SET pending = counted.pending, generation = d.generation + 1
FROM (
  SELECT workspace_id, monitor_id, date_trunc('day', hour, 'UTC') AS day, source_id, language, sum(pending) AS pending
  FROM mood_bucket GROUP BY 1, 2, 3, 4, 5
) counted
WHERE d.workspace_id = counted.workspace_id AND d.monitor_id = counted.monitor_id AND d.day = counted.day
  AND d.source_id = counted.source_id AND d.language = counted.language AND counted.pending <> 0;

-- How much a person's word on a comment is worth: (1 - margin) * log2(2 + engagement), where the margin is how far the best label is
-- ahead of the next one. Null where the machine gave no probabilities.
CREATE FUNCTION "review_score"(positive REAL, neutral REAL, negative REAL, engagement INTEGER) RETURNS NUMERIC
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT round(((1 - (greatest(positive, neutral, negative)
    - (positive + neutral + negative - greatest(positive, neutral, negative) - least(positive, neutral, negative))))
    * ln(2.0::float8 + engagement) / ln(2.0::float8))::numeric, 6)
$$;

-- What reviewing goes by. Null where a person has judged already, or where there is no machine's label.
ALTER TABLE "comment_mood" ADD COLUMN "review_score" NUMERIC(12, 6);
CREATE OR REPLACE FUNCTION "refresh_comment_mood"(workspace INTEGER, comments BIGINT[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM comment_mood old
  WHERE old.workspace_id = workspace AND old.comment_id = ANY(comments)
    AND NOT EXISTS (SELECT FROM label m WHERE m.workspace_id = workspace AND m.comment_id = old.comment_id AND m.current);
  INSERT INTO comment_mood AS mood (workspace_id, comment_id, published_at, label, machine_label, human_label,
    positive, neutral, negative, unsure, unscored_reason, role_version, changed_at, review_score)
  SELECT c.workspace_id, c.id, c.published_at, coalesce(h.label, m.label), m.label, h.label,
    m.positive, m.neutral, m.negative, m.unsure AND h.label IS NULL, m.unscored_reason, m.role_version, greatest(m.created_at, h.created_at),
    CASE WHEN h.label IS NULL AND m.label IS NOT NULL THEN review_score(m.positive, m.neutral, m.negative, c.engagement) END
  FROM comment c
  JOIN label m ON m.workspace_id = c.workspace_id AND m.comment_id = c.id AND m.current
  LEFT JOIN human_label h ON h.workspace_id = c.workspace_id AND h.comment_id = c.id
  WHERE c.workspace_id = workspace AND c.id = ANY(comments)
  ORDER BY c.id
  ON CONFLICT (workspace_id, comment_id) DO UPDATE SET
    label = excluded.label, machine_label = excluded.machine_label, human_label = excluded.human_label,
    positive = excluded.positive, neutral = excluded.neutral, negative = excluded.negative, unsure = excluded.unsure,
    unscored_reason = excluded.unscored_reason, role_version = excluded.role_version, changed_at = excluded.changed_at, review_score = excluded.review_score;
$$;

UPDATE comment_mood l SET review_score = review_score(l.positive, l.neutral, l.negative, c.engagement)
FROM comment c
WHERE c.workspace_id = l.workspace_id AND c.id = l.comment_id AND l.human_label IS NULL AND l.machine_label IS NOT NULL;
CREATE INDEX "comment_mood_review" ON "comment_mood" ("workspace_id", "review_score", "comment_id") WHERE "review_score" IS NOT NULL;

-- More likes make a comment worth more.
CREATE FUNCTION "engagement_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE comment_mood SET review_score = review_score(positive, neutral, negative, NEW.engagement)
  WHERE workspace_id = NEW.workspace_id AND comment_id = NEW.id AND review_score IS NOT NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER "comment_engagement_changed" AFTER UPDATE OF "engagement" ON "comment"
FOR EACH ROW WHEN (OLD.engagement IS DISTINCT FROM NEW.engagement) EXECUTE FUNCTION engagement_changed();
