import { arrayParameter, type Transaction } from '@moodline/shared/db';

/** Which of these comments are there with their text. They stay so until the transaction ends. */
export async function commentsThere(
  transaction: Transaction,
  workspaceId: number,
  commentIds: readonly number[],
): Promise<number[]> {
  const rows = await transaction.$queryRaw<{ id: number }[]>`
    SELECT id FROM comment
    WHERE workspace_id = ${workspaceId} AND id = ANY(${arrayParameter(commentIds)}::bigint[]) AND erased_at IS NULL
    ORDER BY id
    FOR NO KEY UPDATE`;
  return rows.map(({ id }) => id);
}
