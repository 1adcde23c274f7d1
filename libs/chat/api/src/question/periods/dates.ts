import * as chrono from 'chrono-node';
import { Temporal } from 'temporal-polyfill';
import type { QuestionLanguage } from '../question-language';
import { ofYear, wholeDay, type DayPeriod, type Now } from './calendar';
import type { FoundPeriod } from './found-period';
import { HAN_NUMBER, numberFrom } from './numerals';
import { hanYear } from './phrases.zh';

type Groups = Readonly<Record<string, string | undefined>>;

const DAY = `(?<day>3[01]|[12]\\d|0?[1-9]|${HAN_NUMBER.split('|')[1]})`;
const MONTH = '(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])';
const TO = '\\s?(?:日|号|號)?\\s?(?:到|至|から|-|–|—|~|～|〜)\\s?';
const YEAR = '(?:(?<year>(?:20)?\\d\\d年|去年|昨年|今年|前年)的?の?)?';
const second = (pattern: string) => pattern.replace(/\?<(\w+)>/g, '?<$12>');

/** Dates in digits or Han numerals, ranges before single days. */
const PATTERNS: readonly RegExp[] = [
  `(?<year>20\\d\\d)[-/.年](?<month>1[0-2]|0?[1-9])[-/.月](?<day>3[01]|[12]\\d|0?[1-9])日?(?:\\s?(?:to|until|through|到|至|から|-|–|—|~|～|〜)\\s?(?<year2>20\\d\\d)[-/.年](?<month2>1[0-2]|0?[1-9])[-/.月](?<day2>3[01]|[12]\\d|0?[1-9])日?)?`,
  `${YEAR}${MONTH}月\\s?${DAY}${TO}(?:${second(MONTH)}月\\s?)?${second(DAY)}\\s?(?:日|号|號)(?!间|間)(?:まで|之间|期间|の間)?`,
  `${YEAR}${MONTH}月\\s?${DAY}\\s?(?:日|号|號)?(?:那天|当天|に)?`,
  `(?<![\\d.,/-])(?<month>1[0-2]|0?[1-9])/(?<day>3[01]|[12]\\d|0?[1-9])(?:\\s?(?:to|到|至|から|-|–|~|～|〜)\\s?(?<month2>1[0-2]|0?[1-9])/(?<day2>3[01]|[12]\\d|0?[1-9]))?(?![\\d/])`,
  `(?<![\\d.月])(?<day>3[01]|[12]\\d|0?[1-9])(?:日|号|號)(?![间間内])(?:那天|当天)?`,
].map((pattern) => new RegExp(pattern, 'giu'));

/** 11.5, 11.11~11.15: only in months with two digits, since 2.4 is a version. */
const DOTTED =
  /(?<![\d.v])(?<month>1[0-2])\.(?<day>3[01]|[12]\d|0?[1-9])(?:\s?(?:到|至|から|-|–|—|~|～|〜)\s?(?<month2>1[0-2])\.(?<day2>3[01]|[12]\d|0?[1-9]))?(?![\d.%]|个?点|倍|折|元)/gu;
/** Months without day in digits: `2026-11`. */
const YEAR_MONTH = /(?<![\d-])(?<year>20\d\d)[-/.](?<month>1[0-2]|0?[1-9])(?![\d/.-])/gu;

/** Dates that a text names, as days; without a year the latest ones that are not in the future. */
export function datesIn(text: string, language: QuestionLanguage, now: Now): FoundPeriod[] {
  const found: FoundPeriod[] = [];
  let rest = text;
  const add = (period: DayPeriod | null, start: number, length: number, closed: boolean) => {
    if (!period) return;
    found.push({ ...period, start, end: start + length, closed });
    rest = rest.slice(0, start) + ' '.repeat(length) + rest.slice(start + length);
  };
  for (const pattern of language === 'en' ? PATTERNS : [...PATTERNS, DOTTED])
    for (const match of rest.matchAll(pattern)) {
      const groups = match.groups ?? {};
      add(written(groups, now), match.index, match[0].length, groups['day2'] !== undefined);
    }
  for (const match of rest.matchAll(YEAR_MONTH)) {
    const from = dayFrom({ ...match.groups, day: '1' }, now);
    add(from && { from, to: from.with({ day: from.daysInMonth }) }, match.index, match[0].length, false);
  }
  return language === 'en' ? [...found, ...englishDates(rest, now)] : found;
}

function written(groups: Groups, now: Now): DayPeriod | null {
  const from = dayFrom(groups, now);
  if (!from || !groups['day2']) return from && wholeDay(from);
  const to = dayFrom(
    {
      year: groups['year2'] ?? String(from.year) + '年',
      month: groups['month2'] ?? String(from.month),
      day: groups['day2'],
    },
    now,
  );
  return to && Temporal.PlainDate.compare(from, to) <= 0 ? { from, to } : null;
}

/** A day without month is of this month, or of the one before where it would lie ahead. */
function dayFrom({ year, month, day }: Groups, now: Now): Temporal.PlainDate | null {
  const number = numberFrom(day);
  if (!(number >= 1 && number <= 31)) return null;
  const make = (of: number, in_: number) => {
    try {
      return Temporal.PlainDate.from({ year: of, month: in_, day: number }, { overflow: 'reject' });
    } catch {
      return null;
    }
  };
  if (!month) {
    const here = make(now.today.year, now.today.month);
    const before = now.today.subtract({ months: 1 });
    return here && Temporal.PlainDate.compare(here, now.today) <= 0 ? here : make(before.year, before.month);
  }
  const given = year && /^20\d\d$/.test(year) ? Number(year) : hanYear(now, year);
  return (
    ofYear(now, given, (of) => {
      const made = make(of, numberFrom(month));
      return made && wholeDay(made);
    })?.from ?? null
  );
}

/** "The week after" and "now" are no dates. */
const NAMES_DATE = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d\s?[/.-]\s?\d/iu;

const COUNTS = /^.*\b(?:days?|weeks?|months?) (?:before|after|from|following|prior to)\b/iu;

/** Dates with the names of months, by chrono. */
function englishDates(text: string, now: Now): FoundPeriod[] {
  const { today } = now;
  const reference = { instant: new Date(Date.UTC(today.year, today.month - 1, today.day, 12)), timezone: 0 };
  return chrono.en.parse(text, reference).flatMap(({ start, end, index, text: phrase }) => {
    if (!NAMES_DATE.test(phrase) || !start.isCertain('month') || !start.isCertain('day') || !/[a-z]{3}/i.test(phrase))
      return [];
    // "7 days before nov 2": only the date is read here, the days are counted elsewhere.
    const counted = COUNTS.exec(phrase)?.[0].length ?? 0;
    if (counted)
      return englishDates(' '.repeat(index + counted) + text.slice(index + counted, index + phrase.length), now);
    const from = chronoDay(start, now);
    const to = end ? chronoDay(end, now) : from;
    if (!from || !to || Temporal.PlainDate.compare(from, to) > 0) return [];
    return [{ from, to, start: index, end: index + phrase.length, closed: Boolean(end) }];
  });
}

function chronoDay(components: chrono.ParsedComponents, now: Now): Temporal.PlainDate | null {
  const [year, month, day] = (['year', 'month', 'day'] as const).map((part) => components.get(part));
  if (!month || !day) return null;
  return (
    ofYear(now, components.isCertain('year') ? (year ?? null) : null, (of) =>
      wholeDay(Temporal.PlainDate.from({ year: of, month, day })),
    )?.from ?? null
  );
}
