import { Temporal } from 'temporal-polyfill';
import { excerpt, type RejectReason } from './reject-reason';
import { DayOrderEvidence } from './day-order';
import { areSerials, serialInstant } from './excel-serial';
import { isRelative, readRelative } from './relative-time';
import { lacksYear, readWrittenTime, withYear, type DayOrder, type InstantOf, type WrittenTime } from './time-text';

/** Reads the values of one time column. */
export type TimeReader = (value: string) => Date | RejectReason;

/** Comments on the internet are younger than this; an older time is a missing value in disguise (1970, 0001…). */
const EARLIEST = Date.UTC(1990, 0, 1);
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** What is known of a column of times besides its values. */
export interface TimeHints {
  /** Which number comes first, where that is known. */
  readonly order?: DayOrder;
  /** When the values were written down: `3 hours ago` counts from there. */
  readonly asOf?: Date | null;
}

/**
 * Makes the reader of a time column. Whether `3/5/2026` is in March or in May is decided once, over the column's sample.
 * @param sample values of the column
 * @param timeZone zone of times that are written without one
 * @param now times more than a day after it are refused
 */
export function timeReader(sample: readonly string[], timeZone: string, now: Date, hints: TimeHints = {}): TimeReader {
  const latest = now.getTime() + DAY_MS;
  const order = hints.order ?? orderIn(sample, latest);
  const instantOf = zoneClock(timeZone);
  const written = (text: string) => writtenInstant(text, order, instantOf);
  const relative = hints.asOf ? relativeReader(hints.asOf, timeZone, written) : () => null;
  const serials = areSerials(sample) ? (text: string) => serialInstant(text, instantOf) : () => null;
  return (value) => {
    const text = value.trim();
    if (!text) return { code: 'no-time', reason: 'The row has no time.' };
    const instant = epoch(text) ?? serials(text) ?? written(text) ?? relative(text);
    if (instant === null) return unreadable(text);
    if (instant < EARLIEST) return { code: 'unreadable-time', reason: `The time "${excerpt(text)}" lies before 1990.` };
    if (instant > latest) return { code: 'future-time', reason: `The time "${excerpt(text)}" lies in the future.` };
    return new Date(instant);
  };
}

function orderIn(sample: readonly string[], latest: number): DayOrder {
  const evidence = new DayOrderEvidence(latest);
  for (const value of sample) evidence.add(value);
  return evidence.verdict().order;
}

/** Times that count from a moment, and days without a year: the last such day before it. */
function relativeReader(asOf: Date, timeZone: string, written: (text: string) => number | null) {
  const latest = asOf.getTime() + DAY_MS;
  return (text: string): number | null => {
    const time = readRelative(text, asOf, timeZone);
    if (time instanceof Date) return time.getTime();
    if (time) return written(`${time.day} ${time.rest}`.trim());
    if (!lacksYear(text) || text.length > 40) return null;
    for (const year of [asOf.getUTCFullYear() + 1, asOf.getUTCFullYear(), asOf.getUTCFullYear() - 1]) {
      const instant = written(withYear(text, year));
      if (instant !== null && instant <= latest) return instant;
    }
    return null;
  };
}

/** True when a value can be read as a time at all. */
export const isTime = (outcome: Date | RejectReason): outcome is Date => outcome instanceof Date;

function unreadable(text: string): RejectReason {
  if (isRelative(text))
    return {
      code: 'relative-time',
      reason: `The time "${excerpt(text)}" counts from when the file was made, and it is not known when that was.`,
    };
  const why = lacksYear(text) ? 'has no year' : 'is not a time Moodline can read, or does not exist';
  return { code: 'unreadable-time', reason: `The time "${excerpt(text)}" ${why}.` };
}

/** Seconds, milliseconds, microseconds or nanoseconds since 1970; null for anything else, 20260503 among it. */
function epoch(text: string): number | null {
  const [, whole, fraction] = /^(\d{9,19})(\.\d+)?$/.exec(bareNumber(text)) ?? [];
  if (!whole) return null;
  if (whole.length <= 10) return Math.round(Number(whole + (fraction ?? '')) * 1000);
  if (whole.length === 13) return Number(whole);
  if (whole.length === 16) return Math.floor(Number(whole) / 1000);
  return whole.length === 19 ? Number(whole.slice(0, 13)) : null;
}

/** `/Date(1772359200000+0800)/` of .NET, whose zone changes nothing, and `1,772,359,200` of a spreadsheet. */
function bareNumber(text: string): string {
  const [, number] = /^\/Date\((\d+)(?:[+-]\d{4})?\)\/$/.exec(text) ?? [];
  return number ?? (/^\d{1,3}(?:,\d{3}){2,5}$/.test(text) ? text.replaceAll(',', '') : text);
}

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
