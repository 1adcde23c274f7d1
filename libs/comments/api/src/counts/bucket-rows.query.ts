import { Prisma } from '@moodline/shared/db';
import { sourceIds } from '../comment-filter.query';
import type { ResolvedFilter } from '../resolved-filter';
import type { EMOTION_COLUMNS, KIND_COLUMNS, KIND_LEFT_OUT } from './facet-columns';
import { bucketSpans, type BucketSpan, type HourSpan } from './bucket-spans';

/** A filter that buckets can answer: its period has both ends, on full hours, and it names neither texts nor labels. */
export type BucketFilter = Pick<ResolvedFilter, 'workspaceId' | 'language' | 'source'> & {
  readonly from: Date;
  readonly to: Date;
};

const KEYS = ['monitor_id', 'source_id'] as const;

/** A count or sum that days and hours both keep. */
export type BucketColumn =
  | `${'positive' | 'neutral' | 'negative'}${'' | '_sum'}`
  | 'unscored'
  | 'unsure'
  | 'pending'
  | (typeof EMOTION_COLUMNS)[keyof typeof EMOTION_COLUMNS]
  | (typeof KIND_COLUMNS)[keyof typeof KIND_COLUMNS]
  | typeof KIND_LEFT_OUT;

/** What the counts of moods are made of. */
export const MOOD_COLUMNS = [
  ...(['positive', 'neutral', 'negative', 'unscored', 'unsure', 'pending'] as const),
  ...(['positive_sum', 'negative_sum'] as const),
] as const satisfies readonly BucketColumn[];

/** Which buckets, and what of them. */
export interface BucketPick {
  /** Condition on `b.monitor_id` */
  readonly monitors: Prisma.Sql;
  readonly columns: readonly BucketColumn[];
}

/**
 * Sums of the buckets of a filter as `b`, one for each `slot`, monitor and source, as a `FROM` item that may give one several times, in parts:
 * out of as few rows as there are, whole days at once. Each stretch of time is added up where it is read, so that few rows are carried on.
 */
export function bucketRows(filter: BucketFilter, starts: readonly Date[], pick: BucketPick): Prisma.Sql {
  const { hours, days } = bucketSpans(filter, starts);
  const parts = [
    ...(hours.length ? [hourRows(filter, hours, pick)] : []),
    ...(days.length ? [dayRows(filter, days, pick)] : []),
  ];
  // Intervals without any time have no rows.
  const all = parts.length
    ? Prisma.join(parts, ' UNION ALL ')
    : Prisma.sql`SELECT 0 AS slot, ${Prisma.raw([...KEYS, ...pick.columns].join(', '))} FROM mood_day WHERE FALSE`;
  return Prisma.sql`(${all}) b`;
}

/** A table of counts, and the column of its time. */
interface CountTable {
  readonly name: Prisma.Sql;
  readonly time: Prisma.Sql;
}
const HOURS: CountTable = { name: Prisma.sql`mood_bucket`, time: Prisma.sql`hour` };
const DAYS: CountTable = { name: Prisma.sql`mood_day`, time: Prisma.sql`day` };

/** Sums of the days of spans. */
function dayRows(filter: BucketFilter, spans: readonly BucketSpan[], pick: BucketPick): Prisma.Sql {
  return Prisma.sql`
    SELECT span.slot, found.*
    FROM unnest(${spans.map(({ slot }) => slot)}::int[], ${ends(spans, 'from')}, ${ends(spans, 'to')}) AS span (slot, "from", "to")
    CROSS JOIN LATERAL (${found(filter, pick, DAYS)}) found`;
}

/** Sums of hours, read once for the intervals that they are added to and taken off: there with negative counts. */
function hourRows(filter: BucketFilter, spans: readonly HourSpan[], pick: BucketPick): Prisma.Sql {
  return Prisma.sql`
    SELECT part.slot, ${Prisma.raw(signed(pick.columns))}
    FROM unnest(
      ${spans.map(({ adds }) => adds ?? NO_SLOT)}::int[], ${spans.map(({ takes }) => takes ?? NO_SLOT)}::int[],
      ${ends(spans, 'from')}, ${ends(spans, 'to')}) AS span (adds, takes, "from", "to")
    CROSS JOIN LATERAL (${found(filter, pick, HOURS)}) found
    CROSS JOIN LATERAL (VALUES (span.adds, 1), (span.takes, -1)) AS part (slot, sign)
    WHERE part.slot <> ${NO_SLOT}`;
}

const NO_SLOT = -1;
const signed = (columns: readonly BucketColumn[]) =>
  [...KEYS.map((name) => `found.${name}`), ...columns.map((name) => `part.sign * found.${name} AS ${name}`)].join(', ');

const ends = (spans: readonly Pick<BucketSpan, 'from' | 'to'>[], end: 'from' | 'to') =>
  Prisma.sql`${spans.map((span) => span[end].toISOString())}::timestamptz[]`;

/** Being added up, each span stays a look-up of its own: as a join the planner would read the table whole, not knowing how short they are. */
function found(filter: BucketFilter, { monitors, columns }: BucketPick, { name, time }: CountTable): Prisma.Sql {
  return Prisma.sql`
    SELECT ${Prisma.raw([...KEYS.map((key) => `b.${key}`), ...columns.map((sum) => `sum(b.${sum}) AS ${sum}`)].join(', '))}
    FROM ${name} b
    WHERE b.workspace_id = ${filter.workspaceId} AND ${monitors} AND b.${time} >= span."from" AND b.${time} < span."to"
      AND ${bucketNarrowing(filter)}
    GROUP BY ${Prisma.raw(KEYS.map((key) => `b.${key}`).join(', '))}`;
}

/** Languages and sources of a filter, as a condition on `b`. */
function bucketNarrowing({ workspaceId, language, source }: BucketFilter): Prisma.Sql {
  const conditions = [Prisma.sql`TRUE`];
  if (language?.length) conditions.push(Prisma.sql`b.language = ANY(${language}::text[])`);
  // Asked once, not for every span.
  if (source?.length) conditions.push(Prisma.sql`b.source_id = ANY(ARRAY(${sourceIds(workspaceId, source)}))`);
  return Prisma.join(conditions, ' AND ');
}
