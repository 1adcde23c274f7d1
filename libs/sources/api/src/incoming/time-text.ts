import { withoutLabels, withoutTrail } from './around-time';
import { withCommonCalendar } from './calendars';
import { withPlainSigns } from './digits';
import { withEnglishMonths } from './month-names';

/** A time as it is written: the reading of a clock on a wall, and perhaps the zone that was written beside it. */
export interface WrittenTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  readonly zone: WrittenZone;
}

/** The instant of a reading of a clock on a wall. */
export type InstantOf = (time: WrittenTime) => number;

/** Minutes east of Greenwich; `cst` is Central or China Standard Time; null when no zone is written. */
export type WrittenZone = number | 'cst' | null;

/** Which number comes first in `3/5/2026`; in `26-03-05` it may be the year. */
export type DayOrder = 'month-first' | 'day-first' | 'year-first';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAME = /\b(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b\.?/i;
const WEEKDAY = /\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b\.?/gi;
const CJK_WEEKDAY =
  /[(（]?(?:(?:星期|周|週|礼拜)[一二三四五六日天]|[月火水木金土日]曜日?|[(（][一二三四五六日天月火水木金土][)）])[)）]?/gu;
const CLOCK = /(?:^|[\sT,])(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s*([ap])\.?\s?m\b\.?)?/i;
/** Clocks with a point (`24-02-2026 11.35`), which only stand behind a whole date, and those of French (`11 h 35`). */
const DOTTED_CLOCK =
  /^((?:.*\d{4}|.*\d{1,2}[-/.](?:\d{1,2}|[a-z]{3})[-/.]\d{2}),?\s+(?:kl\.?\s*|klo\s*)?)(\d{1,2})\.(\d{2})(?:\.(\d{2})(?:[.,]\d{1,9})?)?(\s*[ap]\.?m\.?)?$/iu;
const FRENCH_CLOCK = /(?<=\s|^)(\d{1,2})\s?h\s?(\d{2})(?!\d)/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2})(\d{2})(\d{2})?)?(Z?)$/;
const ZONE_NAMES: Readonly<Record<string, WrittenZone>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  est: -300,
  edt: -240,
  cst: 'cst',
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  jst: 540,
  kst: 540,
  bst: 60,
  cet: 60,
  cest: 120,
};

/** Reads a written time with year, in any of the usual ways of Chinese, English and Japanese sources; null when it is none. */
export function readWrittenTime(value: string, order: DayOrder): WrittenTime | null {
  const text = withEnglishMonths(withPlainDigits(value));
  const compact = COMPACT.exec(text);
  if (compact) return fromCompact(compact);
  const clock = CLOCK.exec(text);
  if (!clock) return assemble(readDate(text, order), MIDNIGHT, null);
  const after = readZone(text.slice(clock.index + clock[0].length));
  if (!after) return null;
  return assemble(readDate(`${text.slice(0, clock.index)} ${after.rest}`, order), readClock(clock), after.zone);
}

/** True for a date whose day and month are both numbers before the year, so that their order has to be found out. */
export function numericDayAndMonth(value: string): readonly [number, number] | null {
  const match = /^(\d{1,2})[-/](\d{1,2})[-/](?:\d{4}|\d{2})(?=\D|$)/.exec(withPlainDigits(value));
  return match ? [Number(match[1]), Number(match[2])] : null;
}

/** Whether three numbers of two digits make the date, so that the year may stand first: `26-03-05`, `26.3.5`. */
export const mayBeginWithYear = (value: string): boolean =>
  /^\d{2}([-/.])\d{1,2}\1\d{1,2}(?=[^\d/.-]|$)/.test(withPlainDigits(value));

/** True for `5月3日 8:00`, `05-03 08:00` and `Mar 5, 8:00`: a day without its year. */
export function lacksYear(value: string): boolean {
  const text = withEnglishMonths(withoutTrail(value.normalize('NFKC').trim()));
  return /^(?:\d{1,2}[-/月]\d{1,2}日?)(?:\s|$)/u.test(text) || NAMED_DAY.test(text);
}

const NAMED_DAY = /^(?:[a-z]{3,9}\.? \d{1,2}|\d{1,2} [a-z]{3,9}\.?)(?:,? \d{1,2}:\d{2}(?::\d{2})?)?$/i;

/** Adds a year to a day that lacks one. */
export function withYear(value: string, year: number): string {
  const text = withEnglishMonths(value.normalize('NFKC').trim());
  return NAMED_DAY.test(text)
    ? text.replace(/^(\S+ \d{1,2}|\d{1,2} \S+?),?(?=\s|$)/, `$1 ${year}`)
    : text.replace(/^(\d{1,2})[-/月](\d{1,2})日?/u, `${year}-$1-$2 `);
}

type Clock = Pick<WrittenTime, 'hour' | 'minute' | 'second' | 'millisecond'>;
type DateParts = Pick<WrittenTime, 'year' | 'month' | 'day'>;
const MIDNIGHT: Clock = { hour: 0, minute: 0, second: 0, millisecond: 0 };

/** Brings full-width digits, `2026年5月3日` and `下午3时5分` into the form the patterns know. */
function withPlainDigits(value: string): string {
  return withCommonCalendar(withoutLabels(withoutTrail(withPlainSigns(value).trim())))
    .replace(/(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?/u, '$1-$2-$3 ')
    .replace(/(\d{4})(?:\.|년)\s*(\d{1,2})(?:\.|월)\s*(\d{1,2})(?:\.|일)(?=\s|$)/u, '$1-$2-$3 ')
    .replace(CJK_WEEKDAY, ' ')
    .replace(/(?<=\d\s*[时時点點])\s*半/u, '30')
    .replace(
      /(\d{1,2})\s*[时時点點시]\s*(?:(\d{1,2})\s*[分분]?)?\s*(?:(\d{1,2})\s*[秒초])?/u,
      (_, hour: string, minute = '0', second = '0') => `${hour}:${minute.padStart(2, '0')}:${second.padStart(2, '0')}`,
    )
    .replace(/(?:上午|午前|凌晨|清晨|早晨|早上|오전|中午(?=\s*11))\s*(\d{1,2}:\d{2}(?::\d{2})?)/u, ' $1 am')
    .replace(/(?:下午|午後|傍晚|中午|오후|(?:晚上|晚间|夜晚)(?!\s*12))\s*(\d{1,2}:\d{2}(?::\d{2})?)/u, ' $1 pm')
    .replace(
      /(\d{1,2}:\d{2}(?::\d{2})?)\s*(?:(ص)|م)(?!\p{L})/u,
      (_, clock: string, morning?: string) => `${clock} ${morning ? 'am' : 'pm'}`,
    )
    .replace(FRENCH_CLOCK, '$1:$2')
    .replace(
      DOTTED_CLOCK,
      (_, ...[date, hour, minute, second, half = '']: string[]) =>
        `${[`${date}${hour}`, minute, second].filter(Boolean).join(':')}${half}`,
    )
    .replace(/(?<=\d)\s*(?:Uhr\b|น\.?(?=\s|$))/iu, '')
    .replace(/(?<!\p{L})(?:at|um|om|kl\.?|klo|alle|ore|a las|às|à)\s+(?=\d{1,2}:)/giu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

function fromCompact(match: RegExpExecArray): WrittenTime {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  return { year, month, day, hour, minute, second, millisecond: 0, zone: match[7] ? 0 : null };
}

function readClock([, hours, minutes, seconds, fraction, half]: RegExpExecArray): Clock {
  let hour = Number(hours);
  if (half?.toLowerCase() === 'p' && hour < 12) hour += 12;
  if (half?.toLowerCase() === 'a' && hour === 12) hour = 0;
  return {
    hour,
    minute: Number(minutes),
    second: Number(seconds ?? 0),
    millisecond: fraction ? Math.floor(Number(`0.${fraction}`) * 1000) : 0,
  };
}

/** What stands behind the clock: a zone, perhaps a year (as in `08:00:00 +0800 2026`). Null when it is something else. */
function readZone(after: string): { zone: WrittenZone; rest: string } | null {
  const text = after.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ').trim();
  const match = /^([a-z]{1,4})?\s*([+-]\d{1,2}(?::?\d{2})?)?(?=\s|$)/i.exec(text);
  const [whole = '', name, offset] = match ?? [];
  // Some programs write the name of the zone behind its offset: `+0000 UTC`.
  const rest = text
    .slice(whole.length)
    .trim()
    .replace(offset ? /^[a-z]{3,5}$/i : /^$/, '');
  if (/[^\d\s,]/.test(rest) && !MONTH_NAME.test(rest)) return null;
  if (offset) return { zone: offsetMinutes(offset), rest };
  if (!name) return { zone: null, rest: text };
  const zone = ZONE_NAMES[name.toLowerCase()];
  if (zone !== undefined) return { zone, rest };
  return MONTH_NAME.test(text) ? { zone: null, rest: text } : null;
}

function offsetMinutes(offset: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(offset) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0));
}

function readDate(text: string, order: DayOrder): DateParts | null {
  const date = text.replace(WEEKDAY, ' ').replace(/[,，]/gu, ' ').replace(/\s+/gu, ' ').trim();
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(date);
  if (yearFirst) return { year: Number(yearFirst[1]), month: Number(yearFirst[2]), day: Number(yearFirst[3]) };
  const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{1,2})$/.exec(date);
  if (yearLast) return fromNumbers(yearLast, order);
  return readNamedMonth(date);
}

function fromNumbers([, first, separator, second, year = '']: RegExpExecArray, order: DayOrder): DateParts | null {
  if (order === 'year-first' && year.length <= 2)
    return { year: fullYear(first ?? ''), month: Number(second), day: Number(year) };
  if (year.length === 1) return null;
  const dayFirst = separator === '.' || order === 'day-first';
  return {
    year: fullYear(year),
    month: Number(dayFirst ? second : first),
    day: Number(dayFirst ? first : second),
  };
}

function readNamedMonth(date: string): DateParts | null {
  const name = MONTH_NAME.exec(date);
  if (!name) return null;
  const month = MONTHS.indexOf(name[0].slice(0, 3).toLowerCase()) + 1;
  const numbers = date
    .replace(MONTH_NAME, ' ')
    .replace(/(\d)(?:st|nd|rd|th)\b/gi, '$1')
    .replace(/[-/]/g, ' ')
    .trim();
  const dayThenYear = /^(\d{1,2})\s+(\d{4}|\d{2})$/.exec(numbers);
  if (dayThenYear) return { year: fullYear(dayThenYear[2] ?? ''), month, day: Number(dayThenYear[1]) };
  const yearThenDay = /^(\d{4})\s+(\d{1,2})$/.exec(numbers);
  return yearThenDay ? { year: Number(yearThenDay[1]), month, day: Number(yearThenDay[2]) } : null;
}

const fullYear = (year: string) => (year.length === 2 ? 2000 + Number(year) : Number(year));

function assemble(date: DateParts | null, clock: Clock, zone: WrittenZone): WrittenTime | null {
  return date && { ...date, ...clock, zone };
}
