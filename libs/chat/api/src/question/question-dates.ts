import * as chrono from 'chrono-node';
import { Temporal } from 'temporal-polyfill';
import type { QuestionLanguage } from './question-language';
import { relativePeriods, type DayPeriod, type FoundPeriod } from './relative-periods';

const PARSERS: Readonly<Record<QuestionLanguage, Pick<chrono.Chrono, 'parse'>>> = {
  zh: chrono.zh.hans,
  en: chrono.en,
  ja: chrono.ja,
};
const MONTH_NUMERALS = '一二三四五六七八九十';
const MONTH =
  /(?:(\d{4})年)?(?<!\d)(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?!\s?(?:\d|[一二三四五六七八九十]+[日号]))份?/gu;
const SINCE: Readonly<Record<QuestionLanguage, { readonly before: RegExp; readonly behind: RegExp }>> = {
  zh: { before: /(?:自从?|从)\s*$/u, behind: /^\s*(?:以来|至今|到现在|起|开始|之后)/u },
  en: {
    before: /\b(?:since|from|after)\s+(?:the\s+)?(?:early\s+|mid\s+|late\s+)?$/i,
    behind: /^\s*(?:onwards?|until now|till now|to date)/i,
  },
  ja: { before: /(?!)/u, behind: /^\s*(?:から(?!.{0,12}まで)|以来|以降)/u },
};
/** "…and the week before": the period before the one named first. */
const BEFORE_THAT =
  /\b(?:the (?:week|month|day|year|period|one) before|prior (?:week|month|period)|preceding)\b|再上一?(?:周|个月)|前一(?:周|个月|天)|之前一(?:周|个月)|上一(?:周期|时期)|その前の?(?:週|月|日)/iu;

/**
 * Periods that a question names, as calendar days, in the order in which it names them; none where it names none.
 * @param today the day from which 上周 or "last 10 days" is counted; months without a year are the latest ones not after it
 */
export function questionPeriods(question: string, language: QuestionLanguage, today: Temporal.PlainDate): DayPeriod[] {
  const relative = relativePeriods(question, language, today);
  const rest = without(question.replace(BEFORE_THAT, blank), relative);
  const months = language === 'en' ? [] : monthsIn(rest, today);
  const days = without(rest, months);
  const named = [...relative, ...months, ...daysIn(days, language, today)].sort((a, b) => a.start - b.start);
  const periods = joinedRanges(
    named.map((period) => untilTodayWhenSince(period, question, { language, today })),
    question,
  );
  const [first] = periods;
  if (periods.length === 1 && first && BEFORE_THAT.test(question)) return [first, periodBefore(first)];
  return periods.slice(0, 2).map(({ from, to }) => ({ from, to }));
}

/** The period of the same length right before; a whole month is compared with the whole month before. */
export function periodBefore({ from, to }: DayPeriod): DayPeriod {
  const wholeMonth = from.day === 1 && to.equals(from.with({ day: from.daysInMonth }));
  if (wholeMonth) return { from: from.subtract({ months: 1 }), to: from.subtract({ days: 1 }) };
  const { days } = from.until(to, { largestUnit: 'day' });
  return { from: from.subtract({ days: days + 1 }), to: from.subtract({ days: 1 }) };
}

const blank = (text: string): string => ' '.repeat(text.length);

/** The text with what was read blanked out, so that everything else keeps its place. */
const without = (text: string, found: readonly FoundPeriod[]): string =>
  found.reduce((rest, { start, end }) => rest.slice(0, start) + blank(rest.slice(start, end)) + rest.slice(end), text);

function monthsIn(text: string, today: Temporal.PlainDate): FoundPeriod[] {
  return [...text.matchAll(MONTH)].map((match) => {
    const [whole, year, name = ''] = match;
    const month = /^\d+$/.test(name)
      ? Number(name)
      : name.startsWith('十')
        ? 10 + (MONTH_NUMERALS.indexOf(name[1] ?? '') + 1)
        : MONTH_NUMERALS.indexOf(name) + 1;
    const from = notAfter(new Temporal.PlainDate(Number(year ?? today.year), month, 1), today, year !== undefined);
    return { ...wholeMonth(from), start: match.index, end: match.index + whole.length };
  });
}

function daysIn(text: string, language: QuestionLanguage, today: Temporal.PlainDate): FoundPeriod[] {
  const reference = { instant: new Date(Date.UTC(today.year, today.month - 1, today.day, 12)), timezone: 0 };
  return PARSERS[language].parse(text, reference).flatMap((result) => {
    const { start, end, index, text: phrase } = result;
    if (!start.isCertain('month') && !start.isCertain('weekday')) return [];
    // "may" is a month only where it is written like one.
    if (
      /^(?:may|march|mar|sun|sat|dec|jan)$/.test(phrase) &&
      !/\b(?:in|since|from|of|until)\s+$/i.test(text.slice(0, index))
    )
      return [];
    const from = dayOf(start, today);
    const to = end ? dayOf(end, today) : from;
    const onlyMonth = start.isCertain('month') && !start.isCertain('day');
    const period = onlyMonth ? { from: wholeMonth(from).from, to: wholeMonth(to).to } : { from, to };
    return [{ ...period, start: index, end: index + phrase.length, closed: Boolean(end) }];
  });
}

function dayOf(components: chrono.ParsedComponents, today: Temporal.PlainDate): Temporal.PlainDate {
  const [year, month, day] = (['year', 'month', 'day'] as const).map((part) => components.get(part) ?? 1);
  const date = new Temporal.PlainDate(
    year ?? today.year,
    month ?? 1,
    components.isCertain('day') || components.isCertain('weekday') ? (day ?? 1) : 1,
  );
  const back =
    components.isCertain('weekday') && !components.isCertain('day') && Temporal.PlainDate.compare(date, today) > 0
      ? date.subtract({ days: 7 })
      : date;
  return notAfter(back, today, components.isCertain('year'));
}

/** Comments lie in the past: without a year the latest such day is meant. */
function notAfter(date: Temporal.PlainDate, today: Temporal.PlainDate, yearGiven: boolean): Temporal.PlainDate {
  return !yearGiven && Temporal.PlainDate.compare(date, today) > 0 ? date.subtract({ years: 1 }) : date;
}

const wholeMonth = (day: Temporal.PlainDate): DayPeriod => ({
  from: day.with({ day: 1 }),
  to: day.with({ day: day.daysInMonth }),
});

function untilTodayWhenSince(
  period: FoundPeriod,
  question: string,
  { language, today }: { language: QuestionLanguage; today: Temporal.PlainDate },
): FoundPeriod {
  const { before, behind } = SINCE[language];
  const since = before.test(question.slice(0, period.start)) || behind.test(question.slice(period.end));
  const range =
    period.closed || /^\s*(?:to|until|till|-|–|and|到|至|まで|から)\s*\S*\d/iu.test(question.slice(period.end));
  return since && !range && Temporal.PlainDate.compare(period.from, today) <= 0 ? { ...period, to: today } : period;
}

/** "Between 3 May and 9 May" and 5月1日から5月9日まで are one period, not two. */
function joinedRanges(periods: readonly FoundPeriod[], question: string): FoundPeriod[] {
  const [first, second, ...rest] = periods;
  if (!first || !second) return [...periods];
  const between = question.slice(first.end, second.start);
  const opened =
    /\b(?:between|from)\s+(?:the\s+)?$/i.test(question.slice(0, first.start)) ||
    /从\s*$/u.test(question.slice(0, first.start));
  const range =
    /^\s*(?:to|until|till|through|-|–|~|～|到|至|から)\s*$/iu.test(between) || (opened && /^\s*and\s*$/i.test(between));
  const inOrder = Temporal.PlainDate.compare(first.from, second.to) <= 0;
  return range && inOrder
    ? [{ from: first.from, to: second.to, start: first.start, end: second.end }, ...rest]
    : [...periods];
}
