import type { Transaction } from '@moodline/shared/db';
import type { BucketRules } from './bucket-rules.query';

/** The begin of the first hour in which there is a comment, in both zones; null where there is none. */
export async function firstHour(
  transaction: Transaction,
  workspaceId: number,
  { zone, next }: Pick<BucketRules, 'zone' | 'next'>,
): Promise<Date | null> {
  const [row] = await transaction.$queryRaw<{ hour: Date | null }[]>`
    SELECT date_trunc('hour', date_trunc('hour', min(published_at), ${zone}), ${next}) AS hour
    FROM comment
    WHERE workspace_id = ${workspaceId}`;
  return row?.hour ?? null;
}

/** The first full hour of the next zone after about so many comments; null when there are none after it. */
export async function endOfSlice(
  transaction: Transaction,
  workspaceId: number,
  { from, size, next }: { from: Date; size: number; next: string },
): Promise<Date | null> {
  const [row] = await transaction.$queryRaw<{ hour: Date }[]>`
    SELECT date_trunc('hour', published_at, ${next}) + interval '1 hour' AS hour
    FROM comment
    WHERE workspace_id = ${workspaceId} AND published_at >= ${from}
    ORDER BY published_at
    OFFSET ${size} LIMIT 1`;
  return row?.hour ?? null;
}
