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
  const hour = shown({ day: 'numeric', month: 'numeric', hour: '2-digit', minute: '2-digit' });
  const day = shown({ day: 'numeric', month: 'short' });
  return {
    number,
    signed: (value) => (value > 0 ? '+' : '') + number(value),
    percent: (value) => `${number(value)}%`,
    period: ({ from, to }) => {
      const [first, last] = [momentIn(from, locale), momentIn(to, locale)];
      return first === last ? first : REPORT_WORDS[language].period(first, last);
    },
    tick: (instant, step) => (step === 'hour' ? hour(instant) : day(instant)),
    moment: shown({ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' }),
  };
}

/** A day, or an instant by the clock that is written in it. */
function momentIn(moment: string, locale: string): string {
  const date = Temporal.PlainDate.from(moment.slice(0, 10));
  const day = date.toLocaleString(locale, { day: 'numeric', month: 'long', year: 'numeric' });
  return moment.includes('T') ? `${day} ${moment.slice(11, 16)}` : day;
}
