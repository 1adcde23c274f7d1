import { Temporal } from 'temporal-polyfill';
import type { QuestionLanguage } from '../question-language';
import { wholeDay, type Now } from './calendar';
import type { FoundPeriod } from './found-period';
import { HAN_NUMBER, numberFrom } from './numerals';

interface Spans {
  /** The week that a day lies in: 11月5日那周. */
  readonly week: RegExp;
  /** So many days or weeks behind or before a time: 双11后一周. */
  readonly beside: RegExp;
}

/** Words behind a time that make another one of it. */
const SPANS: Readonly<Partial<Record<QuestionLanguage, Spans>>> = {
  zh: {
    week: /^\s?(?:的)?(?:那|当|这|所在的?)(?:一)?个?(?:周|星期|礼拜)(?!末|[一二三四五六日天])/u,
    beside: new RegExp(
      `^\\s?(?<side>之后|以后|过后|后|之前|以前|前)的?(?:头|第)?(?<number>${HAN_NUMBER}) ?(?:个)?(?<unit>天|日|周|星期|礼拜)(?:内|里|之内|以内)?`,
      'u',
    ),
  },
  ja: {
    week: /^\s?の(?:ある|あった)?週(?!末)/u,
    beside: new RegExp(
      `^\\s?(?:の|から)?(?<side>後|あと|前)の?(?<number>${HAN_NUMBER}) ?(?<unit>日|週)間?(?:以内|の間)?`,
      'u',
    ),
  },
};

/** The time that a period and the words behind it mean together; the period itself where nothing behind it changes it. */
export function withSpan(
  period: FoundPeriod,
  text: string,
  { language, now }: { language: QuestionLanguage; now: Now },
) {
  const spans = SPANS[language];
  const behind = text.slice(period.end);
  if (!spans || period.clock) return period;
  const week = spans.week.exec(behind)?.[0];
  if (week && period.from.until(period.to, { largestUnit: 'day' }).days < 7) {
    const from = period.from.subtract({ days: period.from.dayOfWeek - 1 });
    return {
      ...period,
      ...upToday({ from, to: from.add({ days: 6 }) }, now),
      end: period.end + week.length,
      closed: true,
    };
  }
  const match = spans.beside.exec(behind);
  const { side = '', number, unit = '' } = match?.groups ?? {};
  const days = numberFrom(number) * (/[周週]|星期|礼拜/u.test(unit) ? 7 : 1);
  if (!match || !(days >= 1)) return period;
  const from = /前/u.test(side) ? period.from.subtract({ days }) : period.to.add({ days: 1 });
  const to = from.add({ days: days - 1 });
  return { ...period, ...upToday({ from, to }, now), end: period.end + match[0].length, closed: true };
}

/** Without the days that are still to come. */
const upToday = ({ from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate }, { today }: Now) =>
  Temporal.PlainDate.compare(from, today) > 0
    ? wholeDay(today)
    : { from, to: Temporal.PlainDate.compare(to, today) > 0 ? today : to };
