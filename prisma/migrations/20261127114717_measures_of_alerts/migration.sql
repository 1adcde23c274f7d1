-- Stars per hour: how many comments have them, and their sums in tenths, as they are and squared.
ALTER TABLE "mood_bucket"
  ADD COLUMN "starred" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "star_sum" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "star_squares" BIGINT NOT NULL DEFAULT 0;

-- What is there is counted as it stands in the buckets. Days and totals hold no stars: nothing of theirs changes.
ALTER TABLE "mood_bucket" DISABLE TRIGGER "mood_days_updated";
UPDATE mood_bucket b SET starred = counted.starred, star_sum = counted.star_sum, star_squares = counted.star_squares
FROM (
  SELECT c.workspace_id, monitor.id AS monitor_id,
    date_trunc('hour', c.published_at, CASE WHEN c.published_at < z.next_until THEN z.next_zone ELSE coalesce(z.zone, w.time_zone) END) AS hour,
    c.source_id, c.language,
    count(*) AS starred, sum(round(c.stars * 10)::bigint) AS star_sum, sum(round(c.stars * 10)::bigint * round(c.stars * 10)::bigint) AS star_squares
  FROM comment c
  JOIN workspace w ON w.workspace_id = c.workspace_id
  LEFT JOIN mood_zone z ON z.workspace_id = c.workspace_id
  LEFT JOIN leaving_out o ON o.workspace_id = c.workspace_id
  LEFT JOIN comment_mood l ON l.workspace_id = c.workspace_id AND l.comment_id = c.id
  CROSS JOIN LATERAL (
    SELECT 0 AS id
    UNION ALL
    SELECT CASE WHEN m.count_cursor IS NULL THEN m.id ELSE -m.id END
    FROM comment_monitor cm
    JOIN monitor m ON m.workspace_id = cm.workspace_id AND m.id = cm.monitor_id
    WHERE cm.workspace_id = c.workspace_id AND cm.comment_id = c.id AND (m.rematch_cursor IS NULL OR c.id <= m.count_cursor)
  ) monitor
  WHERE c.stars IS NOT NULL AND c.left_out IS NULL AND NOT c.date_unknown AND (l.comment_id IS NOT NULL OR c.erased_at IS NULL)
    AND NOT (l.kind IS NOT NULL AND l.kind = ANY(CASE WHEN c.published_at < z.next_until THEN z.next_kinds ELSE coalesce(z.kinds, o.kinds, '{}') END))
  GROUP BY 1, 2, 3, 4, 5
) counted
WHERE b.workspace_id = counted.workspace_id AND b.monitor_id = counted.monitor_id AND b.hour = counted.hour
  AND b.source_id = counted.source_id AND b.language = counted.language;
ALTER TABLE "mood_bucket" ENABLE TRIGGER "mood_days_updated";

-- Rules watch stars, themes, and keys and quotas as well.
ALTER TABLE "alert_rule" DROP CONSTRAINT "alert_rule_measure_known";
ALTER TABLE "alert_rule" ADD CONSTRAINT "alert_rule_measure_known"
  CHECK ("measure" IN ('negative-share', 'net-mood', 'stars', 'volume', 'themes', 'silence', 'ending'));
