import { Temporal } from 'temporal-polyfill';
import type { QuestionLanguage } from './question-language';

/** Days, both included. */
export interface DayPeriod {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/** A phrase and the period it means, seen from a day. */
interface PhraseRule {
  readonly pattern: RegExp;
  readonly period: (today: Temporal.PlainDate, match: RegExpMatchArray) => DayPeriod | null;
}

type Unit = 'day' | 'week' | 'month' | 'year';

/** A period found in a text, with its place. */
export interface FoundPeriod extends DayPeriod {
  readonly start: number;
  readonly end: number;
  /** Both ends are named ("3 to 9 May"). */
  readonly closed?: boolean;
}

const NUMERALS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  半: 0.5,
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  couple: 2,
  few: 3,
  several: 3,
  几: 3,
  数: 3,
};

/** The last `count` units up to and including today. */
function lastUnits(today: Temporal.PlainDate, count: number, unit: Unit): DayPeriod | null {
  if (!Number.isFinite(count) || count <= 0 || count > 5000) return null;
  if (unit === 'month' && count < 1) return { from: today.subtract({ days: 14 }), to: today };
  if (unit === 'year' && count < 1) return { from: today.subtract({ months: 6 }).add({ days: 1 }), to: today };
  if (unit === 'day' || unit === 'week')
    return { from: today.subtract({ days: Math.round(count * (unit === 'week' ? 7 : 1)) - 1 }), to: today };
  return { from: today.subtract({ [`${unit}s`]: Math.round(count) }).add({ days: 1 }), to: today };
}

/** The calendar unit that lies `back` units before the one of today; the current one ends today. */
function calendarUnit(today: Temporal.PlainDate, unit: Unit, back: number): DayPeriod {
  const starts: Record<Unit, Temporal.PlainDate> = {
    day: today,
    week: today.subtract({ days: today.dayOfWeek - 1 }),
    month: today.with({ day: 1 }),
    year: today.with({ month: 1, day: 1 }),
  };
  const from = starts[unit].subtract({ [`${unit}s`]: back });
  return { from, to: back === 0 ? today : from.add({ [`${unit}s`]: 1 }).subtract({ days: 1 }) };
}

const count = (text: string | undefined): number => {
  const plain = (text ?? '')
    .toLowerCase()
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  if (/^\d+$/.test(plain)) return Number(plain);
  const [tens, ones] = plain.split('十');
  if (ones !== undefined) return (tens ? (NUMERALS[tens] ?? NaN) : 1) * 10 + (ones ? (NUMERALS[ones] ?? NaN) : 0);
  return NUMERALS[plain] ?? NaN;
};

const unitOf = (text: string | undefined): Unit => {
  if (/^(?:天|日|day)/iu.test(text ?? '')) return 'day';
  if (/^(?:周|週|星期|礼拜|week)/iu.test(text ?? '')) return 'week';
  return /^(?:年|year)/iu.test(text ?? '') ? 'year' : 'month';
};

const fixed = (pattern: RegExp, unit: Unit, back: number): PhraseRule => ({
  pattern,
  period: (today) => calendarUnit(today, unit, back),
});

const RULES: Readonly<Record<QuestionLanguage, readonly PhraseRule[]>> = {
  zh: [
    {
      pattern:
        /(?:最近|过去|近|这|前)的?\s?([0-9０-９]+|[一二两三四五六七八九十几半]+)\s?个?(天|日|周|星期|礼拜|月|年)/u,
      period: (today, [, number, unit]) => lastUnits(today, count(number), unitOf(unit)),
    },
    fixed(/上上(?:个)?(?:周|星期|礼拜)/u, 'week', 2),
    fixed(/上(?:个|一)?(?:周|星期|礼拜)/u, 'week', 1),
    fixed(/(?:本|这|这个)(?:周|星期|礼拜)/u, 'week', 0),
    fixed(/上(?:个|一个)?月/u, 'month', 1),
    fixed(/本月|这个?月|当月/u, 'month', 0),
    fixed(/今年|本年/u, 'year', 0),
    fixed(/去年/u, 'year', 1),
    fixed(/今天|今日/u, 'day', 0),
    fixed(/前天/u, 'day', 2),
    fixed(/昨天|昨日/u, 'day', 1),
  ],
  en: [
    {
      pattern:
        /\b(?:last|past|previous|recent)\s+(\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|couple(?: of)?|few|several)\s+(days?|weeks?|months?|years?)\b/i,
      period: (today, [, number, unit]) => lastUnits(today, count(number?.replace(/ of$/i, '')), unitOf(unit)),
    },
    { pattern: /\bpast\s+(day|week|month|year)\b/i, period: (today, [, unit]) => lastUnits(today, 1, unitOf(unit)) },
    fixed(/\b(?:last|previous)\s+week\b/i, 'week', 1),
    fixed(/\bthis\s+week\b/i, 'week', 0),
    fixed(/\b(?:last|previous)\s+month\b/i, 'month', 1),
    fixed(/\bthis\s+month\b/i, 'month', 0),
    fixed(/\b(?:last|previous)\s+year\b/i, 'year', 1),
    fixed(/\bthis\s+year\b/i, 'year', 0),
    fixed(/\btoday\b/i, 'day', 0),
    fixed(/\byesterday\b/i, 'day', 1),
  ],
  ja: [
    {
      pattern:
        /(?:過去|直近|ここ|この|最近の?|前)\s?([0-9０-９]+|[一二三四五六七八九十数半]+)\s?(日|週|か月|ヶ月|カ月|ヵ月|ケ月|年)間?/u,
      period: (today, [, number, unit]) => lastUnits(today, count(number), unitOf(unit)),
    },
    fixed(/先々週/u, 'week', 2),
    fixed(/先週|前週/u, 'week', 1),
    fixed(/今週/u, 'week', 0),
    fixed(/先月|前月/u, 'month', 1),
    fixed(/今月/u, 'month', 0),
    fixed(/今年/u, 'year', 0),
    fixed(/昨年|去年/u, 'year', 1),
    fixed(/今日|本日/u, 'day', 0),
    fixed(/一昨日|おととい/u, 'day', 2),
    fixed(/昨日/u, 'day', 1),
  ],
};

/** Periods that are named by their distance from today (上周, last 10 days, 先月), in the order of the text. */
export function relativePeriods(text: string, language: QuestionLanguage, today: Temporal.PlainDate): FoundPeriod[] {
  const found: FoundPeriod[] = [];
  for (const { pattern, period } of RULES[language]) {
    for (const match of text.matchAll(new RegExp(pattern, `${pattern.flags}g`))) {
      const [start, end] = [match.index, match.index + match[0].length];
      const days = period(today, match);
      // 上上周 holds 上周: the longer phrase comes first in the list and keeps its place.
      if (days && !found.some((other) => start < other.end && end > other.start)) found.push({ ...days, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
