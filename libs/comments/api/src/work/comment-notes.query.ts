import type { CommentNote } from '@moodline/comments/contract';
import type { Database } from '@moodline/shared/db';

/** Who reads or writes notes. @property all whether they may remove those of others */
export interface NoteReader {
  readonly workspaceId: number;
  readonly userId: number;
  readonly all: boolean;
}

/** The notes beside a comment with the names of who wrote them, the oldest first. */
export async function notesOf(
  database: Database,
  { workspaceId, userId, all }: NoteReader,
  commentId: number,
): Promise<CommentNote[]> {
  const rows = await database.$queryRaw<{ id: number; text: string; by: string | null; user: number; at: Date }[]>`
    SELECT n.id, n.text, u.name AS by, n.user_id AS user, n.created_at AS at FROM comment_note n
    LEFT JOIN "user" u ON u.workspace_id = n.workspace_id AND u.id = n.user_id
    WHERE n.workspace_id = ${workspaceId} AND n.comment_id = ${commentId}
    ORDER BY n.id`;
  return rows.map(({ id, text, by, user, at }) => ({
    ...{ id, text, by: by ?? '', at: at.toISOString() },
    mine: all || user === userId,
  }));
}
