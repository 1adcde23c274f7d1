-- The label that counts, one row per comment that has one (or that stays unscored). Kept by triggers on "label" and "human_label":
-- whoever writes a label, by whatever way, cannot forget it.
CREATE TABLE "comment_mood" (
    "workspace_id" INTEGER NOT NULL,
    "comment_id" BIGINT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "label" TEXT,
    "machine_label" TEXT,
    "human_label" TEXT,
    "positive" REAL,
    "neutral" REAL,
    "negative" REAL,
    "unsure" BOOLEAN NOT NULL,
    "unscored_reason" TEXT,
    "role_version" INTEGER NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "comment_mood_pkey" PRIMARY KEY ("workspace_id", "comment_id")
);
CREATE INDEX "comment_mood_workspace_id_label_published_at_comment_id_idx" ON "comment_mood"("workspace_id", "label", "published_at", "comment_id");
CREATE INDEX "comment_mood_unsure" ON "comment_mood"("workspace_id", "published_at", "comment_id") WHERE "unsure";

-- Makes the rows of some comments of one workspace what their labels say.
CREATE FUNCTION "refresh_comment_mood"(workspace INTEGER, comments BIGINT[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM comment_mood old
  WHERE old.workspace_id = workspace AND old.comment_id = ANY(comments)
    AND NOT EXISTS (SELECT FROM label m WHERE m.workspace_id = workspace AND m.comment_id = old.comment_id AND m.current);
  INSERT INTO comment_mood AS mood (workspace_id, comment_id, published_at, label, machine_label, human_label,
    positive, neutral, negative, unsure, unscored_reason, role_version, changed_at)
  SELECT c.workspace_id, c.id, c.published_at, coalesce(h.label, m.label), m.label, h.label,
    m.positive, m.neutral, m.negative, m.unsure AND h.label IS NULL, m.unscored_reason, m.role_version, greatest(m.created_at, h.created_at)
  FROM comment c
  JOIN label m ON m.workspace_id = c.workspace_id AND m.comment_id = c.id AND m.current
  LEFT JOIN human_label h ON h.workspace_id = c.workspace_id AND h.comment_id = c.id
  WHERE c.workspace_id = workspace AND c.id = ANY(comments)
  ORDER BY c.id
  ON CONFLICT (workspace_id, comment_id) DO UPDATE SET
    label = excluded.label, machine_label = excluded.machine_label, human_label = excluded.human_label,
    positive = excluded.positive, neutral = excluded.neutral, negative = excluded.negative, unsure = excluded.unsure,
    unscored_reason = excluded.unscored_reason, role_version = excluded.role_version, changed_at = excluded.changed_at;
$$;

CREATE FUNCTION "labels_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  touched RECORD;
BEGIN
  FOR touched IN SELECT workspace_id, array_agg(DISTINCT comment_id) AS comments FROM changed GROUP BY workspace_id LOOP
    PERFORM refresh_comment_mood(touched.workspace_id, touched.comments);
  END LOOP;
  RETURN NULL;
END
$$;

-- Labels that were not current, and are not, change nothing: a re-labelling writes and deletes many of them.
CREATE FUNCTION "current_labels_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  touched RECORD;
BEGIN
  FOR touched IN SELECT workspace_id, array_agg(DISTINCT comment_id) AS comments FROM changed WHERE current GROUP BY workspace_id LOOP
    PERFORM refresh_comment_mood(touched.workspace_id, touched.comments);
  END LOOP;
  RETURN NULL;
END
$$;

CREATE TRIGGER "label_inserted" AFTER INSERT ON "label" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION current_labels_changed();
CREATE TRIGGER "label_updated" AFTER UPDATE ON "label" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION labels_changed();
CREATE TRIGGER "label_deleted" AFTER DELETE ON "label" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION current_labels_changed();
CREATE TRIGGER "human_label_inserted" AFTER INSERT ON "human_label" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION labels_changed();
CREATE TRIGGER "human_label_updated" AFTER UPDATE ON "human_label" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION labels_changed();
CREATE TRIGGER "human_label_deleted" AFTER DELETE ON "human_label" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION labels_changed();

INSERT INTO comment_mood (workspace_id, comment_id, published_at, label, machine_label, human_label,
  positive, neutral, negative, unsure, unscored_reason, role_version, changed_at)
SELECT c.workspace_id, c.id, c.published_at, coalesce(h.label, m.label), m.label, h.label,
  m.positive, m.neutral, m.negative, m.unsure AND h.label IS NULL, m.unscored_reason, m.role_version, greatest(m.created_at, h.created_at)
FROM comment c
JOIN label m ON m.workspace_id = c.workspace_id AND m.comment_id = c.id AND m.current
LEFT JOIN human_label h ON h.workspace_id = c.workspace_id AND h.comment_id = c.id;

-- Sums of the probabilities of the labels that count, per mille, and comments that wait for their label.
ALTER TABLE "mood_bucket"
  ADD COLUMN "pending" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "positive_sum" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "neutral_sum" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "negative_sum" BIGINT NOT NULL DEFAULT 0;

-- The same over all times, per monitor and source.
CREATE TABLE "mood_total" (
    "workspace_id" INTEGER NOT NULL,
    "monitor_id" INTEGER NOT NULL,
    "source_id" INTEGER NOT NULL,
    "positive" BIGINT NOT NULL DEFAULT 0,
    "neutral" BIGINT NOT NULL DEFAULT 0,
    "negative" BIGINT NOT NULL DEFAULT 0,
    "unscored" BIGINT NOT NULL DEFAULT 0,
    "unsure" BIGINT NOT NULL DEFAULT 0,
    "pending" BIGINT NOT NULL DEFAULT 0,
    "apart" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "mood_total_pkey" PRIMARY KEY ("workspace_id", "monitor_id", "source_id")
);

-- By which zone the buckets are kept. A change of the zone goes through them from the oldest on.
CREATE TABLE "mood_zone" (
    "workspace_id" INTEGER NOT NULL,
    "zone" TEXT NOT NULL,
    "next_zone" TEXT,
    "next_until" TIMESTAMPTZ(3),

    CONSTRAINT "mood_zone_pkey" PRIMARY KEY ("workspace_id")
);

-- Counting a monitor anew after its rules have changed has come to the comment of this id.
ALTER TABLE "monitor" ADD COLUMN "count_cursor" BIGINT;

-- The switch of a re-labelling has come to the comment of this id.
ALTER TABLE "relabelling" ADD COLUMN "switch_cursor" BIGINT NOT NULL DEFAULT 0;

-- What is there is counted anew. A monitor that is being matched keeps its counts until it is through.
DELETE FROM mood_bucket b WHERE NOT EXISTS (
  SELECT FROM monitor m WHERE m.workspace_id = b.workspace_id AND m.id = b.monitor_id AND m.rematch_cursor IS NOT NULL);
CREATE TEMPORARY TABLE counted ON COMMIT DROP AS
SELECT c.workspace_id, monitor.id AS monitor_id, date_trunc('hour', c.published_at, w.time_zone) AS hour, c.source_id, c.language,
  c.left_out IS NULL AND NOT c.date_unknown AND (l.comment_id IS NOT NULL OR c.erased_at IS NULL) AS counts,
  l.comment_id IS NOT NULL AS labelled, l.label, coalesce(l.unsure, false) AS unsure,
  CASE WHEN l.label IS NULL THEN 0 WHEN l.human_label IS NULL AND l.positive IS NOT NULL THEN round(l.positive * 1000)::int WHEN l.label = 'positive' THEN 1000 ELSE 0 END AS positive_mille,
  CASE WHEN l.label IS NULL THEN 0 WHEN l.human_label IS NULL AND l.neutral IS NOT NULL THEN round(l.neutral * 1000)::int WHEN l.label = 'neutral' THEN 1000 ELSE 0 END AS neutral_mille,
  CASE WHEN l.label IS NULL THEN 0 WHEN l.human_label IS NULL AND l.negative IS NOT NULL THEN round(l.negative * 1000)::int WHEN l.label = 'negative' THEN 1000 ELSE 0 END AS negative_mille
FROM comment c
JOIN workspace w ON w.workspace_id = c.workspace_id
LEFT JOIN comment_mood l ON l.workspace_id = c.workspace_id AND l.comment_id = c.id
CROSS JOIN LATERAL (
  SELECT 0 AS id
  UNION ALL
  SELECT cm.monitor_id FROM comment_monitor cm
  JOIN monitor m ON m.workspace_id = cm.workspace_id AND m.id = cm.monitor_id AND m.rematch_cursor IS NULL
  WHERE cm.workspace_id = c.workspace_id AND cm.comment_id = c.id
) monitor;
INSERT INTO mood_bucket (workspace_id, monitor_id, hour, source_id, language, positive, neutral, negative, unscored, unsure, pending, positive_sum, neutral_sum, negative_sum)
SELECT workspace_id, monitor_id, hour, source_id, language,
  count(*) FILTER (WHERE label = 'positive'), count(*) FILTER (WHERE label = 'neutral'), count(*) FILTER (WHERE label = 'negative'),
  count(*) FILTER (WHERE labelled AND label IS NULL), count(*) FILTER (WHERE unsure), count(*) FILTER (WHERE NOT labelled),
  sum(positive_mille), sum(neutral_mille), sum(negative_mille)
FROM counted WHERE counts
GROUP BY 1, 2, 3, 4, 5;
INSERT INTO mood_total (workspace_id, monitor_id, source_id, positive, neutral, negative, unscored, unsure, pending, apart)
SELECT workspace_id, monitor_id, source_id,
  count(*) FILTER (WHERE counts AND label = 'positive'), count(*) FILTER (WHERE counts AND label = 'neutral'), count(*) FILTER (WHERE counts AND label = 'negative'),
  count(*) FILTER (WHERE counts AND labelled AND label IS NULL), count(*) FILTER (WHERE counts AND unsure), count(*) FILTER (WHERE counts AND NOT labelled),
  count(*) FILTER (WHERE NOT counts)
FROM counted
GROUP BY 1, 2, 3;
DROP TABLE counted;
