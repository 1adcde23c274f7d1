import { DayOrderEvidence } from '../../incoming/day-order';
import { isTime, timeReader } from '../../incoming/time-formats';
import { mayBeginWithYear } from '../../incoming/time-text';
import { dateOutlook } from './date-outlook';
import { readSiteDate, numericOrder, type DayOrder } from './written-date';
import { instantOf } from './zoned-instant';

const END_OF_TIME = new Date(8e15);

/** How the times of a source are written. */
export interface DateHabits {
  /** Zone of times that are written without one, and of names that stand for several. */
  readonly timeZone: string;
  /** Language the source says it is in. */
  readonly language?: string | null;
  /** What a person says of `3/5/2026`; found out from the sample otherwise. */
  readonly order?: DayOrder | 'auto';
  /** All dates at hand. */
  readonly sample?: readonly string[];
  readonly now: Date;
}

/** Reads the times of a source; null for one that cannot be read without guessing. */
export type SiteDateReader = (written: string) => Date | null;

/**
 * Reads times as sites write them: in many languages, with the names of zones, on the 24th hour, by ISO week. What cannot be
 * read, lies before 1990 or far ahead, or could be two days (`3/5/2026` where nothing tells the order) is no date.
 */
export function siteDateReader({
  timeZone,
  language = null,
  order = 'auto',
  sample = [],
  now,
}: DateHabits): SiteDateReader {
  const dayOrder = order === 'auto' ? numericOrder(sample, { language, now }) : order;
  const yearFirst = order === 'auto' && beginsWithYear(sample, now);
  const fileTime = timeReader([], timeZone, END_OF_TIME, yearFirst ? { order: 'year-first' } : {});
  return (written) => {
    const outcome =
      yearFirst && mayBeginWithYear(written) ? null : readSiteDate(written, { language, order: dayOrder });
    if (outcome === 'ambiguous') return null;
    const read = outcome === null ? fileTime(written) : new Date(instantOf(outcome, timeZone));
    return isTime(read) && dateOutlook(read, now) !== 'none' ? read : null;
  };
}

/** Whether all dates at hand begin with the two last digits of their year: `26-03-10`. */
function beginsWithYear(sample: readonly string[], now: Date): boolean {
  if (!sample.some(mayBeginWithYear)) return false;
  const evidence = new DayOrderEvidence(now.getTime());
  for (const written of sample) evidence.add(written);
  return evidence.verdict().order === 'year-first';
}
