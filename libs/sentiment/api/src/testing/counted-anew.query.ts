import { Prisma, type Database } from '@moodline/shared/db';
import { ALL_AND_MONITORS, bucketCounts, columns, IN_BUCKETS, isEmpty } from '../buckets/bucket-counts.query';
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

/** The same, counted from the comments. */
export async function recounted(database: Database, workspaceId: number): Promise<CountedAnew> {
  const settled = Prisma.sql`
    SELECT 0 AS id
    UNION ALL
    SELECT cm.monitor_id FROM comment_monitor cm
    JOIN monitor m ON m.workspace_id = cm.workspace_id AND m.id = cm.monitor_id AND m.rematch_cursor IS NULL
    WHERE cm.workspace_id = c.workspace_id AND cm.comment_id = c.id`;
  const counted = bucketCounts(workspaceId, Prisma.sql`TRUE`, settled);
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
