import { Prisma } from '@moodline/shared/db';
import { sourceIds } from '../comment-filter.query';
import type { ResolvedFilter } from '../resolved-filter';
import { EMOTION_COLUMNS, KIND_COLUMNS, KIND_LEFT_OUT } from './facet-columns';
import { bucketSpans, type BucketSpan } from './bucket-spans';

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
    ...(hours.length ? [rowsOf(filter, hours, monitors, HOURS)] : []),
    ...(days.length ? [rowsOf(filter, days, monitors, DAYS)] : []),
  ];
  // Intervals without any time have no rows.
  const all = parts.length
    ? Prisma.join(parts, ' UNION ALL ')
    : Prisma.sql`SELECT 0 AS slot, ${columnsOf('e')} FROM mood_day e WHERE FALSE`;
  return Prisma.sql`(${all}) b`;
}

const COLUMNS = [
  ...['monitor_id', 'source_id', 'positive', 'neutral', 'negative', 'unscored', 'unsure', 'pending'],
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

/** `OFFSET 0` keeps each span a look-up of its own: as a join the planner would read the table whole, not knowing how short they are. */
function rowsOf(
  filter: BucketFilter,
  spans: readonly BucketSpan[],
  monitors: Prisma.Sql,
  { name, time }: CountTable,
): Prisma.Sql {
  const times = (end: 'from' | 'to') => spans.map((span) => span[end].toISOString());
  return Prisma.sql`
    SELECT span.slot, found.*
    FROM unnest(${spans.map(({ slot }) => slot)}::int[], ${times('from')}::timestamptz[], ${times('to')}::timestamptz[]) AS span (slot, "from", "to")
    CROSS JOIN LATERAL (
      SELECT ${columnsOf('b')}
      FROM ${name} b
      WHERE b.workspace_id = ${filter.workspaceId} AND ${monitors} AND b.${time} >= span."from" AND b.${time} < span."to"
        AND ${bucketNarrowing(filter)}
      OFFSET 0
    ) found`;
}

/** Languages and sources of a filter, as a condition on `b`. */
function bucketNarrowing({ workspaceId, language, source }: BucketFilter): Prisma.Sql {
  const conditions = [Prisma.sql`TRUE`];
  if (language?.length) conditions.push(Prisma.sql`b.language = ANY(${language}::text[])`);
  // Asked once, not for every span.
  if (source?.length) conditions.push(Prisma.sql`b.source_id = ANY(ARRAY(${sourceIds(workspaceId, source)}))`);
  return Prisma.join(conditions, ' AND ');
}
