import { Injectable } from '@nestjs/common';
import { commentsFrom, type ResolvedFilter } from '@moodline/comments/api';
import { Database, Prisma } from '@moodline/shared/db';

/** A place in the queue. */
export interface ReviewPlace {
  readonly id: number;
  readonly score: string;
}

/** Nobody reviews more than these; so many are counted. */
const COUNTED_TO = 10_000;

/** Labelled comments that nobody has judged yet, by what a person's word on them is worth. */
@Injectable()
export class ReviewQueue {
  constructor(private readonly database: Database) {}

  /** @param cursor place of the last comment seen; the queue goes on behind it */
  async page(filter: ResolvedFilter, { cursor, limit }: { cursor?: string; limit: number }): Promise<ReviewPlace[]> {
    const after = placeOf(cursor);
    const behind = after
      ? Prisma.sql`AND (l.review_score, l.comment_id) < (${after.score}::numeric, ${after.id}::bigint)`
      : Prisma.empty;
    return this.database.$queryRaw<ReviewPlace[]>`
      SELECT l.comment_id AS id, l.review_score::text AS score ${waiting(filter)} ${behind}
      ORDER BY l.review_score DESC, l.comment_id DESC LIMIT ${limit}`;
  }

  /** How many there are, counted up to {@link COUNTED_TO}. */
  async left(filter: ResolvedFilter): Promise<number> {
    const [row] = await this.database.$queryRaw<{ left: number }[]>`
      SELECT count(*)::int AS left FROM (SELECT ${commentsFrom(filter, SCORE)} LIMIT ${COUNTED_TO}) found`;
    return row?.left ?? 0;
  }

  /** How many comments a person has judged since an instant. */
  judgedSince(workspaceId: number, userId: number, since: Date): Promise<number> {
    return this.database.humanLabel.count({ where: { workspaceId, userId, createdAt: { gte: since } } });
  }
}

/** Looked up comment by comment: for a count that ends soon, no join over all of them. */
const SCORE = Prisma.sql`
  CROSS JOIN LATERAL (
    SELECT scored.* FROM comment_mood scored
    WHERE scored.workspace_id = c.workspace_id AND scored.comment_id = c.id AND scored.review_score IS NOT NULL
    OFFSET 0
  ) l`;

/** Of the filtered comments those with a machine's label and no person's: they have a score (see the SQL function `review_score`). */
function waiting(filter: ResolvedFilter): Prisma.Sql {
  return commentsFrom(
    filter,
    Prisma.sql`JOIN comment_mood l ON l.workspace_id = c.workspace_id AND l.comment_id = c.id AND l.review_score IS NOT NULL`,
  );
}

function placeOf(cursor: string | undefined): ReviewPlace | null {
  const match = cursor?.match(/^(\d{1,6}\.\d{6})_(\d{1,16})$/);
  return match ? { score: match[1] as string, id: Number(match[2]) } : null;
}

/** The cursor that names a place. */
export const cursorOf = ({ score, id }: ReviewPlace): string => `${score}_${id}`;
