/** A table that follows from others, and the statement that makes it. */
export interface Derived {
  readonly name: string;
  readonly sql: string;
}

const counts = (monitor: string, join: string) => `
  INSERT INTO mood_bucket (workspace_id, monitor_id, hour, source_id, language, positive, neutral, negative, unscored, unsure)
  SELECT 1, ${monitor}, date_trunc('hour', c.published_at, 'Asia/Shanghai'), c.source_id, c.language,
    count(*) FILTER (WHERE coalesce(h.label, l.label) = 'positive'), count(*) FILTER (WHERE coalesce(h.label, l.label) = 'neutral'),
    count(*) FILTER (WHERE coalesce(h.label, l.label) = 'negative'), count(*) FILTER (WHERE coalesce(h.label, l.label) IS NULL),
    count(*) FILTER (WHERE l.unsure AND h.label IS NULL)
  FROM comment c
  JOIN label l ON l.workspace_id = c.workspace_id AND l.comment_id = c.id AND l.current
  LEFT JOIN human_label h ON h.workspace_id = c.workspace_id AND h.comment_id = c.id ${join}
  WHERE c.workspace_id = 1 GROUP BY 2, 3, 4, 5 ORDER BY 2, 3, 4, 5`;

/** In this order, after the comments and their indexes. */
export const DERIVED_TABLES: readonly Derived[] = [
  { name: 'the sequence of ids', sql: `SELECT setval('comment_id_seq', (SELECT comments FROM scale_size))` },
  { name: 'buckets of all comments', sql: counts('0', '') },
  {
    name: 'buckets of the monitors',
    sql: counts('m.monitor_id', 'JOIN comment_monitor m ON m.workspace_id = c.workspace_id AND m.comment_id = c.id'),
  },
];
