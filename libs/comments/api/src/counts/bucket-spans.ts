/** A stretch of time whose buckets belong to one interval; `to` is not included. */
export interface BucketSpan {
  /** Index of the interval. */
  readonly slot: number;
  readonly from: Date;
  readonly to: Date;
}

/** Hours that belong to the interval `adds`, and have to be taken off the interval `takes`; null: none. */
export interface HourSpan extends Omit<BucketSpan, 'slot'> {
  readonly adds: number | null;
  readonly takes: number | null;
}

/** Which buckets make up some intervals: whole days of UTC from `mood_day`, and hours of `mood_bucket` that are missing in them or too many. */
export interface BucketSpans {
  readonly hours: readonly HourSpan[];
  readonly days: readonly BucketSpan[];
}

const DAY_MS = 86_400_000;
const nearestDay = (instant: number) => Math.round(instant / DAY_MS) * DAY_MS;

/**
 * Cuts the intervals that begin with `starts` into spans. Intervals of a day or more are those days of UTC that are nearest to them: at
 * each of their ends the hours up to there are read once, for the interval that lacks them and for the one that has them too much.
 * A day holds the hours that begin in it, in zones of half hours, too.
 * @param period the first interval begins with it at the earliest, the last one ends with it
 */
export function bucketSpans({ from, to }: { from: Date; to: Date }, starts: readonly Date[]): BucketSpans {
  const hours: HourSpan[] = [];
  const days: BucketSpan[] = [];
  const ends = new Map<number, { begins: number | null; ends: number | null }>();
  starts.forEach((start, slot) => {
    const begin = Math.max(start.getTime(), from.getTime());
    const end = Math.min(starts[slot + 1]?.getTime() ?? Infinity, to.getTime());
    if (begin >= end) return;
    if (end - begin < DAY_MS) return hours.push({ adds: slot, takes: null, from: new Date(begin), to: new Date(end) });
    const [first, last] = [nearestDay(begin), nearestDay(end)];
    if (first < last) days.push({ slot, from: new Date(first), to: new Date(last) });
    ends.set(begin, { ends: null, ...ends.get(begin), begins: slot });
    ends.set(end, { begins: null, ...ends.get(end), ends: slot });
  });
  for (const [at, { begins, ends: ended }] of ends) {
    const day = nearestDay(at);
    if (day < at) hours.push({ adds: ended, takes: begins, from: new Date(day), to: new Date(at) });
    if (day > at) hours.push({ adds: begins, takes: ended, from: new Date(at), to: new Date(day) });
  }
  return { hours, days };
}
