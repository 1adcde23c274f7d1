import type { Language } from '@moodline/shared/contract';
import { arrayParameter, Prisma } from '@moodline/shared/db';

/** What labelling reads of a comment. */
export interface CommentToLabel {
  readonly text: string;
  readonly language: Language;
  /** What its author gave beside words. */
  readonly stars: number | null;
  /** The first comment of its group of nearly the same texts; its own id where it stands alone. */
  readonly groupId: number;
}

/** The columns of a {@link CommentToLabel}, of `comment c`. */
export const TO_LABEL = Prisma.sql`c.text, c.language, c.stars, coalesce(c.duplicate_of, c.id) AS "groupId"`;

/** Joins as `comment c` the comments that `taken` names by `workspace_id` and `comment_id`. */
export const JOIN_COMMENT_OF_TAKEN = Prisma.sql`
  JOIN comment c ON c.workspace_id = taken.workspace_id AND c.id = taken.comment_id`;

/** Workspace, id and date of these comments as far as they have a text. */
export const commentsWithText = (workspaceId: number, ids: readonly number[]): Prisma.Sql => Prisma.sql`
  SELECT workspace_id, id, published_at
  FROM comment
  WHERE workspace_id = ${workspaceId} AND id = ANY(${arrayParameter(ids)}::bigint[]) AND erased_at IS NULL`;
