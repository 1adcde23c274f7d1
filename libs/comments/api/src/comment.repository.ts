import { Injectable } from '@nestjs/common';
import type { Comment, CommentPage, CommentQuery, CommentThread } from '@moodline/comments/contract';
import { Database } from '@moodline/shared/db';
import { readComments } from './comment-rows.query';
import { readCountingRules, type CountingRules } from './counting-rules.query';
import { CommentListQuery } from './list/comment-list.query';
import { cursorOf, placeOf, type PickedComment } from './list/comment-order.query';
import { CommentTotalQuery } from './list/comment-total.query';
import type { ResolvedFilter } from './resolved-filter';
import { everyTextIndexed } from './search/search-condition.query';
import { readThread } from './work/comment-thread.query';

type Paging = Pick<CommentQuery, 'cursor' | 'limit' | 'sort'>;

/** Reads comments as people see them. */
@Injectable()
export class CommentRepository {
  constructor(
    private readonly database: Database,
    private readonly list: CommentListQuery = new CommentListQuery(database),
    private readonly totals: CommentTotalQuery = new CommentTotalQuery(database),
  ) {}

  countingRules(workspaceId: number): Promise<CountingRules> {
    return readCountingRules(this.database, workspaceId);
  }

  async timeZone(workspaceId: number): Promise<string> {
    return (await this.countingRules(workspaceId)).timeZone;
  }

  searchIndexed(workspaceId: number): Promise<boolean> {
    return everyTextIndexed(this.database, workspaceId);
  }

  /** One page by keyset: stable while new comments come in. How many there are is counted with the first page only. */
  async page(filter: ResolvedFilter, { cursor, limit, sort }: Paging): Promise<CommentPage> {
    const place = placeOf(cursor);
    const [picked, counted] = await Promise.all([
      this.list.pick(filter, { sort, place, limit: limit + 1 }),
      place ? null : this.totals.count(filter),
    ]);
    const shown = picked.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: await this.byIds(
        filter.workspaceId,
        shown.map(({ id }) => id),
      ),
      nextCursor: picked.length > limit && last ? cursorOf(last) : null,
      total: counted?.total ?? null,
      totalCapped: counted?.capped ?? false,
      slowSearch: Boolean(filter.q || filter.themeWords?.length) && !filter.searchIndexed,
    };
  }

  /** Comments by id, in the order of the ids; ids that are not there are left out. */
  async byIds(workspaceId: number, ids: readonly number[]): Promise<Comment[]> {
    return readComments(this.database, workspaceId, ids);
  }

  /** The comment with what it answers and what answers it; null where it is not there. */
  thread(workspaceId: number, id: number): Promise<CommentThread | null> {
    return readThread(this.database, workspaceId, id);
  }

  /** Ids of all matching comments from the oldest on, read in batches so that memory stays constant. */
  async *allIds(filter: ResolvedFilter, batch: number): AsyncGenerator<number[]> {
    let place: PickedComment | null = null;
    for (;;) {
      const picked: PickedComment[] = await this.list.pick(filter, { sort: 'oldest', place, limit: batch });
      if (picked.length) yield picked.map(({ id }) => id);
      place = picked.at(-1) ?? null;
      if (picked.length < batch || !place) return;
    }
  }
}
