import { Injectable } from '@nestjs/common';
import { CommentRepository, dayOf, FilterResolver, markSearch, startOfDay } from '@moodline/comments/api';
import type { ReviewPage, ReviewQuery } from '@moodline/sentiment/contract';
import type { Actor } from '@moodline/shared/http';
import { cursorOf, ReviewQueue } from './review-queue.query';

/** Lays the comments before a person on which a word of theirs is worth most. */
@Injectable()
export class Reviewer {
  constructor(
    private readonly queue: ReviewQueue,
    private readonly comments: CommentRepository,
    private readonly filters: FilterResolver,
  ) {}

  async page({ workspaceId, userId }: Actor, query: ReviewQuery): Promise<ReviewPage> {
    const filter = await this.filters.resolve(workspaceId, query);
    const midnight = startOfDay(dayOf(new Date(), filter.timeZone), filter.timeZone);
    const [places, left, today] = await Promise.all([
      this.queue.page(filter, { cursor: query.cursor, limit: query.limit + 1 }),
      this.queue.left(filter),
      this.queue.judgedSince(workspaceId, userId, midnight),
    ]);
    const shown = places.slice(0, query.limit);
    const last = shown.at(-1);
    const items = await this.comments.byIds(
      workspaceId,
      shown.map(({ id }) => id),
    );
    return {
      items: markSearch(query.q, items),
      nextCursor: places.length > query.limit && last ? cursorOf(last) : null,
      left,
      today,
    };
  }
}
