import type { CommentQuery } from '@moodline/comments/contract';

/** A stretch of time, `to` not included. */
export interface SearchWindow {
  readonly from: Date;
  readonly to: Date;
}

export interface SearchSpan {
  readonly from: Date | null;
  readonly to: Date | null;
  readonly sort: CommentQuery['sort'];
  /** Where the list goes on; its value is a time unless the list is sorted by engagement. */
  readonly place: { readonly value: number } | null;
}

/** Width of the first window; each of the next ones is twice as wide. */
const FIRST_MS = 30 * 86_400_000;

/**
 * Cuts a time into windows in the order of the list, so that a page of a frequent word reads a month and not all years, and a
 * page of a rare one takes few steps. A list by engagement has one window. None where there are no comments.
 */
export function searchWindows({ from, to, sort, place }: SearchSpan): SearchWindow[] {
  if (!from || !to || to <= from) return [];
  if (sort === 'loudest') return [{ from, to }];
  const newest = sort === 'newest';
  // A cursor stands on a comment of its own millisecond: others of it may follow.
  let start = newest
    ? Math.min(to.getTime(), (place?.value ?? Infinity) + 1)
    : Math.max(from.getTime(), place?.value ?? 0);
  const end = newest ? from.getTime() : to.getTime();
  const windows: SearchWindow[] = [];
  for (let width = FIRST_MS; newest ? start > end : start < end; width *= 2) {
    const next = newest ? Math.max(end, start - width) : Math.min(end, start + width);
    windows.push({ from: new Date(Math.min(start, next)), to: new Date(Math.max(start, next)) });
    start = next;
  }
  return windows;
}
