import { Injectable } from '@nestjs/common';
import { countedLabel, filteredComments, type ResolvedFilter } from '@moodline/comments/api';
import { Database, Prisma } from '@moodline/shared/db';

/** A place in the queue. */
export interface ReviewPlace {
  readonly id: number;
  readonly score: string;
}

const BEST = Prisma.sql`greatest(l.positive, l.neutral, l.negative)`;
const SECOND = Prisma.sql`(l.positive + l.neutral + l.negative - ${BEST} - least(l.positive, l.neutral, l.negative))`;
/**
 * How much a person's word on a comment is worth: (1 − margin) × log2(2 + engagement). The margin is how far the best label
 * is ahead of the next one, so a toss-up weighs 1 and a sure label nearly 0; a comment with 1,000 likes weighs ten times as
 * much as one that nobody liked. Rounded, so that a cursor names a place exactly.
 */
const SCORE = Prisma.sql`round(((1 - (${BEST} - ${SECOND})) * ln(2.0::float8 + c.engagement) / ln(2.0::float8))::numeric, 6)`;

/** Labelled comments that nobody has judged yet, by what a person's word on them is worth. */
@Injectable()
export class ReviewQueue {
  constructor(private readonly database: Database) {}

  /** @param cursor place of the last comment seen; the queue goes on behind it */
  async page(filter: ResolvedFilter, { cursor, limit }: { cursor?: string; limit: number }): Promise<ReviewPlace[]> {
    const after = placeOf(cursor);
    const behind = after
      ? Prisma.sql`WHERE (score, id) < (${after.score}::numeric, ${after.id}::bigint)`
      : Prisma.empty;
    return this.database.$queryRaw<ReviewPlace[]>`
      SELECT id, score::text FROM (SELECT c.id, ${SCORE} AS score ${waiting(filter)}) scored ${behind} ORDER BY score DESC, id DESC LIMIT ${limit}`;
  }

  async left(filter: ResolvedFilter): Promise<number> {
    const [row] = await this.database.$queryRaw<{ left: number }[]>`SELECT count(*)::int AS left ${waiting(filter)}`;
    return row?.left ?? 0;
  }

  /** How many comments a person has judged since an instant. */
  judgedSince(workspaceId: number, userId: number, since: Date): Promise<number> {
    return this.database.humanLabel.count({ where: { workspaceId, userId, createdAt: { gte: since } } });
  }
}

/** Of the filtered comments those with a machine's label and no person's. */
function waiting(filter: ResolvedFilter): Prisma.Sql {
  return Prisma.sql`
    FROM (${filteredComments(filter, Prisma.sql`c.*`)}) c ${countedLabel(filter.workspaceId)}
    WHERE l.machine_label IS NOT NULL AND l.human_label IS NULL AND l.positive IS NOT NULL`;
}

function placeOf(cursor: string | undefined): ReviewPlace | null {
  const match = cursor?.match(/^(\d{1,6}\.\d{6})_(\d{1,16})$/);
  return match ? { score: match[1] as string, id: Number(match[2]) } : null;
}

/** The cursor that names a place. */
export const cursorOf = ({ score, id }: ReviewPlace): string => `${score}_${id}`;
