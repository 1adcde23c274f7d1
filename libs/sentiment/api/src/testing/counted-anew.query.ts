import { Prisma, type Database } from '@moodline/shared/db';
import {
  ALL_AND_MONITORS,
  ALL_AND_SETTLED,
  bucketCounts,
  columns,
  FACET_DAY_COLUMNS,
  facetCounts,
  IN_BUCKETS,
  isEmpty,
} from '../buckets/bucket-counts.query';
import { MoodBuckets } from '../buckets/mood-buckets.repository';

/** For specs: what is counted, as it is stored and as it comes out when everything is counted anew. */
export interface CountedAnew {
  readonly buckets: readonly unknown[];
  readonly totals: readonly unknown[];
}

/** Buckets and totals as they are stored. Monitors that are being matched anew stand still and are left out. */
export async function storedCounts(database: Database, workspaceId: number): Promise<CountedAnew> {
  const settled = Prisma.sql`workspace_id = ${workspaceId}
    AND NOT EXISTS (SELECT FROM monitor m WHERE m.workspace_id = ${workspaceId} AND m.id = abs(monitor_id) AND m.rematch_cursor IS NOT NULL)`;
  const buckets = await database.$queryRaw<unknown[]>`
    SELECT monitor_id, hour, source_id, language, ${columns(IN_BUCKETS, (name) => `${name}::bigint`)}
    FROM mood_bucket
    WHERE ${settled}
    ORDER BY 1, 2, 3, 4`;
  const totals = await database.$queryRaw<unknown[]>`
    SELECT monitor_id, source_id, positive, neutral, negative, unscored, unsure, pending, apart FROM mood_total
    WHERE ${settled} AND positive + neutral + negative + unscored + pending + apart > 0
    ORDER BY 1, 2`;
  return { buckets, totals };
}

/** For specs that write comments and labels by themselves: counts them as if they had come the usual way. */
export async function countAnew(database: Database, workspaceId: number): Promise<void> {
  await database.$transaction(async (transaction) => {
    await transaction.$executeRaw`DELETE FROM mood_bucket WHERE workspace_id = ${workspaceId}`;
    await transaction.$executeRaw`DELETE FROM mood_total WHERE workspace_id = ${workspaceId}`;
    await new MoodBuckets().add(transaction, workspaceId, Prisma.sql`TRUE`, ALL_AND_MONITORS);
  });
}

/** What days are counted by labels, emotions, kinds and stars, as it is stored and as it comes out of the comments of the same days. */
export interface FacetDaysAnew {
  readonly stored: readonly unknown[];
  readonly counted: readonly unknown[];
}

/** Of days that are not stale. Monitors that are being matched anew stand still and are left out. */
export async function facetDaysAnew(database: Database, workspaceId: number): Promise<FacetDaysAnew> {
  const fresh = Prisma.sql`NOT EXISTS (SELECT FROM mood_facet_stale s WHERE s.workspace_id = ${workspaceId} AND s.day = d.day)`;
  const sums = columns(FACET_DAY_COLUMNS, (name) => `d.${name}::bigint`);
  const stored = await database.$queryRaw<unknown[]>`
    SELECT d.facet, d.value, d.monitor_id, d.day, d.source_id, ${sums}
    FROM mood_facet_day d
    WHERE d.workspace_id = ${workspaceId} AND ${fresh}
      AND NOT EXISTS (SELECT FROM monitor m WHERE m.workspace_id = ${workspaceId} AND m.id = d.monitor_id AND m.rematch_cursor IS NOT NULL)
    ORDER BY 1, 2, 3, 4, 5`;
  const days = await database.$queryRaw<{ day: Date }[]>`
    SELECT DISTINCT date_trunc('day', c.published_at, w.time_zone) AS day
    FROM comment c JOIN workspace w ON w.workspace_id = c.workspace_id WHERE c.workspace_id = ${workspaceId}`;
  const parts = days.map(({ day }) => {
    const inDay = Prisma.sql`date_trunc('day', c.published_at, w.time_zone) = ${day}`;
    return Prisma.sql`SELECT ${day}::timestamptz AS day, p.* FROM (${facetCounts(workspaceId, inDay, ALL_AND_SETTLED)}) p`;
  });
  if (!parts.length) return { stored, counted: [] };
  const counted = await database.$queryRaw<unknown[]>`
    SELECT d.facet, d.value, d.monitor_id, d.day, d.source_id, ${sums}
    FROM (${Prisma.join(parts, ' UNION ALL ')}) d
    WHERE ${fresh} AND NOT ${isEmpty('d')}
    ORDER BY 1, 2, 3, 4, 5`;
  return { stored, counted };
}

/** The same, counted from the comments. */
export async function recounted(database: Database, workspaceId: number): Promise<CountedAnew> {
  const counted = bucketCounts(workspaceId, Prisma.sql`TRUE`, ALL_AND_SETTLED);
  const buckets = await database.$queryRaw<unknown[]>`
    SELECT monitor_id, hour, source_id, language, ${columns(IN_BUCKETS, (name) => `${name}::bigint`)}
    FROM (${counted}) counted
    WHERE NOT ${isEmpty('counted')}
    ORDER BY 1, 2, 3, 4`;
  const totals = await database.$queryRaw<unknown[]>`
    SELECT monitor_id, source_id, sum(positive)::bigint AS positive, sum(neutral)::bigint AS neutral, sum(negative)::bigint AS negative,
      sum(unscored)::bigint AS unscored, sum(unsure)::bigint AS unsure, sum(pending)::bigint AS pending, sum(apart)::bigint AS apart
    FROM (${counted}) counted
    GROUP BY 1, 2
    ORDER BY 1, 2`;
  return { buckets, totals };
}
