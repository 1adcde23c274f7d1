import type { Transaction } from '@moodline/shared/db';
import type { IncomingTag } from '../incoming-comment';

/** What people said of a comment and tags. */
export interface SaidTags {
  readonly commentId: number;
  readonly tags: readonly IncomingTag[];
}

/**
 * Keeps what people said of comments and tags that come back with an export. A tag is known by its name; one that there is none of is
 * made. Call with the rows of the comments locked.
 */
export async function keepSaidTags(
  transaction: Transaction,
  workspaceId: number,
  comments: readonly SaidTags[],
): Promise<void> {
  const colors = new Map(comments.flatMap(({ tags }) => tags.map(({ tag, color }) => [tag, color] as const)));
  if (!colors.size) return;
  const names = [...colors.keys()].sort();
  await transaction.$executeRaw`
    INSERT INTO tag (workspace_id, name, color)
    SELECT ${workspaceId}, made.name, made.color
    FROM unnest(${names}::text[], ${names.map((name) => colors.get(name) ?? 'blue')}::text[]) AS made (name, color)
    ON CONFLICT (workspace_id, name) DO NOTHING`;
  const rows = await transaction.$queryRaw<{ id: number; name: string }[]>`
    SELECT id, name FROM tag
    WHERE workspace_id = ${workspaceId} AND name = ANY(${names}::text[])
    ORDER BY id
    FOR KEY SHARE`;
  const ids = new Map(rows.map(({ id, name }) => [name, id]));
  await transaction.commentTag.createMany({
    data: comments.flatMap(({ commentId, tags }) =>
      tags.flatMap(({ tag, said, by, at, drawn }) => {
        const tagId = ids.get(tag);
        return tagId ? [{ workspaceId, commentId, tagId, said, drawn, byName: by, saidAt: at ?? new Date() }] : [];
      }),
    ),
    skipDuplicates: true,
  });
}
