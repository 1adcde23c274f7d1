import { Prisma } from '@moodline/shared/db';

/**
 * Whether a row `comment_tag ct` gives its `tag t` to its comment: a person said so, or nobody said anything and it is probable enough,
 * with the switch on by which the machine gave it.
 */
export const TAG_COUNTS = Prisma.sql`coalesce(
  ct.said,
  ct.probability >= t.threshold AND CASE ct.given WHEN 'new' THEN t.apply_new ELSE t.apply_stored END,
  FALSE
)`;

/** Whether `comment c` has a tag. */
export function hasTag(workspaceId: number, tag: number): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT FROM comment_tag ct
    JOIN tag t ON t.workspace_id = ct.workspace_id AND t.id = ct.tag_id
    WHERE ct.workspace_id = ${workspaceId} AND ct.tag_id = ${tag} AND ct.comment_id = c.id AND ${TAG_COUNTS}
  )`;
}
