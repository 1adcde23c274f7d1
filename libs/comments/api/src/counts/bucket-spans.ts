/** A stretch of time whose buckets belong to one interval; `to` is not included. */
export interface BucketSpan {
  /** Index of the interval. */
  readonly slot: number;
  readonly from: Date;
  readonly to: Date;
}

/** Which buckets make up some intervals: whole days of UTC from `mood_day`, the hours beside them from `mood_bucket`. */
export interface BucketSpans {
  readonly hours: readonly BucketSpan[];
  readonly days: readonly BucketSpan[];
}

const DAY_MS = 86_400_000;
/** Under so many whole days an interval is read by the hour: two more ranges are no gain. */
const FEWEST_DAYS = 2;

/**
 * Cuts the intervals that begin with `starts` into spans. A day holds the hours that begin in it, in zones of half hours, too.
 * @param period the first interval begins with it at the earliest, the last one ends with it
 */
export function bucketSpans({ from, to }: { from: Date; to: Date }, starts: readonly Date[]): BucketSpans {
  const hours: BucketSpan[] = [];
  const days: BucketSpan[] = [];
  starts.forEach((start, slot) => {
    const begin = Math.max(start.getTime(), from.getTime());
    const end = Math.min(starts[slot + 1]?.getTime() ?? Infinity, to.getTime());
    if (begin >= end) return;
    const firstDay = Math.ceil(begin / DAY_MS) * DAY_MS;
    const lastDay = Math.floor(end / DAY_MS) * DAY_MS;
    const add = (spans: BucketSpan[], a: number, b: number) =>
      a < b && spans.push({ slot, from: new Date(a), to: new Date(b) });
    if (lastDay - firstDay < FEWEST_DAYS * DAY_MS) return add(hours, begin, end);
    add(hours, begin, firstDay);
    add(days, firstDay, lastDay);
    add(hours, lastDay, end);
  });
  return { hours, days };
}
