import { Injectable } from '@nestjs/common';
import type { CommentQuery } from '@moodline/comments/contract';
import { Database, Prisma } from '@moodline/shared/db';
import { pickedComments, type Narrowing } from '../comment-filter.query';
import type { ResolvedFilter } from '../resolved-filter';
import { candidateCondition } from '../search/search-condition.query';
import { searchWindows } from '../search/search-windows';
import { behind, commentOrder, OF_COMMENTS, OF_LABELS, pickedColumns, type PickedComment } from './comment-order.query';

/** A part of a list. */
export interface ListPart {
  readonly sort: CommentQuery['sort'];
  /** The comment it goes on behind. */
  readonly place: PickedComment | null;
  readonly limit: number;
}

/**
 * Comments that are read in the order of the list before the index of the search is asked: a frequent word fills a page from
 * them, and the index would have to sort all its comments. Measured at ten million comments: see docs/benchmarks.md.
 */
const READ_IN_ORDER = 5_000;
/** As many are read first: they tell whether the word is frequent enough for the others. Each may lie on a page of its own on the disk. */
const GLANCED_AT = 500;

/** Which comments a list shows, in its order. Reads no more of them than the page needs. */
@Injectable()
export class CommentListQuery {
  constructor(private readonly database: Database) {}

  async pick(filter: ResolvedFilter, part: ListPart): Promise<PickedComment[]> {
    if (!candidateCondition(filter)) return this.select(filter, part);
    const glance = await this.near(filter, part, GLANCED_AT);
    if (glance.whole) return glance.found;
    if (glance.found.length * READ_IN_ORDER >= part.limit * GLANCED_AT) {
      const near = await this.near(filter, part, READ_IN_ORDER);
      if (near.whole) return near.found;
    }
    return this.byWindows(filter, part);
  }

  /** From the comments next in order. @returns what is found among so many of them; whole: it fills the part, or there are no more */
  private async near(
    filter: ResolvedFilter,
    { sort, place, limit }: ListPart,
    reach: number,
  ): Promise<{ found: PickedComment[]; whole: boolean }> {
    const { workspaceId, timeZone, from, to } = filter;
    // How far the reading goes, by time alone, and what is found on the way.
    const [edge] = await this.database.$queryRaw<PickedComment[]>`
      ${pickedComments({ workspaceId, timeZone, from, to }, pickedColumns(sort))} ${behind(sort, place)}
      ${commentOrder(sort)} OFFSET ${reach} LIMIT 1`;
    const until = edge ? notBehind(sort, edge) : Prisma.empty;
    const found = await this.select(filter, { sort, place, limit }, { looking: true, until });
    return { found, whole: found.length === limit || !edge };
  }

  /** Through the index, the months next in order first; a list by engagement looks at all of them. */
  private async byWindows(filter: ResolvedFilter, { sort, place, limit }: ListPart): Promise<PickedComment[]> {
    const found: PickedComment[] = [];
    for (const window of await this.windows(filter, sort, place)) {
      const left = limit - found.length;
      found.push(...(await this.select({ ...filter, ...window }, { sort, place, limit: left })));
      if (found.length >= limit) break;
    }
    return found;
  }

  private async windows(filter: ResolvedFilter, sort: CommentQuery['sort'], place: PickedComment | null) {
    const [ends] = await this.database.$queryRaw<{ first: Date | null; last: Date | null }[]>`
      SELECT min(published_at) AS first, max(published_at) AS last FROM comment WHERE workspace_id = ${filter.workspaceId}`;
    return searchWindows({
      from: later(filter.from, ends?.first),
      to: earlier(filter.to, ends?.last && new Date(ends.last.getTime() + 1)),
      sort,
      place,
    });
  }

  private select(
    filter: ResolvedFilter,
    { sort, place, limit }: ListPart,
    { until = Prisma.empty, ...narrowing }: Narrowing & { until?: Prisma.Sql } = {},
  ): Promise<PickedComment[]> {
    const columns = isListOfLabel(filter, sort) ? OF_LABELS : OF_COMMENTS;
    return this.database.$queryRaw<PickedComment[]>`
      ${pickedComments(filter, pickedColumns(sort), narrowing)} ${behind(sort, place, columns)} ${until}
      ${commentOrder(sort, columns)} LIMIT ${limit}`;
  }
}

/** One label, by time: `comment_mood` has an index of each in that order. */
function isListOfLabel({ label, unique, q }: ResolvedFilter, sort: CommentQuery['sort']): boolean {
  return label?.length === 1 && label[0] !== 'pending' && sort !== 'loudest' && !unique && !q;
}

/** The comments of a list up to a place. */
function notBehind(sort: CommentQuery['sort'], { value, id }: PickedComment): Prisma.Sql {
  if (sort === 'loudest') return Prisma.sql`AND (c.engagement, c.id) >= (${value}::int, ${id}::bigint)`;
  const instant = new Date(value);
  // The time by itself as well: a scan of the index does not end at a pair where the filter bounds the time, and reads on to that bound.
  return sort === 'oldest'
    ? Prisma.sql`AND c.published_at <= ${instant} AND (c.published_at, c.id) <= (${instant}::timestamptz, ${id}::bigint)`
    : Prisma.sql`AND c.published_at >= ${instant} AND (c.published_at, c.id) >= (${instant}::timestamptz, ${id}::bigint)`;
}

const later = (one: Date | null, other: Date | null | undefined) =>
  one && other && one > other ? one : (other ?? one);
const earlier = (one: Date | null, other: Date | null | undefined) =>
  one && other && one < other ? one : (other ?? one);
