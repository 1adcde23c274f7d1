import { Temporal } from 'temporal-polyfill';
import { excerpt, type RejectReason } from './reject-reason';
import { lacksYear, numericDayAndMonth, readWrittenTime, type DayOrder, type WrittenTime } from './time-text';

/** Reads the values of one time column. */
export type TimeReader = (value: string) => Date | RejectReason;

/** Comments on the internet are younger than this; an older time is a missing value in disguise (1970, 0001…). */
const EARLIEST = Date.UTC(1990, 0, 1);
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/**
 * Makes the reader of a time column. Whether `3/5/2026` is in March or in May is decided once, over the column's sample.
 * @param sample values of the column
 * @param timeZone zone of times that are written without one
 * @param now times more than a day after it are refused
 */
export function timeReader(sample: readonly string[], timeZone: string, now: Date): TimeReader {
  const order = dayOrder(sample);
  const latest = now.getTime() + DAY_MS;
  const instantOf = zoneClock(timeZone);
  return (value) => {
    const text = value.trim();
    if (!text) return { code: 'no-time', reason: 'The row has no time.' };
    const instant = epoch(text) ?? writtenInstant(text, order, instantOf);
    if (instant === null) return unreadable(text);
    if (instant < EARLIEST) return { code: 'unreadable-time', reason: `The time "${excerpt(text)}" lies before 1990.` };
    if (instant > latest) return { code: 'future-time', reason: `The time "${excerpt(text)}" lies in the future.` };
    return new Date(instant);
  };
}

/** True when a value can be read as a time at all. */
export const isTime = (outcome: Date | RejectReason): outcome is Date => outcome instanceof Date;

function unreadable(text: string): RejectReason {
  const why = lacksYear(text) ? 'has no year' : 'is not a time Moodline can read, or does not exist';
  return { code: 'unreadable-time', reason: `The time "${excerpt(text)}" ${why}.` };
}

/** Seconds, milliseconds or microseconds since 1970; null for anything else, 20260503 among it. */
function epoch(text: string): number | null {
  const [, whole, fraction] = /^(\d{9,16})(\.\d+)?$/.exec(text) ?? [];
  if (!whole) return null;
  if (whole.length <= 10) return Math.round(Number(whole + (fraction ?? '')) * 1000);
  if (whole.length === 13) return Number(whole);
  return whole.length === 16 ? Math.floor(Number(whole) / 1000) : null;
}

type InstantOf = (time: WrittenTime) => number;

function writtenInstant(text: string, order: DayOrder, instantOf: InstantOf): number | null {
  if (text.length > 100) return null;
  const time = readWrittenTime(text, order);
  return time && exists(time) ? instantOf(time) : null;
}

function exists({ year, month, day, hour, minute, second }: WrittenTime): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
}

/**
 * Turns written times into instants. The offset of a zone is looked up once an hour of wall time, because the look-up
 * is slow and files have many rows of the same hour. A clock change within an hour (Lord Howe) is looked up exactly.
 */
function zoneClock(timeZone: string): InstantOf {
  const offsets = new Map<number, number>();
  const offsetAt = (wall: number): number => {
    const step = Math.floor(wall / (30 * MINUTE_MS));
    const known = offsets.get(step);
    if (known !== undefined) return known;
    const offset = wall - localToInstant(wall, timeZone);
    if (offsets.size > 50_000) offsets.clear();
    offsets.set(step, offset);
    return offset;
  };
  return (time) => {
    const wall = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second, time.millisecond);
    if (time.zone === null) return wall - offsetAt(wall);
    if (time.zone !== 'cst') return wall - time.zone * MINUTE_MS;
    const china = offsetAt(wall) === 480 * MINUTE_MS;
    return wall - (china ? 480 : -360) * MINUTE_MS;
  };
}

/** `wall` is a wall-clock reading written as if it were UTC. */
function localToInstant(wall: number, timeZone: string): number {
  const local = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDateTime();
  return local.toZonedDateTime(timeZone).epochMilliseconds;
}

/**
 * A number above 12 can only be a day. Where none is above 12, the order wins in which the rows lie closer to their neighbours,
 * since files are mostly sorted; at last the American order.
 */
function dayOrder(sample: readonly string[]): DayOrder {
  const dates = sample.map(numericDayAndMonth).filter((pair) => pair !== null);
  const dayFirst = dates.filter(([first]) => first > 12).length;
  const monthFirst = dates.filter(([, second]) => second > 12).length;
  if (dayFirst !== monthFirst) return dayFirst > monthFirst ? 'day-first' : 'month-first';
  if (dayFirst || dates.length < 2) return 'month-first';
  return unrest(sample, 'day-first') < unrest(sample, 'month-first') ? 'day-first' : 'month-first';
}

function unrest(sample: readonly string[], order: DayOrder): number {
  const days = sample.map((value) => readWrittenTime(value, order)).filter((time) => time !== null);
  const instants = days.map(({ year, month, day }) => Date.UTC(year, month - 1, day));
  return instants.reduce((sum, instant, index) => sum + Math.abs(instant - (instants[index - 1] ?? instant)), 0);
}
