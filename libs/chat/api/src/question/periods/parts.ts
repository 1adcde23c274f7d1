import { Temporal } from 'temporal-polyfill';
import { calendarUnit, weekdayOf, type DayPeriod, type Now, type ReadPeriod } from './calendar';

/** A week or month so many units before this one, to its last day, also where that is still to come. */
export function wholeUnit(now: Now, unit: 'week' | 'month', back: number): DayPeriod {
  const { from } = calendarUnit(now, unit, back);
  return { from, to: unit === 'week' ? from.add({ days: 6 }) : from.with({ day: from.daysInMonth }) };
}

/** So many days at the beginning or the end of a time; null where it has fewer. */
export function daysAtEnd(
  whole: ReadPeriod | null,
  { days, last }: { readonly days: number; readonly last: boolean },
): DayPeriod | null {
  if (!whole || !(days >= 1)) return null;
  const { from, to } = whole;
  if (days > from.until(to, { largestUnit: 'day' }).days + 1) return null;
  return last ? { from: to.subtract({ days: days - 1 }), to } : { from, to: from.add({ days: days - 1 }) };
}

/**
 * From one day to another of the same week; null where the second one comes before the first.
 * @param back how many weeks ago; null for the latest week in which the first day has begun
 */
export function weekdays(now: Now, back: number | null, [first, last]: readonly [number, number]): DayPeriod | null {
  if (last < first) return null;
  const weeks = back ?? (now.today.dayOfWeek >= first ? 0 : 1);
  return { from: weekdayOf(now, first, weeks).from, to: weekdayOf(now, last, weeks).to };
}

/** The day, week or month that begins with a day, as days. */
export function wholeFrom(first: string, unit: 'day' | 'week' | 'month'): { from: string; to: string } {
  const from = Temporal.PlainDate.from(first);
  const to = { day: from, week: from.add({ days: 6 }), month: from.with({ day: from.daysInMonth }) }[unit];
  return { from: first, to: to.toString() };
}
