import type { Step } from '@moodline/trends/contract';
import { Temporal } from 'temporal-polyfill';
import { TooManyPointsError } from '../trends.errors';

/** A period as instants; `to` is the first instant after it. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

const MAX_POINTS = 10_000;
const DAY_MS = 86_400_000;
const MONDAY = 1;

/** Up to three days are shown by the hour, up to 120 days by the day, anything longer by the week. */
export function defaultStep({ from, to }: Span): Step {
  // A day of 25 hours (end of summer time) does not make three days longer than three days.
  const days = Math.round((to.getTime() - from.getTime()) / DAY_MS);
  return days <= 3 ? 'hour' : days <= 120 ? 'day' : 'week';
}

/**
 * First instants of all hours, days or weeks (from Monday) of a zone that a period touches, in order. The first one may
 * lie before the period. Days are calendar days: they have 23 or 25 hours when the clock changes.
 * @throws TooManyPointsError when there are more than 10,000
 */
export function intervalStarts(period: Span, step: Step, timeZone: string): Date[] {
  const starts: Date[] = [];
  for (
    let start = firstInterval(period.from, step, timeZone);
    start.epochMilliseconds < period.to.getTime();
    start = nextInterval(start, step)
  ) {
    if (starts.length === MAX_POINTS) throw new TooManyPointsError(MAX_POINTS);
    starts.push(new Date(start.epochMilliseconds));
  }
  return starts;
}

/** Whether an instant is the beginning of an hour on the clocks of a zone (Kathmandu is 5 h 45 min ahead of UTC). */
export function isFullHour(instant: Date, timeZone: string): boolean {
  const { minute, second, millisecond } = zoned(instant, timeZone);
  return minute === 0 && second === 0 && millisecond === 0;
}

/**
 * The period that a period is compared with, which ends where it begins: before whole months of the zone (a month, a quarter, a year) as
 * many whole months, else the period of the same length. Whole days stay whole days across a clock change.
 */
export function previousSpan({ from, to }: Span, timeZone: string): Span {
  const [start, end] = [zoned(from, timeZone), zoned(to, timeZone)];
  const earlier =
    startsMonth(start) && startsMonth(end) ? monthsBefore(start, end) : start.subtract(daysOf(start, end));
  return { from: new Date(earlier.epochMilliseconds), to: from };
}

const daysOf = (start: Temporal.ZonedDateTime, end: Temporal.ZonedDateTime) => start.until(end, { largestUnit: 'day' });

function monthsBefore(start: Temporal.ZonedDateTime, end: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const first = start.toPlainDate();
  const { months } = first.until(end.toPlainDate(), { largestUnit: 'month' });
  // By the calendar: the first day of a month may begin after midnight, where the clock jumps over it.
  return first.subtract({ months }).toZonedDateTime(start.timeZoneId);
}

const startsMonth = (moment: Temporal.ZonedDateTime): boolean => moment.day === 1 && moment.startOfDay().equals(moment);

function firstInterval(from: Date, step: Step, timeZone: string): Temporal.ZonedDateTime {
  const moment = zoned(from, timeZone);
  if (step === 'hour') return moment.round({ smallestUnit: 'hour', roundingMode: 'floor' });
  const daysSinceMonday = step === 'week' ? moment.dayOfWeek - MONDAY : 0;
  return moment.toPlainDate().subtract({ days: daysSinceMonday }).toZonedDateTime(timeZone);
}

function nextInterval(start: Temporal.ZonedDateTime, step: Step): Temporal.ZonedDateTime {
  if (step === 'hour') return start.add({ hours: 1 });
  return start
    .toPlainDate()
    .add({ days: step === 'week' ? 7 : 1 })
    .toZonedDateTime(start.timeZoneId);
}

const zoned = (instant: Date, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
