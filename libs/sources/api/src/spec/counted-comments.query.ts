import type { CommentIntake } from '@moodline/comments/api';
import { arrayParameter, type Transaction } from '@moodline/shared/db';

/** In specs of the sources nobody labels: every comment of a source is counted as one that waits, by the transaction that stores or removes it. */
export function countComments(intake: CommentIntake): void {
  intake.onStored((transaction, workspaceId, ids) => count(transaction, { workspaceId, ids, by: 1 }), 'labels');
  intake.onRemoving((transaction, workspaceId, ids) => count(transaction, { workspaceId, ids, by: -1 }), 'labels');
}

async function count(
  transaction: Transaction,
  { workspaceId, ids, by }: { workspaceId: number; ids: readonly number[]; by: 1 | -1 },
): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO mood_total AS total (workspace_id, monitor_id, source_id, pending)
    SELECT ${workspaceId}::int, 0, source_id, count(*) * ${by}::int
    FROM comment
    WHERE workspace_id = ${workspaceId} AND id = ANY(${arrayParameter(ids)}::bigint[])
    GROUP BY source_id
    ORDER BY source_id
    ON CONFLICT (workspace_id, monitor_id, source_id) DO UPDATE SET pending = total.pending + excluded.pending`;
}
