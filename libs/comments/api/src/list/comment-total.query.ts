import { Injectable } from '@nestjs/common';
import { Database, Prisma } from '@moodline/shared/db';
import { pickedComments } from '../comment-filter.query';
import type { ResolvedFilter } from '../resolved-filter';
import { candidateCondition } from '../search/search-condition.query';
import { searchWindows } from '../search/search-windows';

/** How many comments a filter has. */
export interface CommentTotal {
  readonly total: number;
  /** There are more than that; how many was not counted. */
  readonly capped: boolean;
}

/** Up to here comments are counted one by one. */
export const COUNTED_TO = 10_000;
/** The same for a search, where each comment has to be looked at. */
export const SEARCHED_TO = 1_000;

/** Counts the comments of a filter in a time that does not grow with them: exactly where a table of counts knows, else up to a limit. */
@Injectable()
export class CommentTotalQuery {
  constructor(private readonly database: Database) {}

  async count(filter: ResolvedFilter): Promise<CommentTotal> {
    if (candidateCondition(filter)) return this.searched(filter);
    return capped(await this.upTo(filter, COUNTED_TO + 1), COUNTED_TO);
  }

  /** Month by month, until enough are found. */
  private async searched(filter: ResolvedFilter): Promise<CommentTotal> {
    const [ends] = await this.database.$queryRaw<{ first: Date | null; last: Date | null }[]>`
      SELECT min(published_at) AS first, max(published_at) AS last FROM comment WHERE workspace_id = ${filter.workspaceId}`;
    const from = filter.from && ends?.first && filter.from > ends.first ? filter.from : (ends?.first ?? null);
    const last = ends?.last && new Date(ends.last.getTime() + 1);
    const to = filter.to && last && filter.to < last ? filter.to : (last ?? null);
    let total = 0;
    for (const window of searchWindows({ from, to, sort: 'newest', place: null })) {
      total += await this.upTo({ ...filter, ...window }, SEARCHED_TO + 1 - total);
      if (total > SEARCHED_TO) break;
    }
    return capped(total, SEARCHED_TO);
  }

  private async upTo(filter: ResolvedFilter, limit: number): Promise<number> {
    const [row] = await this.database.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM (${pickedComments(filter, Prisma.sql`c.id`)} LIMIT ${limit}) found`;
    return row?.n ?? 0;
  }
}

const capped = (found: number, limit: number): CommentTotal => ({
  total: Math.min(found, limit),
  capped: found > limit,
});
