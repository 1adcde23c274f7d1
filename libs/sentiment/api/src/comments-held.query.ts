import { arrayParameter, type Transaction } from '@moodline/shared/db';

/** Locks the rows of these comments until the transaction ends. @returns the ids of those that are there */
export async function holdComments(
  transaction: Transaction,
  workspaceId: number,
  ids: readonly number[],
): Promise<number[]> {
  const rows = await transaction.$queryRaw<{ id: number }[]>`
    SELECT id
    FROM comment
    WHERE workspace_id = ${workspaceId} AND id = ANY(${arrayParameter(ids)}::bigint[])
    ORDER BY id
    FOR NO KEY UPDATE`;
  return rows.map(({ id }) => id);
}

/** As {@link holdComments}, of those alone that still have the text that was read and a label that counts. */
export async function holdUnchanged(
  transaction: Transaction,
  workspaceId: number,
  asked: readonly { readonly commentId: number; readonly text: string }[],
): Promise<number[]> {
  const rows = await transaction.$queryRaw<{ id: number }[]>`
    SELECT c.id
    FROM comment c
    JOIN unnest(${asked.map(({ commentId }) => commentId)}::bigint[], ${asked.map(({ text }) => text)}::text[]) AS read (id, text)
      ON read.id = c.id AND read.text = c.text
    WHERE c.workspace_id = ${workspaceId}
      AND EXISTS (SELECT FROM label now WHERE now.workspace_id = c.workspace_id AND now.comment_id = c.id AND now.current)
    ORDER BY c.id
    FOR NO KEY UPDATE OF c`;
  return rows.map(({ id }) => id);
}
