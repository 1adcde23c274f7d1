import { Prisma } from '@moodline/shared/db';
import { sourceIds } from '../comment-filter.query';
import type { ResolvedFilter } from '../resolved-filter';
import { EMOTION_COLUMNS, KIND_COLUMNS, KIND_LEFT_OUT } from './facet-columns';
import { bucketSpans, type BucketSpan, type HourSpan } from './bucket-spans';

/** A filter that buckets can answer: its period has both ends, on full hours, and it names neither texts nor labels. */
export type BucketFilter = Pick<ResolvedFilter, 'workspaceId' | 'language' | 'source'> & {
  readonly from: Date;
  readonly to: Date;
};

/**
 * Rows of buckets of a filter as `b`, each with the `slot` it belongs to, as a `FROM` item: as few as there are, whole days at once.
 * @param monitors condition on `b.monitor_id`
 */
export function bucketRows(filter: BucketFilter, starts: readonly Date[], monitors: Prisma.Sql): Prisma.Sql {
  const { hours, days } = bucketSpans(filter, starts);
  const parts = [
    ...(hours.length ? [hourRows(filter, hours, monitors)] : []),
    ...(days.length ? [dayRows(filter, days, monitors)] : []),
  ];
  // Intervals without any time have no rows.
  const all = parts.length
    ? Prisma.join(parts, ' UNION ALL ')
    : Prisma.sql`SELECT 0 AS slot, ${columnsOf('e')} FROM mood_day e WHERE FALSE`;
  return Prisma.sql`(${all}) b`;
}

const KEYS = ['monitor_id', 'source_id'];
const COLUMNS = [
  ...KEYS,
  ...['positive', 'neutral', 'negative', 'unscored', 'unsure', 'pending'],
  ...['positive_sum', 'neutral_sum', 'negative_sum'],
  ...Object.values(EMOTION_COLUMNS),
  ...Object.values(KIND_COLUMNS),
  KIND_LEFT_OUT,
];
const columnsOf = (table: string) => Prisma.raw(COLUMNS.map((name) => `${table}.${name}`).join(', '));

/** A table of counts, and the column of its time. */
interface CountTable {
  readonly name: Prisma.Sql;
  readonly time: Prisma.Sql;
}
const HOURS: CountTable = { name: Prisma.sql`mood_bucket`, time: Prisma.sql`hour` };
const DAYS: CountTable = { name: Prisma.sql`mood_day`, time: Prisma.sql`day` };

/** Rows of the days of spans. */
function dayRows(filter: BucketFilter, spans: readonly BucketSpan[], monitors: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT span.slot, found.*
    FROM unnest(${spans.map(({ slot }) => slot)}::int[], ${ends(spans, 'from')}, ${ends(spans, 'to')}) AS span (slot, "from", "to")
    CROSS JOIN LATERAL (${found(filter, monitors, DAYS)}) found`;
}

/** Rows of hours, once for each interval that they are added to or taken off: there with negative counts. */
function hourRows(filter: BucketFilter, spans: readonly HourSpan[], monitors: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT part.slot, ${Prisma.raw(SIGNED)}
    FROM unnest(
      ${spans.map(({ adds }) => adds ?? NO_SLOT)}::int[], ${spans.map(({ takes }) => takes ?? NO_SLOT)}::int[],
      ${ends(spans, 'from')}, ${ends(spans, 'to')}) AS span (adds, takes, "from", "to")
    CROSS JOIN LATERAL (${found(filter, monitors, HOURS)}) found
    CROSS JOIN LATERAL (VALUES (span.adds, 1), (span.takes, -1)) AS part (slot, sign)
    WHERE part.slot <> ${NO_SLOT}`;
}

const NO_SLOT = -1;
const SIGNED = COLUMNS.map((name) =>
  KEYS.includes(name) ? `found.${name}` : `part.sign * found.${name} AS ${name}`,
).join(', ');

const ends = (spans: readonly Pick<BucketSpan, 'from' | 'to'>[], end: 'from' | 'to') =>
  Prisma.sql`${spans.map((span) => span[end].toISOString())}::timestamptz[]`;

/** `OFFSET 0` keeps each span a look-up of its own: as a join the planner would read the table whole, not knowing how short they are. */
function found(filter: BucketFilter, monitors: Prisma.Sql, { name, time }: CountTable): Prisma.Sql {
  return Prisma.sql`
    SELECT ${columnsOf('b')}
    FROM ${name} b
    WHERE b.workspace_id = ${filter.workspaceId} AND ${monitors} AND b.${time} >= span."from" AND b.${time} < span."to"
      AND ${bucketNarrowing(filter)}
    OFFSET 0`;
}

/** Languages and sources of a filter, as a condition on `b`. */
function bucketNarrowing({ workspaceId, language, source }: BucketFilter): Prisma.Sql {
  const conditions = [Prisma.sql`TRUE`];
  if (language?.length) conditions.push(Prisma.sql`b.language = ANY(${language}::text[])`);
  // Asked once, not for every span.
  if (source?.length) conditions.push(Prisma.sql`b.source_id = ANY(ARRAY(${sourceIds(workspaceId, source)}))`);
  return Prisma.join(conditions, ' AND ');
}
