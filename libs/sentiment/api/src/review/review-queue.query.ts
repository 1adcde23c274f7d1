import { Injectable } from '@nestjs/common';
import { bucketRows, commentsFrom, type ResolvedFilter } from '@moodline/comments/api';
import { LABELS } from '@moodline/comments/contract';
import { Database, Prisma } from '@moodline/shared/db';
import type { DrawnPlace, ReviewPlace } from './review-cursor';

/** Nobody reviews more than these; so many are counted. */
export const COUNTED_TO = 10_000;
/** Places of the order of drawing that are looked at for one page: in a short period few of them are in it. */
const LOOKED_AT = 500;
/** Texts judged last, which those to come should be unlike. */
const REMEMBERED = 200;
/** A time before and after all comments, on full hours. */
const EVER = { from: new Date('1970-01-01T00:00:00Z'), to: new Date('2200-01-01T00:00:00Z') };

/** A comment of the queue with its text. */
export interface TellingPlace extends ReviewPlace {
  readonly text: string;
}

/** Comments that were drawn, and where drawing goes on; null where everything was looked at. */
export interface Drawn {
  readonly ids: readonly number[];
  readonly next: DrawnPlace | null;
}

/** Labelled comments that nobody has judged yet, by what a person's word on them is worth, and in an order that is random. */
@Injectable()
export class ReviewQueue {
  constructor(private readonly database: Database) {}

  /** Those on which a word is worth most. @param after place of the last comment seen; the queue goes on behind it */
  async telling(filter: ResolvedFilter, after: ReviewPlace | null, limit: number): Promise<TellingPlace[]> {
    const behind = after
      ? Prisma.sql`AND (l.review_score, l.comment_id) < (${after.score}::numeric, ${after.id}::bigint)`
      : Prisma.empty;
    return this.database.$queryRaw<TellingPlace[]>`
      SELECT l.comment_id AS id, l.review_score::text AS score, c.text ${waiting(filter)} ${behind}
      ORDER BY l.review_score DESC, l.comment_id DESC LIMIT ${limit}`;
  }

  /** The next ones in the order of drawing. */
  async drawn(filter: ResolvedFilter, after: DrawnPlace | null, limit: number): Promise<Drawn> {
    const { workspaceId } = filter;
    const behind = after
      ? Prisma.sql`AND (review_draw(comment_id), comment_id) > (${after.place}::bigint, ${after.id}::bigint)`
      : Prisma.empty;
    const rows = await this.database.$queryRaw<(DrawnPlace & { readonly matches: boolean })[]>`
      SELECT place.comment_id AS id, place.draw::text AS place, found.matches IS NOT NULL AS matches
      FROM (
        SELECT comment_id, review_draw(comment_id) AS draw FROM comment_mood
        WHERE workspace_id = ${workspaceId} AND review_score IS NOT NULL ${behind}
        ORDER BY review_draw(comment_id), comment_id LIMIT ${LOOKED_AT}
      ) place
      LEFT JOIN LATERAL (
        SELECT TRUE AS matches ${commentsFrom(filter, THIS_MOOD)} AND c.id = place.comment_id LIMIT 1
      ) found ON TRUE
      ORDER BY place.draw, place.comment_id`;
    const matching = rows.filter(({ matches }) => matches).slice(0, limit);
    const last = matching.length === limit ? matching.at(-1) : rows.length === LOOKED_AT ? rows.at(-1) : undefined;
    return { ids: matching.map(({ id }) => id), next: last ? { id: last.id, place: last.place } : null };
  }

  /** How many there are, counted up to {@link COUNTED_TO}. */
  async left(filter: ResolvedFilter): Promise<number> {
    const [row] = await this.database.$queryRaw<{ left: number }[]>`
      SELECT count(*)::int AS left FROM (SELECT ${commentsFrom(filter, SCORE)} LIMIT ${COUNTED_TO}) found`;
    return row?.left ?? 0;
  }

  /** Labelled comments of a period, off the buckets. */
  async labelled({ workspaceId, from, to }: ResolvedFilter): Promise<number> {
    const period = { workspaceId, from: from ?? EVER.from, to: to ?? EVER.to };
    const [row] = await this.database.$queryRaw<{ n: number }[]>`
      SELECT coalesce(sum(b.positive + b.neutral + b.negative), 0)::int AS n
      FROM ${bucketRows(period, [period.from], { monitors: Prisma.sql`b.monitor_id = 0`, columns: LABELS })}`;
    return row?.n ?? 0;
  }

  /** Texts that people judged last. */
  async judgedLast(workspaceId: number): Promise<string[]> {
    const rows = await this.database.$queryRaw<{ text: string }[]>`
      SELECT c.text
      FROM (SELECT comment_id FROM human_label WHERE workspace_id = ${workspaceId} ORDER BY created_at DESC LIMIT ${REMEMBERED}) h
      JOIN comment c ON c.workspace_id = ${workspaceId} AND c.id = h.comment_id`;
    return rows.map(({ text }) => text);
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
    WHERE scored.workspace_id = c.workspace_id AND scored.comment_id = c.id AND scored.review_score IS NOT NULL AND c.text <> ''
    OFFSET 0
  ) l`;

/** Without words there is nothing to judge. */
const THIS_MOOD = Prisma.sql`JOIN comment_mood l ON l.workspace_id = c.workspace_id AND l.comment_id = c.id AND c.text <> ''`;

/** Of the filtered comments those with a machine's label and no person's: they have a score (see the SQL function `review_score`). */
function waiting(filter: ResolvedFilter): Prisma.Sql {
  return commentsFrom(filter, Prisma.sql`${THIS_MOOD} AND l.review_score IS NOT NULL`);
}
