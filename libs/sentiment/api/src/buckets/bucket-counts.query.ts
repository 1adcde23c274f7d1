import { Prisma } from '@moodline/shared/db';

/** Comments of one bucket: one hour, source and language of one monitor (0: of all comments). */
export interface BucketCounts {
  readonly monitorId: number;
  /** Milliseconds since 1970 of the begin of the hour */
  readonly hour: number;
  readonly sourceId: number;
  readonly language: string;
  readonly positive: number;
  readonly neutral: number;
  readonly negative: number;
  readonly unscored: number;
  readonly unsure: number;
  readonly pending: number;
  /** Sums of probabilities, per mille */
  readonly positiveSum: number;
  readonly neutralSum: number;
  readonly negativeSum: number;
  /** Comments that are in no bucket, for the totals only */
  readonly apart: number;
}

/** What of {@link BucketCounts} is counted. */
export const COUNTED = [
  'positive',
  'neutral',
  'negative',
  'unscored',
  'unsure',
  'pending',
  'positiveSum',
  'neutralSum',
  'negativeSum',
  'apart',
] as const satisfies readonly (keyof BucketCounts)[];

/**
 * The monitors of `comment c`, as buckets know them: settled ones by their id. Of one whose rules have changed the buckets stand still
 * until it is matched; then it is counted anew under its negative id, and comments up to the place of that count are kept in there.
 */
const MONITORS = Prisma.sql`
  SELECT CASE WHEN m.count_cursor IS NULL THEN m.id ELSE -m.id END AS id
  FROM comment_monitor cm
  JOIN monitor m ON m.workspace_id = cm.workspace_id AND m.id = cm.monitor_id
  WHERE cm.workspace_id = c.workspace_id AND cm.comment_id = c.id AND (m.rematch_cursor IS NULL OR c.id <= m.count_cursor)`;

/** All comments, and each monitor that takes them. */
export const ALL_AND_MONITORS = Prisma.sql`SELECT 0 AS id UNION ALL ${MONITORS}`;

/** The begin of the hour in which `comment c` is counted: while the zone is being changed, by the next zone up to the place of that. */
const HOUR = Prisma.sql`date_trunc('hour', c.published_at, CASE WHEN c.published_at < z.next_until THEN z.next_zone ELSE coalesce(z.zone, w.time_zone) END)`;

/** A comment that is left out, whose date is unknown, or that has neither a label nor a text to label, is in no bucket. */
const COUNTS = Prisma.sql`(c.left_out IS NULL AND NOT c.date_unknown AND (l.comment_id IS NOT NULL OR c.erased_at IS NULL))`;

/** The probability of a class in the label that counts, per mille: a whole number, so that sums do not depend on their order. */
const mille = (name: 'positive' | 'neutral' | 'negative') => {
  const column = Prisma.raw(`l.${name}`);
  return Prisma.sql`CASE
    WHEN l.label IS NULL THEN 0
    WHEN l.human_label IS NULL AND ${column} IS NOT NULL THEN round(${column} * 1000)::int
    WHEN l.label = ${Prisma.raw(`'${name}'`)} THEN 1000
    ELSE 0 END`;
};
const count = (condition: Prisma.Sql) => Prisma.sql`(count(*) FILTER (WHERE ${condition}))`;
const sum = (name: 'positive' | 'neutral' | 'negative') =>
  Prisma.sql`coalesce(sum(${mille(name)}) FILTER (WHERE ${COUNTS}), 0)`;

/**
 * Counts comments by bucket: `monitor_id, hour, source_id, language` and {@link COUNTED} in that order, in the order of the buckets' keys.
 * @param which condition on `comment c`
 * @param monitors rows with an `id` for `comment c`
 */
export function bucketCounts(workspaceId: number, which: Prisma.Sql, monitors = ALL_AND_MONITORS): Prisma.Sql {
  return Prisma.sql`
    SELECT monitor.id AS monitor_id, ${HOUR} AS hour, c.source_id, c.language,
      ${count(Prisma.sql`l.label = 'positive' AND ${COUNTS}`)} AS positive,
      ${count(Prisma.sql`l.label = 'neutral' AND ${COUNTS}`)} AS neutral,
      ${count(Prisma.sql`l.label = 'negative' AND ${COUNTS}`)} AS negative,
      ${count(Prisma.sql`l.comment_id IS NOT NULL AND l.label IS NULL AND ${COUNTS}`)} AS unscored,
      ${count(Prisma.sql`l.unsure AND ${COUNTS}`)} AS unsure,
      ${count(Prisma.sql`l.comment_id IS NULL AND ${COUNTS}`)} AS pending,
      ${sum('positive')} AS positive_sum, ${sum('neutral')} AS neutral_sum, ${sum('negative')} AS negative_sum,
      ${count(Prisma.sql`NOT ${COUNTS}`)} AS apart
    FROM comment c
    JOIN workspace w ON w.workspace_id = c.workspace_id
    LEFT JOIN mood_zone z ON z.workspace_id = c.workspace_id
    LEFT JOIN comment_mood l ON l.workspace_id = c.workspace_id AND l.comment_id = c.id
    CROSS JOIN LATERAL (${monitors}) monitor
    WHERE c.workspace_id = ${workspaceId} AND ${which}
    GROUP BY 1, 2, 3, 4
    ORDER BY 1, 2, 3, 4`;
}
