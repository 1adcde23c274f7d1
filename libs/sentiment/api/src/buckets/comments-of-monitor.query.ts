import type { Transaction } from '@moodline/shared/db';

/** The next comments that a monitor takes, by their ids. */
export async function commentsOfMonitor(
  transaction: Transaction,
  workspaceId: number,
  { monitorId, after, limit }: { monitorId: number; after: number; limit: number },
): Promise<number[]> {
  const rows = await transaction.$queryRaw<{ id: number }[]>`
    SELECT comment_id AS id
    FROM comment_monitor
    WHERE workspace_id = ${workspaceId} AND monitor_id = ${monitorId} AND comment_id > ${after}
    ORDER BY comment_id
    LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}
