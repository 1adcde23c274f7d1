import type { Transaction } from '@moodline/shared/db';

/** How many comments a workspace has, with those that are counted nowhere: off the totals, in a time that does not grow with them. */
export async function commentNumber(database: Pick<Transaction, '$queryRaw'>, workspaceId: number): Promise<number> {
  const [row] = await database.$queryRaw<{ n: number }[]>`
    SELECT coalesce(sum(positive + neutral + negative + unscored + pending + apart), 0)::int AS n
    FROM mood_total
    WHERE workspace_id = ${workspaceId} AND monitor_id = 0`;
  return row?.n ?? 0;
}
