import type { FactPeriod, NarrationLanguage } from '@moodline/narration/contract';
import { Temporal } from 'temporal-polyfill';

const LOCALES: Record<NarrationLanguage, string> = { zh: 'zh-CN', en: 'en-GB', ja: 'ja-JP' };
const MINUS = '−';
/** Some Monday. */
const MONDAY = Temporal.PlainDate.from('2024-01-01');

/** Numbers, days and lists as one language writes them. */
export interface Formats {
  readonly number: (value: number) => string;
  /** With its sign: `+38`, `−27`, `0`. */
  readonly signed: (value: number) => string;
  readonly percent: (value: number) => string;
  /** A day, or the time of an instant; with its year where that does not go without saying, or `dated`. */
  readonly day: (moment: string, dated?: boolean) => string;
  /** A day of the week by its number, 1 is Monday. */
  readonly weekday: (number: number) => string;
  /** The month of a day. */
  readonly month: (moment: string) => string;
  /** "A, B and C" */
  readonly list: (items: readonly string[]) => string;
}

/** @param year the year that goes without saying */
export function formatsOf(language: NarrationLanguage, year: number): Formats {
  const locale = LOCALES[language];
  const numbers = new Intl.NumberFormat(locale);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const number = (value: number) => (value < 0 ? MINUS : '') + numbers.format(Math.abs(value));
  return {
    number,
    signed: (value) => (value > 0 ? '+' : '') + number(value),
    percent: (value) => `${number(value)}%`,
    day: (moment, dated = false) => dayIn(language, moment, dated ? null : year),
    weekday: (weekday) => MONDAY.add({ days: weekday - 1 }).toLocaleString(locale, { weekday: 'long' }),
    month: (moment) => monthIn(language, moment, year),
    list: (items) => lists.format(items),
  };
}

export const yearOf = (moment: string): number => Number(moment.slice(0, 4));

/** Whether a period reaches into another year: then both of its ends are told with theirs. */
export const isOverYears = ({ from, to }: FactPeriod): boolean => yearOf(from) !== yearOf(to);

/** Whether a period is a single day or hour, so that it is told by its first moment. */
export const isOneDay = ({ from, to }: FactPeriod): boolean => from === to;

/** Whether a period lies in one month, in whole days. */
export const isSameMonth = ({ from, to }: FactPeriod): boolean =>
  from.slice(0, 7) === to.slice(0, 7) && !from.includes('T');

/** Whether a period is a month from its first to its last day. */
export function isWholeMonth({ from, to }: FactPeriod): boolean {
  if (!isSameMonth({ from, to })) return false;
  const last = Temporal.PlainDate.from(to);
  return from.endsWith('-01') && last.day === last.daysInMonth;
}

/** Whether a period ends where the other begins. */
export function isRightBefore(compared: FactPeriod, period: FactPeriod): boolean {
  if (compared.to.includes('T')) return Date.parse(compared.to) === Date.parse(period.from);
  return !period.from.includes('T') && Temporal.PlainDate.from(compared.to).add({ days: 1 }).toString() === period.from;
}

function monthIn(language: NarrationLanguage, moment: string, year: number): string {
  const date = Temporal.PlainDate.from(moment.slice(0, 10));
  const other = date.year !== year;
  if (language === 'en') return `${date.toLocaleString('en-GB', { month: 'long' })}${other ? ` ${date.year}` : ''}`;
  return `${other ? `${date.year}年` : ''}${date.month}月`;
}

function dayIn(language: NarrationLanguage, moment: string, year: number | null): string {
  const date = Temporal.PlainDate.from(moment.slice(0, 10));
  const time = moment.includes('T') ? moment.slice(11, 16) : '';
  const other = date.year !== year;
  if (language === 'en') {
    const month = date.toLocaleString('en-GB', { month: 'long' });
    return [`${date.day} ${month}`, other ? ` ${date.year}` : '', time ? `, ${time}` : ''].join('');
  }
  return `${other ? `${date.year}年` : ''}${date.month}月${date.day}日${time}`;
}
