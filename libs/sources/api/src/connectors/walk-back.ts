import type { IncomingComment } from '@moodline/comments/api';
import * as z from 'zod';
import type { ConnectorContext, SourcePage } from './connector';

const instant = z.iso.datetime();

/**
 * Where a site that hands over the newest first has been read to. `since`: how far back the reading goes. While it is on its way,
 * `next` is the site's own mark of the following page and `newest` the latest time seen, from which the next reading's `since` is made.
 */
export const walkCursorSchema = z
  .object({ since: instant.optional(), next: z.string().min(1).max(2000).optional(), newest: instant.optional() })
  .catch({});
export type WalkCursor = z.output<typeof walkCursorSchema>;

/** Something a page holds. */
export interface WalkEntry {
  /** Its place in the order in which the site lists things. */
  readonly time: Date;
  /** Null when it is left out on purpose, or deleted. */
  readonly comment: IncomingComment | null;
  /** The site says that the comment of this id is no more. */
  readonly deletedId?: string;
}

/** One page on the way back. */
export interface WalkLeg {
  readonly entries: readonly WalkEntry[];
  /** The site's mark of the page behind this one; nothing when this is the last. */
  readonly next?: string | null;
  /** How far back this page reaches, where neither its entries nor {@link order} tell. */
  readonly reached?: Date;
  /** The times by which the site orders what is on the page, from its top, where those of the entries are others. */
  readonly order?: readonly Date[];
}

/** So many pages in a row without anything on them are followed; a site that offers more of them offers them without end. */
const MAX_EMPTY_PAGES = 20;
/** So many things in a row, at the bottom of what was read, have to be old before the walk ends there. */
const OLD_AT_THE_BOTTOM = 2;

/** How a site is walked back. */
export interface WalkOptions<Secrets> {
  readonly context: ConnectorContext<Secrets>;
  /** So much of what was read is read again the next time: for edits, deletions and what comes late. In milliseconds. */
  readonly overlapMs: number;
  /** Reads the page with this mark, or the newest one. `since` is for sites that can be told where to stop. */
  readonly ask: (next: string | undefined, since: Date) => Promise<WalkLeg>;
}

/**
 * Reads a site that hands over the newest first: from the newest page back to where the last reading began, less an overlap.
 * After a stop in the middle it goes on from the page where it was, and what came meanwhile is found by the next reading.
 * It ends where the site offers no further page, or at things that were read before; a pinned old one among newer ones, a short
 * page or an empty one is not the end.
 */
export async function* walkBack<Secrets>(
  cursor: WalkCursor,
  { context, overlapMs, ask }: WalkOptions<Secrets>,
): AsyncGenerator<SourcePage<WalkCursor>> {
  const since = cursor.since ? new Date(cursor.since) : context.since;
  const way = new Way(since);
  let { next } = cursor;
  let newest = cursor.newest ? new Date(cursor.newest) : since;
  for (;;) {
    const asked: string | undefined = next;
    const leg = await ask(asked, since);
    const times = leg.entries.map(({ time }) => time.getTime()).filter((time) => !Number.isNaN(time));
    // A time in the future must not keep the next reading from what is written until then.
    newest = new Date(Math.max(newest.getTime(), ...times.map((time) => Math.min(time, context.now().getTime()))));
    next = leg.next ?? undefined;
    const more = next !== undefined && way.leadsOn(leg, asked);
    yield {
      ...page(leg, since),
      cursor: more
        ? { since: since.toISOString(), next, newest: newest.toISOString() }
        : { since: new Date(Math.max(since.getTime(), newest.getTime() - overlapMs)).toISOString() },
    };
    if (!more) return;
  }
}

/** Where a walk has come to, and whether it is to go on. */
class Way {
  private readonly marks = new Set<string | undefined>();
  /** How many of the things read last, in the order of the site, are old. */
  private old = 0;
  private empty = 0;

  constructor(private readonly since: Date) {}

  leadsOn(leg: WalkLeg, asked: string | undefined): boolean {
    this.marks.add(asked);
    if (this.marks.has(leg.next ?? undefined)) return false;
    if (leg.reached) return !(leg.reached < this.since);
    const times = (leg.order ?? leg.entries.map(({ time }) => time)).filter((time) => !Number.isNaN(time.getTime()));
    this.empty = leg.entries.length ? 0 : this.empty + 1;
    if (this.empty >= MAX_EMPTY_PAGES) return false;
    for (const time of times) this.old = time < this.since ? this.old + 1 : 0;
    // On the first page everything may be pinned.
    const pinnedOnly = asked === undefined && this.old === times.length;
    return this.old < OLD_AT_THE_BOTTOM || pinnedOnly;
  }
}

/** What lies before `since` was read before, or is not wanted. An entry without a time is handed on: it is rejected later, with the reason. */
function page({ entries }: WalkLeg, since: Date): Omit<SourcePage<never>, 'cursor'> {
  const wanted = entries.filter(({ time }) => !(time < since));
  return {
    rows: entries.length,
    comments: wanted.flatMap(({ comment }) => comment ?? []),
    filtered: wanted.filter(({ comment, deletedId }) => !comment && deletedId === undefined).length,
    deletedIds: entries.flatMap(({ deletedId }) => deletedId ?? []),
  };
}
