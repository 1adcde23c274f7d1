import { Injectable } from '@nestjs/common';
import {
  CommentRepository,
  dayOf,
  FilterResolver,
  markSearch,
  startOfDay,
  type ResolvedFilter,
} from '@moodline/comments/api';
import type { Asked, ReviewPage, ReviewQuery } from '@moodline/sentiment/contract';
import { commentFilterSchema, type CommentFilter } from '@moodline/comments/contract';
import type { Actor } from '@moodline/shared/http';
import { differentFirst } from './different-first';
import { FIRST, readCursor, writeCursor, type ReviewCursor } from './review-cursor';
import { COUNTED_TO, ReviewQueue, type Drawn } from './review-queue.query';

/** Of the comments of a page, one in so many is drawn at random. */
const DRAWN_EVERY = 4;
/** Of so many times as many as are shown, those come first that are unlike what was judged. */
const CHOSEN_FROM = 2;
const NOTHING: Drawn = { ids: [], next: null };

/** What a page shows for its worth, and how far the queue is then. */
interface Telling {
  readonly ids: readonly number[];
  readonly next: ReviewCursor['telling'];
}

/** Lays the comments before a person on which a word of theirs is worth most, and some drawn at random: they say how right labels are. */
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
    const cursor = readCursor(query.cursor);
    const drawnHere = Math.floor(query.limit / DRAWN_EVERY);
    const [telling, drawn, left, today] = await Promise.all([
      this.telling(filter, cursor, query.limit - drawnHere),
      this.drawn(query, filter, cursor, drawnHere),
      this.queue.left(filter),
      this.queue.judgedSince(workspaceId, userId, midnight),
    ]);
    const ids = mixed(telling.ids, drawn.ids);
    const items = await this.comments.byIds(workspaceId, ids);
    const asked = await this.reasons(filter, new Set(drawn.ids), left);
    return {
      items: markSearch(query.q, items).map((item) => ({ ...item, asked: asked(item.id) })),
      nextCursor: nextCursor(cursor, telling.next, drawn.next),
      left,
      today,
    };
  }

  /** Of the next ones by their worth those first that are unlike what was judged and unlike each other. */
  private async telling(filter: ResolvedFilter, { pass, telling }: ReviewCursor, wanted: number): Promise<Telling> {
    if (telling === 'end') return { ids: [], next: 'end' };
    const window = pass === 1 ? wanted * CHOSEN_FROM : wanted;
    const [places, judged] = await Promise.all([
      this.queue.telling(filter, telling, window),
      pass === 1 ? this.queue.judgedLast(filter.workspaceId) : [],
    ]);
    const isFull = places.length === window;
    const order =
      pass === 1
        ? differentFirst(
            places.map(({ text }) => text),
            judged,
          )
        : [...places.keys()];
    const ids = order.flatMap((place) => places[place]?.id ?? []);
    const last = places.at(-1);
    const next = isFull && last ? { id: last.id, score: last.score } : ('end' as const);
    // The last ones are all shown: a queue of few has nothing to choose from.
    return { ids: isFull ? ids.slice(0, wanted) : ids, next };
  }

  /** Drawn out of a whole period: from less, what they say of all would be one-sided. */
  private async drawn(
    query: CommentFilter,
    filter: ResolvedFilter,
    { drawn }: ReviewCursor,
    wanted: number,
  ): Promise<Drawn> {
    return drawn === 'end' || isNarrowed(query) || !wanted ? NOTHING : this.queue.drawn(filter, drawn, wanted);
  }

  private async reasons(
    filter: ResolvedFilter,
    drawn: ReadonlySet<number>,
    left: number,
  ): Promise<(id: number) => Asked> {
    const of = drawn.size ? (left < COUNTED_TO ? left : Math.max(left, await this.queue.labelled(filter))) : 0;
    const [from, to] = [filter.from, filter.to].map((end) => end?.toISOString() ?? null);
    return (id) => (drawn.has(id) ? { way: 'drawn', of, from: from ?? null, to: to ?? null } : { way: 'telling' });
  }
}

/** One drawn behind each three others. */
function mixed(telling: readonly number[], drawn: readonly number[]): number[] {
  const taken = new Set(drawn);
  const others = telling.filter((id) => !taken.has(id));
  const between = DRAWN_EVERY - 1;
  const rounds = Math.max(Math.ceil(others.length / between), drawn.length);
  return Array.from({ length: rounds }, (_, round) => [
    ...others.slice(round * between, (round + 1) * between),
    ...drawn.slice(round, round + 1),
  ]).flat();
}

/** After the first pass come those that were passed over; after the second there is nothing. */
function nextCursor(
  { pass, drawn }: ReviewCursor,
  telling: ReviewCursor['telling'],
  nextDrawn: Drawn['next'],
): string | null {
  const next = { pass, telling, drawn: drawn === 'end' ? drawn : (nextDrawn ?? ('end' as const)) };
  if (telling !== 'end') return writeCursor(next);
  return pass === 1 ? writeCursor({ ...FIRST, pass: 2, drawn: 'end' }) : null;
}

/** Whether a filter names anything beside a period. */
const isNarrowed = (query: CommentFilter) =>
  Object.keys(commentFilterSchema.omit({ from: true, to: true }).shape).some(
    (field) => query[field as keyof CommentFilter] !== undefined,
  );
