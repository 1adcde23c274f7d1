import { Temporal } from 'temporal-polyfill';
import type { QuestionLanguage } from '../question-language';
import { wholeDay, type DayPeriod } from './calendar';

/** A day or season that marketing plans by. `read` gives its days in a year; null where the year has none. */
export interface Holiday {
  readonly pattern: RegExp;
  readonly read: (year: number, language: QuestionLanguage) => DayPeriod | null;
}

const date = (year: number, month: number, day: number) => new Temporal.PlainDate(year, month, day);
const on = (month: number, day: number) => (year: number) => wholeDay(date(year, month, day));
const between = (from: readonly [number, number], to: readonly [number, number]) => (year: number) => ({
  from: date(year, ...from),
  to: date(year, ...to),
});
const around = (day: Temporal.PlainDate, before: number, after: number): DayPeriod => ({
  from: day.subtract({ days: before }),
  to: day.add({ days: after }),
});

/** The day of the Chinese calendar in a year of ours, by the tables of the runtime (ICU). Leap months do not count. */
function lunar(year: number, month: number, day: number): Temporal.PlainDate | null {
  const format = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
  for (let at = date(year, 1, 1); at.year === year; at = at.add({ days: 1 })) {
    const parts = format.formatToParts(Date.UTC(at.year, at.month - 1, at.day));
    const part = (type: string) => parts.find((one) => one.type === type)?.value;
    if (part('month') === String(month) && part('day') === String(day)) return at;
  }
  return null;
}
const lunarDays =
  (month: number, day: number, [before, after]: readonly [number, number] = [0, 0]) =>
  (year: number) => {
    const found = lunar(year, month, day);
    return found && around(found, before, after);
  };

/** The n-th such weekday of a month. @param weekday 1 for Monday to 7 */
function nthWeekday(year: number, month: number, [weekday, number]: readonly [number, number]): Temporal.PlainDate {
  const first = date(year, month, 1);
  return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * (number - 1) });
}
const thanksgiving = (year: number) => nthWeekday(year, 11, [4, 4]);

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher, as in Astronomical Algorithms, chapter 8). */
export function easter(year: number): Temporal.PlainDate {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return date(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** The autumn equinox in Japan until 2099: a formula of its Hydrographic Department (1980 to 2099). */
const autumnEquinox = (year: number) =>
  date(year, 9, Math.floor(23.2488 + 0.242194 * (year - 1980) - Math.floor((year - 1980) / 4)));

/**
 * Longer names first. "Golden Week" alone is the one of the language: the Chinese one in October, the Japanese one in spring
 * (English names it with its country; without, the question is asked back).
 */
export const HOLIDAYS: readonly Holiday[] = [
  { pattern: /双十一(?:期间|大促|前后)|双11(?:期间|大促|前后)/u, read: between([11, 1], [11, 11]) },
  {
    pattern: /双十一(?:当天)?|双11(?:当天)?|singles'? ?day|double (?:11|eleven)|(?<![\d.])11\.11(?![\d.])|独身の日/iu,
    read: on(11, 11),
  },
  { pattern: /双十二|双12|double (?:12|twelve)|(?<![\d.])12\.12(?![\d.])/iu, read: on(12, 12) },
  { pattern: /618(?:期间|大促|前后)|六一八(?:期间|大促|前后)/u, read: between([6, 1], [6, 20]) },
  { pattern: /(?<![\d.])520(?![\d.条个人次款元块%])(?:当天|那天)?/u, read: on(5, 20) },
  { pattern: /(?<!\d)618(?!\d)(?:当天)?|六一八(?:当天)?/u, read: on(6, 18) },
  {
    pattern: /black friday|黑色星期五|黑五|ブラックフライデー/iu,
    read: (year) => wholeDay(thanksgiving(year).add({ days: 1 })),
  },
  {
    pattern: /cyber monday|网络星期一|网一|サイバーマンデー/iu,
    read: (year) => wholeDay(thanksgiving(year).add({ days: 4 })),
  },
  { pattern: /thanksgiving|感恩节|感謝祭/iu, read: (year) => wholeDay(thanksgiving(year)) },
  {
    pattern:
      /国庆(?:节)?(?:的?那一?周|假期|期间|长假|黄金周)?|十一(?:假期|长假|黄金周)|chinese (?:national day|golden week)|national day(?: holiday| week)?|国慶節/iu,
    read: between([10, 1], [10, 7]),
  },
  {
    pattern: /chinese new year|lunar new year|spring festival|春节(?:假期|期间)?|过年期间|春節|旧正月/iu,
    read: lunarDays(1, 1, [1, 6]),
  },
  { pattern: /元宵节?|lantern festival/iu, read: lunarDays(1, 15) },
  { pattern: /端午节?(?:假期)?|dragon boat festival/iu, read: lunarDays(5, 5) },
  { pattern: /七夕节?/u, read: (year, language) => (language === 'ja' ? on(7, 7) : lunarDays(7, 7))(year) },
  { pattern: /中秋节?(?:假期)?|mid-?autumn(?: festival)?/iu, read: lunarDays(8, 15) },
  { pattern: /五一(?:假期|黄金周|期间)?|劳动节(?:假期)?/u, read: between([5, 1], [5, 5]) },
  {
    pattern: /japanese golden week|golden week in japan|ゴールデンウィーク|(?<![a-z])gw(?![a-z])/iu,
    read: between([4, 29], [5, 5]),
  },
  { pattern: /黄金周/u, read: between([10, 1], [10, 7]) },
  { pattern: /元旦(?:假期)?|new year'?s day/iu, read: on(1, 1) },
  { pattern: /new year'?s eve|跨年夜?|大晦日/iu, read: on(12, 31) },
  { pattern: /お?正月|三が日|年始/u, read: between([1, 1], [1, 3]) },
  { pattern: /お盆(?:休み)?/u, read: between([8, 13], [8, 16]) },
  {
    pattern: /シルバー(?:ウィーク|ウイーク)/u,
    read: (year) => {
      const [aged, equinox] = [nthWeekday(year, 9, [1, 3]), autumnEquinox(year)];
      const bridged = Temporal.PlainDate.compare(equinox, aged) > 0 && aged.until(equinox).days <= 2;
      return { from: aged.subtract({ days: 2 }), to: bridged ? equinox : aged };
    },
  },
  { pattern: /敬老の日/u, read: (year) => wholeDay(nthWeekday(year, 9, [1, 3])) },
  { pattern: /秋分の日/u, read: (year) => wholeDay(autumnEquinox(year)) },
  { pattern: /海の日/u, read: (year) => wholeDay(nthWeekday(year, 7, [1, 3])) },
  { pattern: /山の日/u, read: on(8, 11) },
  { pattern: /スポーツの日|体育の日/u, read: (year) => wholeDay(nthWeekday(year, 10, [1, 2])) },
  { pattern: /文化の日/u, read: on(11, 3) },
  { pattern: /勤労感謝の日/u, read: on(11, 23) },
  {
    pattern: /labou?r day weekend/iu,
    read: (year) => around(nthWeekday(year, 9, [1, 1]), 2, 0),
  },
  { pattern: /labou?r day/iu, read: (year) => wholeDay(nthWeekday(year, 9, [1, 1])) },
  { pattern: /(?:fourth|4th) of july|independence day/iu, read: on(7, 4) },
  { pattern: /valentine'?s(?: day)?|情人节|バレンタイン(?:デー)?/iu, read: on(2, 14) },
  { pattern: /ホワイトデー|white day/iu, read: on(3, 14) },
  { pattern: /妇女节|三八节|女神节/u, read: on(3, 8) },
  { pattern: /愚人节|april fools'?(?: day)?/iu, read: on(4, 1) },
  { pattern: /easter(?: weekend)?|复活节|イースター/iu, read: (year) => around(easter(year), 2, 1) },
  { pattern: /mother'?s day|母亲节|母の日/iu, read: (year) => wholeDay(nthWeekday(year, 5, [7, 2])) },
  { pattern: /father'?s day|父亲节|父の日/iu, read: (year) => wholeDay(nthWeekday(year, 6, [7, 3])) },
  { pattern: /儿童节|六一(?:儿童节)?/u, read: on(6, 1) },
  { pattern: /halloween|万圣节|ハロウィン/iu, read: on(10, 31) },
  { pattern: /christmas eve|平安夜|クリスマスイブ/iu, read: on(12, 24) },
  { pattern: /christmas(?: day)?|圣诞节?|クリスマス/iu, read: between([12, 24], [12, 26]) },
];
