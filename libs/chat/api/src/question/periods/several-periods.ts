import { Temporal } from 'temporal-polyfill';
import type { ReadPeriod } from './calendar';

type TimeUnit = 'day' | 'week' | 'month';

/** Three or more times that a question names. */
export interface SeveralPeriods {
  readonly all: readonly ReadPeriod[];
  /** What they are where they follow on each other: "September, October and November". Null where one number cannot stand for each. */
  readonly unit: TimeUnit | null;
}

/** What three or more times of a question are; null where it names fewer. @param periods all that it names, each once */
export function severalPeriods(periods: readonly ReadPeriod[]): SeveralPeriods | null {
  if (periods.length < 3) return null;
  return { all: sorted(periods), unit: unitOfAll(periods) };
}

const sorted = (periods: readonly ReadPeriod[]): ReadPeriod[] =>
  [...periods].sort((one, other) => Temporal.PlainDate.compare(one.from, other.from));

/** What times are that follow on each other; null where they do not, or are not all days, weeks or months. */
export function unitOfAll(periods: readonly ReadPeriod[]): TimeUnit | null {
  const inOrder = sorted(periods);
  const follow = inOrder.every(({ from }, index) => {
    const before = inOrder[index - 1];
    return !before || before.to.add({ days: 1 }).equals(from);
  });
  const units = new Set(inOrder.map(unitOf));
  const [unit = null] = units;
  return follow && units.size === 1 ? unit : null;
}

/** A day, a week from Monday on, or a month; one that runs may end today. */
function unitOf({ from, to, clock }: ReadPeriod): TimeUnit | null {
  if (clock) return null;
  if (from.equals(to)) return 'day';
  if (from.day === 1 && from.month === to.month && from.year === to.year && to.day >= 28) return 'month';
  return from.dayOfWeek === 1 && from.until(to, { largestUnit: 'day' }).days === 6 ? 'week' : null;
}
