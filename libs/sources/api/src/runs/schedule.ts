import { isPreset, type Schedule, type SchedulePreset } from '@moodline/sources/contract';
import { CronExpressionParser, type CronExpression } from 'cron-parser';
import { Temporal } from 'temporal-polyfill';
import { ScheduleNeverError, ScheduleTooOftenError, UnreadableScheduleError } from '../sources.errors';

/** Presets that count from the last run; the days of `daily` are those of the calendar, 23 or 25 hours long at a clock change. */
const STEPS: Readonly<Partial<Record<SchedulePreset, Temporal.DurationLike>>> = {
  'every-15-minutes': { minutes: 15 },
  hourly: { hours: 1 },
  'every-6-hours': { hours: 6 },
  daily: { days: 1 },
};

/** Presets with a clock time. */
const CLOCK_TIMES: Readonly<Partial<Record<SchedulePreset, string>>> = {
  'office-hours': '0 9-18 * * 1-5',
  'morning-and-evening': '0 8,18 * * *',
};

const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;
/** Least time between two runs, with a second to spare for the clock. */
const LEAST_GAP_MS = 5 * MINUTE_MS - 1000;
/** How long is looked at to tell how often an expression comes: its first day, which is as busy as any, and the night after it. */
const LOOKED_AT_MS = 1.5 * DAY_MS;

/** Share of the interval by which runs are spread, so that sources added together do not call out together for ever. */
const JITTER = 0.1;
const MAX_JITTER_MS = 20 * MINUTE_MS;
/** Runs with a clock time are never early, and late by this much at most. */
const CLOCK_JITTER_MS = 2 * MINUTE_MS;

/** Under which circumstances the next run is set. */
export interface ScheduleOptions {
  readonly timeZone: string;
  /** Failures in a row: each doubles the number of runs that are left out, up to a day. */
  readonly failures?: number;
  /** What the source itself asked for. */
  readonly notBefore?: Date | null;
  readonly random?: () => number;
}

/** When a source is read next, counted from now: however many runs were missed, one catches up. */
export function nextRunAt(
  schedule: Schedule,
  now: Date,
  { timeZone, failures = 0, notBefore = null, random = Math.random }: ScheduleOptions,
): Date {
  const times = runTimes(schedule, now, timeZone);
  let at = times.next().value;
  for (let skipped = 1; skipped < 2 ** (failures - 1) && at.getTime() < now.getTime() + DAY_MS; skipped++)
    at = times.next().value;
  return new Date(Math.max(at.getTime() + jitter(schedule, now, { at, random }), notBefore?.getTime() ?? 0));
}

/** The times of a schedule after an instant, without end and without the spreading. */
export function* runTimes(schedule: Schedule, from: Date, timeZone: string): Generator<Date, never> {
  const step = isPreset(schedule) && STEPS[schedule];
  if (step) {
    let time = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(timeZone);
    for (;;) yield new Date((time = time.add(step)).epochMilliseconds);
  }
  const cron = parse(schedule, from, timeZone);
  for (;;) yield nextOf(cron);
}

/** The first times of a schedule after an instant. */
export function firstRunTimes(
  schedule: Schedule,
  from: Date,
  { timeZone, count = 3 }: { timeZone: string; count?: number },
): Date[] {
  const times = runTimes(schedule, from, timeZone);
  return Array.from({ length: count }, () => times.next().value);
}

/** @throws UnreadableScheduleError, ScheduleTooOftenError, ScheduleNeverError when a source cannot be read by this schedule */
export function checkSchedule(schedule: Schedule): void {
  if (isPreset(schedule)) return;
  // The zone does not matter for how often it comes, and one without clock changes has no odd gaps.
  const times = runTimes(schedule, new Date(), 'UTC');
  const first = times.next().value;
  for (
    let last = first, next = times.next().value;
    next.getTime() - first.getTime() < LOOKED_AT_MS;
    last = next, next = times.next().value
  ) {
    if (next.getTime() - last.getTime() < LEAST_GAP_MS) throw new ScheduleTooOftenError();
  }
}

function parse(schedule: string, currentDate: Date, tz: string): CronExpression {
  const expression = (isPreset(schedule) && CLOCK_TIMES[schedule]) || schedule.trim();
  // Fields of seconds, names such as @daily, and the parser's random H are left out: they are easily mistaken.
  if (expression.split(/\s+/).length !== 5 || /[@H]/i.test(expression.replace(/thu|mar/gi, '')))
    throw new UnreadableScheduleError('It has five fields: minute, hour, day of the month, month, day of the week.');
  try {
    return CronExpressionParser.parse(expression, { currentDate, tz });
  } catch (error) {
    const { message } = error as Error;
    if (/day of month definition/i.test(message)) throw new ScheduleNeverError();
    throw new UnreadableScheduleError(`${message}.`);
  }
}

function nextOf(cron: CronExpression): Date {
  try {
    return cron.next().toDate();
  } catch {
    throw new ScheduleNeverError();
  }
}

function jitter(schedule: Schedule, now: Date, { at, random }: { at: Date; random: () => number }): number {
  if (!isPreset(schedule) || !STEPS[schedule]) return random() * CLOCK_JITTER_MS;
  return (random() - 0.5) * Math.min(JITTER * (at.getTime() - now.getTime()), MAX_JITTER_MS);
}
