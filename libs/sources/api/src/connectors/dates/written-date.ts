import { withCommonCalendar } from '../../incoming/calendars';
import { withPlainSigns } from '../../incoming/digits';
import { isWeekday, monthNamed } from './month-names';
import { offsetsNamed } from './zone-names';
import type { ZonedReading } from './zoned-instant';

/** Which number comes first in `3/5/2026`. */
export type DayOrder = 'month-first' | 'day-first';

/** What is known of the one who wrote a date. */
export interface Writer {
  readonly language: string | null;
  /** Null where nothing tells. */
  readonly order: DayOrder | null;
}

const MAX_LENGTH = 100;
const CLOCK = /(?:^|[\sT,(])(\d{1,2})(?::|h)(\d{2})(?:[:m](\d{2})(?:[.,](\d{1,9}))?s?)?(?![\d:])/iu;
const HALF = /^\s*([ap])\.?\s?m\.?(?=[\s,)]|$)/iu;
const OFFSET = /^\s*\(?(?:(?:gmt|utc|z)\s*)?([+\-\u2212])(\d{1,2})(?::?(\d{2}))?\)?(?=[\s,;()[\]]|$)/iu;
const ZONE_WORD = /^\s*[([]?([a-z]{1,5})[)\]]?(?=[\s,;()[\]]|$)/iu;
const ZONE_PLACE = /[[(]?\b([A-Z][A-Za-z]+\/[A-Za-z_+\-/]+\d*)\b[\])]?/u;
/** Words between the parts of a date. */
const FILLERS = new Set(
  'de del of the at um uhr on le el den der am a à alle kl klo as às em van г года год р року ngày lúc vào thứ hai ba tư năm sáu bảy chủ nhật'.split(
    ' ',
  ),
);
/** Languages of those who put the month first; all others put the day first. */
const MONTH_FIRST = /^en(?:[-_](?:us|ph|pw|fm|mh|as|gu|mp|pr|vi))?$/iu;
const DAY_MS = 86_400_000;

/**
 * Reads a date as sites write it. `ambiguous`: day and month cannot be told apart. Null for what it does not know
 * (plain numbers and forms of Chinese and Japanese are left to others).
 */
export function readSiteDate(written: string, writer: Writer): ZonedReading | 'ambiguous' | null {
  const text = plain(written);
  if (!text || text.length > MAX_LENGTH) return null;
  const found = CLOCK.exec(text);
  const { clock, zone, rest } = found ? readClock(text, found) : { clock: MIDNIGHT, zone: null, rest: text };
  if (!clock) return null;
  const date = readDay(rest, writer);
  if (date === null || date === 'ambiguous') return date;
  return exists(date) ? { ...date, ...clock, zone } : null;
}

/**
 * The order of day and month in a source: a number above 12 is a day; a date ahead of the clock in one order only is meant in the
 * other; else the language tells. Null where nothing does.
 */
export function numericOrder(
  sample: readonly string[],
  { language, now }: { language: string | null; now: Date },
): DayOrder | null {
  const dates = sample.map((written) => numericDate(plain(written))).filter((date) => date !== null);
  const votes = dates.map(([first, second, year]): DayOrder | null => {
    if (first > 12) return 'day-first';
    if (second > 12) return 'month-first';
    const ahead = (month: number, day: number) => Date.UTC(year, month - 1, day) > now.getTime() + DAY_MS;
    if (ahead(first, second) === ahead(second, first)) return null;
    return ahead(first, second) ? 'day-first' : 'month-first';
  });
  const count = (order: DayOrder) => votes.filter((vote) => vote === order).length;
  if (count('day-first') !== count('month-first'))
    return count('day-first') > count('month-first') ? 'day-first' : 'month-first';
  if (count('day-first') > 0 || !language) return null;
  // "en" alone is written on both sides of the ocean.
  if (/^en$/iu.test(language)) return null;
  return MONTH_FIRST.test(language) ? 'month-first' : 'day-first';
}

type Clock = Pick<ZonedReading, 'hour' | 'minute' | 'second' | 'millisecond'>;
type Day = Pick<ZonedReading, 'year' | 'month' | 'day'>;
const MIDNIGHT: Clock = { hour: 0, minute: 0, second: 0, millisecond: 0 };

/** One form of digits, spaces, dashes and years; Korean and Vietnamese dates as numbers; weeks and days of a year as dates. */
function plain(written: string): string {
  return withCommonCalendar(withPlainSigns(written).trim())
    .replace(/[\u2010-\u2015]/gu, '-')
    .replace(/(\d{4})년\s*(\d{1,2})월\s*(\d{1,2})일/u, '$1-$2-$3 ')
    .replace(/오전\s*(\d{1,2}:\d{2}(?::\d{2})?)/u, '$1 am')
    .replace(/오후\s*(\d{1,2}:\d{2}(?::\d{2})?)/u, '$1 pm')
    .replace(/(\d{1,2})\s*(?:tháng|thg)\s*(\d{1,2})(?:,?\s*năm|,)?\s*(\d{4})/iu, '$3-$2-$1')
    .replace(/^(\d{4})-(\d{3})(?=T|\s|$)/u, (_, year: string, day: string) =>
      isoDay(Date.UTC(Number(year), 0, Number(day))),
    )
    .replace(/\s+/gu, ' ')
    .trim();
}

const isoDay = (instant: number) => new Date(instant).toISOString().slice(0, 10);

function readClock(
  text: string,
  found: RegExpExecArray,
): { clock: Clock | null; zone: ZonedReading['zone']; rest: string } {
  const before = text.slice(0, found.index);
  let after = text.slice(found.index + found[0].length);
  const half = HALF.exec(after);
  if (half) after = after.slice(half[0].length);
  const clock = clockOf(found, half?.[1]?.toLowerCase());
  const place = ZONE_PLACE.exec(after);
  if (place?.[1] && isPlace(place[1]))
    return { clock, zone: place[1], rest: `${before} ${after.replace(place[0], ' ').replace(OFFSET, ' ')}` };
  const offset = OFFSET.exec(after);
  if (offset) {
    const [whole, sign, hours, minutes] = offset;
    const total = Number(hours) * 60 + Number(minutes ?? 0);
    const rest = after.slice(whole.length).replace(/[([][^)\]]*[)\]]/gu, ' ');
    return { clock: total > 14 * 60 ? null : clock, zone: sign === '+' ? total : -total, rest: `${before} ${rest}` };
  }
  const word = ZONE_WORD.exec(after);
  if (word?.[1] && offsetsNamed(word[1]))
    return { clock, zone: word[1].toLowerCase(), rest: `${before} ${after.slice(word[0].length)}` };
  return { clock, zone: null, rest: `${before} ${after}` };
}

function clockOf([, hours, minutes, seconds, fraction]: RegExpExecArray, half: string | undefined): Clock | null {
  let hour = Number(hours);
  if (half && (hour < 1 || hour > 12)) return null;
  if (half === 'p' && hour < 12) hour += 12;
  if (half === 'a' && hour === 12) hour = 0;
  const [minute, second] = [Number(minutes), Number(seconds ?? 0)];
  if (minute > 59 || second > 60 || hour > 24 || (hour === 24 && minute + second > 0)) return null;
  return { hour, minute, second, millisecond: fraction ? Math.floor(Number(`0.${fraction}`) * 1000) : 0 };
}

function isPlace(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

function readDay(rest: string, writer: Writer): Day | 'ambiguous' | null {
  const words = rest.split(/[\s,;()[\]|·،]+/u).filter(Boolean);
  const numbers = words.filter((word) => /^\d/u.test(word));
  const names = words.filter((word) => !/^\d/u.test(word) && !FILLERS.has(word.toLowerCase().replace(/\.$/u, '')));
  const months = names.flatMap((name) => {
    const month = monthNamed(name, writer.language);
    return month === null ? [] : [{ month, weekday: isWeekday(name) }];
  });
  if (names.some((name) => monthNamed(name, writer.language) === null && !isWeekday(name))) return null;
  // "mar." is March and, in other languages, a Tuesday.
  const [month, another] = months.length > 1 ? months.filter(({ weekday }) => !weekday) : months;
  if (another) return null;
  const compound = numbers.length === 1 ? (numbers[0] ?? '') : '';
  if (/[-/.]/u.test(compound) && (!month || month.weekday)) return numericDay(compound, writer.order);
  const named = compound ? namedWithin(compound, writer) : null;
  return named ?? (month ? besideMonth(numbers, month.month) : null);
}

/** `23-Nov-2026` and `23/nov/2026`. */
function namedWithin(word: string, writer: Writer): Day | null {
  const [, first, name, last] = /^(\d{1,4})[-/.](\p{L}+)\.?[-/.](\d{1,4})$/u.exec(word) ?? [];
  const month = name ? monthNamed(name, writer.language) : null;
  return month === null ? null : besideMonth([first ?? '', last ?? ''], month);
}

/** The two numbers beside the name of a month: the day comes first, unless the year does. */
function besideMonth(numbers: readonly string[], month: number): Day | null {
  const bare = numbers.map((number) => number.replace(/(?:\.|st|nd|rd|th|er|º|ª|-го)$/iu, ''));
  const [first = '', second = ''] = bare;
  if (bare.length !== 2 || !bare.every((number) => /^\d{1,4}$/u.test(number))) return null;
  if (first.length === 4) return second.length <= 2 ? { year: Number(first), month, day: Number(second) } : null;
  return second.length === 4 || second.length === 2 ? { year: fullYear(second), month, day: Number(first) } : null;
}

function numericDay(word: string, order: DayOrder | null): Day | 'ambiguous' | null {
  const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\.?$/u.exec(word);
  if (yearFirst) return { year: Number(yearFirst[1]), month: Number(yearFirst[3]), day: Number(yearFirst[4]) };
  const numeric = numericDate(word);
  if (!numeric) return germanDay(word);
  const [first, second, year] = numeric;
  if (first > 12) return { year, month: second, day: first };
  if (second > 12) return { year, month: first, day: second };
  if (first === second) return { year, month: first, day: second };
  if (!order) return 'ambiguous';
  return order === 'day-first' ? { year, month: second, day: first } : { year, month: first, day: second };
}

/** With dots the day comes first everywhere. */
function germanDay(word: string): Day | null {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})\.?$/u.exec(word) ?? [];
  return year ? { year: fullYear(year), month: Number(month), day: Number(day) } : null;
}

/** Two numbers whose order has to be found out, and the year behind them. */
function numericDate(text: string): readonly [number, number, number] | null {
  const match = /(?:^|\s)(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d{2})(?=[\s,T]|$)/u.exec(text);
  return match ? [Number(match[1]), Number(match[3]), fullYear(match[4] ?? '')] : null;
}

function exists({ year, month, day }: Day): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return month >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const fullYear = (year: string) => (year.length === 2 ? 2000 + Number(year) : Number(year));
