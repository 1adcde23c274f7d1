import type { FactPeriod } from '@moodline/narration/contract';
import type { ReportLanguage } from '@moodline/reports/contract';
import { Temporal } from 'temporal-polyfill';
import { REPORT_WORDS } from './words-of';

const LOCALES: Readonly<Record<ReportLanguage, string>> = { zh: 'zh-CN', en: 'en-GB', ja: 'ja-JP' };
const MINUS = '−';

/** Numbers and times as a report of one language and zone writes them. */
export interface ReportFormats {
  readonly number: (value: number) => string;
  readonly signed: (value: number) => string;
  readonly percent: (value: number) => string;
  readonly period: (period: FactPeriod) => string;
  /** A moment below a chart of hours or of days. */
  readonly tick: (instant: string, step: 'hour' | 'day' | 'week') => string;
  readonly moment: (instant: string) => string;
}

export function reportFormats(language: ReportLanguage, timeZone: string): ReportFormats {
  const locale = LOCALES[language];
  const numbers = new Intl.NumberFormat(locale);
  const number = (value: number) => (value < 0 ? MINUS : '') + numbers.format(Math.abs(value));
  const shown = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone, hourCycle: 'h23', ...options });
    return (instant: string) => format.format(new Date(instant));
  };
  // "02/11" is a day of November to some and of February to others; Chinese and Japanese put the month first.
  const month = language === 'en' ? 'short' : 'numeric';
  const hour = shown({ day: 'numeric', month, hour: '2-digit', minute: '2-digit' });
  const day = shown({ day: 'numeric', month: 'short' });
  return {
    number,
    signed: (value) => (value > 0 ? '+' : '') + number(value),
    percent: (value) => `${number(value)}%`,
    period: ({ from, to }) => {
      if (!from.includes('T')) return daysOf(Temporal.PlainDate.from(from), Temporal.PlainDate.from(to), language);
      const [first, last] = [momentIn(from, locale), momentIn(to, locale)];
      return first === last ? first : REPORT_WORDS[language].period(first, last);
    },
    tick: (instant, step) => (step === 'hour' ? hour(instant) : day(instant)),
    moment: shown({ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' }),
  };
}

/** "16–22 November 2026": nothing is said twice, and a whole month is called by its name. */
function daysOf(from: Temporal.PlainDate, to: Temporal.PlainDate, language: ReportLanguage): string {
  const written = (day: Temporal.PlainDate, options: Intl.DateTimeFormatOptions) =>
    day.toLocaleString(LOCALES[language], options);
  const [date, month] = [
    { day: 'numeric', month: 'long' },
    { month: 'long', year: 'numeric' },
  ] as const;
  const whole = { ...date, year: 'numeric' } as const;
  if (from.equals(to)) return written(from, whole);
  if (from.day === 1 && from.add({ months: 1 }).subtract({ days: 1 }).equals(to)) return written(from, month);
  const isYear = from.year === to.year;
  const isMonth = isYear && from.month === to.month;
  if (language !== 'en') {
    const last = isMonth ? `${to.day}日` : written(to, isYear ? date : whole);
    return REPORT_WORDS[language].period(written(from, whole), last);
  }
  if (isMonth) return `${from.day}–${written(to, whole)}`;
  return `${written(from, isYear ? date : whole)} – ${written(to, whole)}`;
}

/** An instant by the clock that is written in it. */
function momentIn(moment: string, locale: string): string {
  const date = Temporal.PlainDate.from(moment.slice(0, 10));
  const day = date.toLocaleString(locale, { day: 'numeric', month: 'long', year: 'numeric' });
  return `${day} ${moment.slice(11, 16)}`;
}
