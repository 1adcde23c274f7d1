import { EMOTION_COLUMNS, KIND_COLUMNS, KIND_LEFT_OUT, MOOD_COLUMNS, perMille } from '@moodline/comments/api';
import { Prisma } from '@moodline/shared/db';

/** Columns with how many comments carry what, without their order among each other. */
const FACETS = [...Object.values(EMOTION_COLUMNS), ...Object.values(KIND_COLUMNS), KIND_LEFT_OUT] as const;

/** How many comments have stars, and sums of these: in tenths, and their squares. */
const STARS = ['starred', 'star_sum', 'star_squares'] as const;

/** Columns of the buckets. Sums of moods are of probabilities, per mille. */
export const IN_BUCKETS = [
  ...(['positive', 'neutral', 'negative', 'unscored', 'unsure', 'pending'] as const),
  ...(['positive_sum', 'neutral_sum', 'negative_sum'] as const),
  ...FACETS,
  ...STARS,
] as const;

/** Columns of the counts of days by label, emotion, kind and stars: what curves and their facets are read from. */
export const FACET_DAY_COLUMNS = [...MOOD_COLUMNS, ...FACETS] as const;

/** Columns of the totals; `apart`: comments that are in no bucket. */
export const IN_TOTALS = ['positive', 'neutral', 'negative', 'unscored', 'unsure', 'pending', 'apart'] as const;

/** All that is counted. */
export const COUNTED = [...IN_BUCKETS, 'apart'] as const;

/** Comments of one bucket: one hour, source and language of one monitor (0: of all comments). */
export type BucketCounts = Readonly<Record<(typeof COUNTED)[number], number>> & {
  readonly monitor_id: number;
  /** Milliseconds since 1970 of the begin of the hour */
  readonly hour: number;
  readonly source_id: number;
  readonly language: string;
};

/** Names of columns as SQL, each by itself or written in some way. */
export const columns = (names: readonly string[], write = (name: string) => name): Prisma.Sql =>
  Prisma.raw(names.map(write).join(', '));

/** A bucket without a comment: counted or left out for its kind. The other columns say more of these. */
export const isEmpty = (table: string): Prisma.Sql =>
  Prisma.raw(
    `${['positive', 'neutral', 'negative', 'unscored', 'pending', KIND_LEFT_OUT].map((name) => `${table}.${name}`).join(' + ')} = 0`,
  );

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

/** All comments, and each monitor that takes them and whose buckets do not stand still. */
export const ALL_AND_SETTLED = Prisma.sql`
  SELECT 0 AS id
  UNION ALL
  SELECT m.id FROM comment_monitor cm
  JOIN monitor m ON m.workspace_id = cm.workspace_id AND m.id = cm.monitor_id AND m.rematch_cursor IS NULL
  WHERE cm.workspace_id = c.workspace_id AND cm.comment_id = c.id`;

/** The begin of the hour in which `comment c` is counted: while the zone is being changed, by the next zone up to the place of that. */
const HOUR = Prisma.sql`date_trunc('hour', c.published_at, CASE WHEN c.published_at < z.next_until THEN z.next_zone ELSE coalesce(z.zone, w.time_zone) END)`;

/** A comment that is left out, whose date is unknown, or that has neither a label nor a text to label, is in no bucket. */
const STANDS = Prisma.sql`c.left_out IS NULL AND NOT c.date_unknown AND (l.comment_id IS NOT NULL OR c.erased_at IS NULL)`;

/** Of the rest, comments of some kinds are counted as what they are and in nothing else. While that is being changed: see {@link HOUR}. */
const KIND_IS_LEFT_OUT = Prisma.sql`(l.kind IS NOT NULL AND l.kind = ANY(CASE WHEN c.published_at < z.next_until THEN z.next_kinds ELSE coalesce(z.kinds, o.kinds, '{}') END))`;
const COUNTS = Prisma.sql`(${STANDS} AND NOT ${KIND_IS_LEFT_OUT})`;

const count = (condition: Prisma.Sql) => Prisma.sql`(count(*) FILTER (WHERE ${condition}))`;
const facets = (column: string, of: Readonly<Record<string, string>>, condition: Prisma.Sql) =>
  Prisma.join(
    Object.entries(of).map(
      ([value, name]) =>
        Prisma.sql`${count(Prisma.sql`l.${Prisma.raw(column)} = ${Prisma.raw(`'${value}'`)} AND ${condition}`)} AS ${Prisma.raw(name)}`,
    ),
    ', ',
  );
const TENTHS = Prisma.sql`round(c.stars * 10)::bigint`;
const starSum = (value: Prisma.Sql) => Prisma.sql`coalesce(sum(${value}) FILTER (WHERE ${COUNTS}), 0)`;
const sum = (name: 'positive' | 'neutral' | 'negative') =>
  Prisma.sql`coalesce(sum(${perMille(name)}) FILTER (WHERE ${COUNTS}), 0)`;

/** Sums over `comment c` and its label `l`, by what is counted where. */
const SUMS = Prisma.sql`
      ${count(Prisma.sql`l.label = 'positive' AND ${COUNTS}`)} AS positive,
      ${count(Prisma.sql`l.label = 'neutral' AND ${COUNTS}`)} AS neutral,
      ${count(Prisma.sql`l.label = 'negative' AND ${COUNTS}`)} AS negative,
      ${count(Prisma.sql`l.comment_id IS NOT NULL AND l.label IS NULL AND ${COUNTS}`)} AS unscored,
      ${count(Prisma.sql`l.unsure AND ${COUNTS}`)} AS unsure,
      ${count(Prisma.sql`l.comment_id IS NULL AND ${COUNTS}`)} AS pending,
      ${sum('positive')} AS positive_sum, ${sum('neutral')} AS neutral_sum, ${sum('negative')} AS negative_sum,
      ${facets('emotion', EMOTION_COLUMNS, Prisma.sql`l.label IS NOT NULL AND ${COUNTS}`)},
      ${facets('kind', KIND_COLUMNS, STANDS)},
      ${count(Prisma.sql`${STANDS} AND ${KIND_IS_LEFT_OUT}`)} AS ${Prisma.raw(KIND_LEFT_OUT)}`;

/** Comments with the rules by which they are counted and each monitor as `monitor`. */
const from = (monitors: Prisma.Sql) => Prisma.sql`
    FROM comment c
    JOIN workspace w ON w.workspace_id = c.workspace_id
    LEFT JOIN mood_zone z ON z.workspace_id = c.workspace_id
    LEFT JOIN leaving_out o ON o.workspace_id = c.workspace_id
    LEFT JOIN comment_mood l ON l.workspace_id = c.workspace_id AND l.comment_id = c.id
    CROSS JOIN LATERAL (${monitors}) monitor`;

/**
 * Counts comments by bucket: `monitor_id, hour, source_id, language` and {@link COUNTED}, in the order of the buckets' keys.
 * @param which condition on `comment c`
 * @param monitors rows with an `id` for `comment c`
 */
export function bucketCounts(workspaceId: number, which: Prisma.Sql, monitors = ALL_AND_MONITORS): Prisma.Sql {
  return Prisma.sql`
    SELECT monitor.id AS monitor_id, ${HOUR} AS hour, c.source_id, c.language, ${SUMS},
      ${count(Prisma.sql`c.stars IS NOT NULL AND ${COUNTS}`)} AS starred, ${starSum(TENTHS)} AS star_sum,
      ${starSum(Prisma.sql`${TENTHS} * ${TENTHS}`)} AS star_squares,
      ${count(Prisma.sql`NOT ${COUNTS}`)} AS apart
    ${from(monitors)}
    WHERE c.workspace_id = ${workspaceId} AND ${which}
    GROUP BY 1, 2, 3, 4
    ORDER BY 1, 2, 3, 4`;
}

/** Counts the same comments by facet: `facet, value, monitor_id, source_id` and what is counted but for stars and `apart`. Stars are rounded as filters do. */
export function facetCounts(workspaceId: number, which: Prisma.Sql, monitors: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT facet.name AS facet, facet.value, monitor.id AS monitor_id, c.source_id, ${SUMS}
    ${from(monitors)}
    CROSS JOIN LATERAL (
      VALUES ('all', ''), ('label', l.label), ('emotion', l.emotion), ('kind', l.kind), ('stars', round(c.stars::numeric)::int::text)
    ) AS facet (name, value)
    WHERE c.workspace_id = ${workspaceId} AND ${which} AND facet.value IS NOT NULL
    GROUP BY 1, 2, 3, 4
    ORDER BY 1, 2, 3, 4`;
}
