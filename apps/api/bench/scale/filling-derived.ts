/** A table that follows from others, and the statements that make it, in one transaction. */
export interface Derived {
  readonly name: string;
  readonly sql: readonly string[];
}

/** Written once for all comments, as triggers write them comment by comment. */
const LABELS_THAT_COUNT = `
  INSERT INTO comment_mood (workspace_id, comment_id, published_at, label, machine_label, human_label,
    positive, neutral, negative, unsure, unscored_reason, role_version, changed_at, review_score, emotion, kind)
  SELECT c.workspace_id, c.id, c.published_at, coalesce(h.label, m.label), m.label, h.label,
    m.positive, m.neutral, m.negative, m.unsure AND h.label IS NULL, m.unscored_reason, m.role_version, greatest(m.created_at, h.created_at),
    CASE WHEN h.label IS NULL AND m.label IS NOT NULL THEN review_score(m.positive, m.neutral, m.negative, c.engagement) END,
    m.emotion, m.kind
  FROM comment c
  JOIN label m ON m.workspace_id = c.workspace_id AND m.comment_id = c.id AND m.current
  LEFT JOIN human_label h ON h.workspace_id = c.workspace_id AND h.comment_id = c.id`;

const mille = (label: string) =>
  `coalesce(sum(CASE WHEN l.human_label IS NULL THEN round(l.${label} * 1000)::int WHEN l.label = '${label}' THEN 1000 ELSE 0 END) FILTER (WHERE l.label IS NOT NULL), 0)`;

const EMOTIONS = ['joy', 'anger', 'sadness', 'fear', 'surprise', 'none'];
const KINDS = ['opinion', 'question', 'wish', 'news', 'ad'];
const facets = (column: string, values: readonly string[]) =>
  values.map((value) => `count(*) FILTER (WHERE l.${column} = '${value}')`).join(', ');

const buckets = (monitor: string, join: string) => `
  INSERT INTO mood_bucket (workspace_id, monitor_id, hour, source_id, language, positive, neutral, negative, unscored, unsure, pending, positive_sum, neutral_sum, negative_sum,
    joy, anger, sadness, fear, surprise, no_emotion, opinion, question, wish, news, ad, starred, star_sum, star_squares)
  SELECT 1, ${monitor}, date_trunc('hour', c.published_at, 'Asia/Shanghai'), c.source_id, c.language,
    count(*) FILTER (WHERE l.label = 'positive'), count(*) FILTER (WHERE l.label = 'neutral'), count(*) FILTER (WHERE l.label = 'negative'),
    count(*) FILTER (WHERE l.comment_id IS NOT NULL AND l.label IS NULL), count(*) FILTER (WHERE l.unsure), count(*) FILTER (WHERE l.comment_id IS NULL),
    ${mille('positive')}, ${mille('neutral')}, ${mille('negative')},
    ${facets('emotion', EMOTIONS)}, ${facets('kind', KINDS)},
    count(c.stars), coalesce(sum(c.stars * 10), 0), coalesce(sum(c.stars * c.stars * 100), 0)
  FROM comment c
  LEFT JOIN comment_mood l ON l.workspace_id = c.workspace_id AND l.comment_id = c.id ${join}
  WHERE c.workspace_id = 1 GROUP BY 2, 3, 4, 5 ORDER BY 2, 3, 4, 5`;

const OF_MONITORS = 'JOIN comment_monitor m ON m.workspace_id = c.workspace_id AND m.comment_id = c.id';

const TOTALS = `
  INSERT INTO mood_total (workspace_id, monitor_id, source_id, positive, neutral, negative, unscored, unsure, pending)
  SELECT workspace_id, monitor_id, source_id, sum(positive), sum(neutral), sum(negative), sum(unscored), sum(unsure), sum(pending)
  FROM mood_bucket GROUP BY 1, 2, 3`;

/** All days of all comments by what a filter can ask of them; by hand, so that what the product counts is compared with something else. */
const facetDays = (monitor: string, join: string) => `
  INSERT INTO mood_facet_day (workspace_id, facet, value, monitor_id, day, source_id, positive, neutral, negative, unscored, unsure, pending, positive_sum, negative_sum,
    joy, anger, sadness, fear, surprise, no_emotion, opinion, question, wish, news, ad, kind_left_out)
  SELECT 1, facet.name, facet.value, ${monitor}, date_trunc('day', c.published_at, 'Asia/Shanghai'), c.source_id,
    count(*) FILTER (WHERE l.label = 'positive'), count(*) FILTER (WHERE l.label = 'neutral'), count(*) FILTER (WHERE l.label = 'negative'),
    count(*) FILTER (WHERE l.comment_id IS NOT NULL AND l.label IS NULL), count(*) FILTER (WHERE l.unsure), count(*) FILTER (WHERE l.comment_id IS NULL),
    ${mille('positive')}, ${mille('negative')},
    ${facets('emotion', EMOTIONS)}, ${facets('kind', KINDS)}, 0
  FROM comment c
  LEFT JOIN comment_mood l ON l.workspace_id = c.workspace_id AND l.comment_id = c.id ${join}
  CROSS JOIN LATERAL (VALUES ('all', ''), ('label', l.label), ('emotion', l.emotion), ('kind', l.kind), ('stars', c.stars::text)) AS facet (name, value)
  WHERE c.workspace_id = 1 AND facet.value IS NOT NULL GROUP BY 2, 3, 4, 5, 6 ORDER BY 2, 3, 4, 5, 6`;

/** A statement that fills a table, which gets its indexes back afterwards: that takes less time than keeping them. */
const withoutIndexes = (table: string, statement: string) => [
  `CREATE TEMPORARY TABLE taken_index ON COMMIT DROP AS
     SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
     FROM pg_index i WHERE i.indrelid = '${table}'::regclass AND NOT i.indisprimary`,
  `DO $$ DECLARE taken record; BEGIN FOR taken IN SELECT name FROM taken_index LOOP EXECUTE 'DROP INDEX ' || taken.name; END LOOP; END $$`,
  statement,
  `DO $$ DECLARE taken record; BEGIN FOR taken IN SELECT definition FROM taken_index LOOP EXECUTE taken.definition; END LOOP; END $$`,
];

/** In this order, after the comments and their indexes. */
export const DERIVED_TABLES: readonly Derived[] = [
  { name: 'the sequence of ids', sql: [`SELECT setval('comment_id_seq', (SELECT comments FROM scale_size))`] },
  {
    name: 'labels that count',
    sql: [
      'TRUNCATE comment_mood',
      ...withoutIndexes('comment_mood', LABELS_THAT_COUNT),
      'ANALYZE comment_mood',
      'ALTER TABLE label ENABLE TRIGGER USER',
      'ALTER TABLE human_label ENABLE TRIGGER USER',
    ],
  },
  { name: 'counts of all comments', sql: ['TRUNCATE mood_bucket, mood_day, mood_total', buckets('0', '')] },
  {
    name: 'counts of the monitors',
    sql: [buckets('m.monitor_id', OF_MONITORS), TOTALS],
  },
  {
    name: 'counts of days by labels, emotions, kinds and stars',
    sql: [
      'TRUNCATE mood_facet_day, mood_facet_stale',
      facetDays('0', ''),
      facetDays('m.monitor_id', OF_MONITORS),
      'ANALYZE mood_facet_day',
    ],
  },
  {
    name: 'sizes of groups',
    sql: [
      'TRUNCATE text_group',
      `INSERT INTO text_group (workspace_id, number, copies)
       SELECT workspace_id, duplicate_of, count(*) FROM comment WHERE duplicate_of IS NOT NULL GROUP BY 1, 2`,
    ],
  },
];
