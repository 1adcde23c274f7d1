import {
  calendarUnit,
  daysOfMonth,
  half,
  lastNight,
  lastUnits,
  latestWeekday,
  latestWeekend,
  numberedWeek,
  ofYear,
  partOfDay,
  partOfMonth,
  quarter,
  season,
  weekdayOf,
  weekend,
  weekOfMonth,
  wholeDay,
  wholeMonth,
  wholeYear,
  type Now,
  type PartOfDay,
  type PartOfMonth,
  type ReadPeriod,
  type Unit,
} from './calendar';
import { HAN_NUMBER, numberFrom } from './numerals';
import { daysAtEnd, weekdays, wholeUnit } from './parts';
import { rule, type PhraseRule } from './phrase-rule';
import { hanYear } from './phrases.zh';

const YEAR = '(?:(?<year>(?:20)\\d\\d年|去年|昨年|今年|一昨年|おととし)の?)?';
const UNIT = '(?<unit>分|時間|日|週|[かヶカヵケ箇]月|ヶ月|四半期|年)間?';
const PART = '(?<part>初旬|初め|はじめ|頭|あたま|上旬|中旬|下旬|半ば|中頃|終わり|末|前半|後半)';
const ENDS = '最初の|初めの|はじめの|頭の?|前の?|最後の|終わりの|末の?';
const DAYTIME = '(?<part>未明|朝|午前中?|午後|夕方|夜|晩)';
const MONTH = '(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月';

const unitOf = (text = ''): Unit => {
  if (text.startsWith('分')) return 'minute';
  if (text.startsWith('時')) return 'hour';
  if (text.startsWith('日')) return 'day';
  if (text.startsWith('週')) return 'week';
  if (text.startsWith('四')) return 'quarter';
  return text.startsWith('年') ? 'year' : 'month';
};
const partOf = (text = ''): PartOfMonth => {
  if (text === '前半') return 'first-half';
  if (text === '後半') return 'second-half';
  if (/初|はじめ|頭|あたま|上旬/.test(text)) return 'beginning';
  return /中|半ば/.test(text) ? 'middle' : 'end';
};
const daytime = (text = ''): PartOfDay => {
  if (/未明/.test(text)) return 'night';
  if (/朝|午前/.test(text)) return 'morning';
  return /午後|夕/.test(text) ? 'afternoon' : 'evening';
};
const weekday = (text = ''): number => '月火水木金土日'.indexOf(text) + 1;
const seasonOf = (text = '') =>
  (({ 春: 'spring', 夏: 'summer', 秋: 'autumn', 冬: 'winter' }) as const)[text[0] as '春'];
const daysBack = (text = ''): number => {
  if (/一昨|おととい/.test(text)) return 2;
  return /昨|きのう/.test(text) ? 1 : 0;
};
const month = (now: Now, name?: string, year?: string): ReadPeriod | null => {
  const number = numberFrom(name);
  return number >= 1 && number <= 12 ? ofYear(now, hanYear(now, year), (of) => wholeMonth(of, number)) : null;
};
const weekOf = (whole: ReadPeriod | null, which?: string) => whole && weekOfMonth(whole, numberFrom(which));
const monthBack = (now: Now, back = ''): ReadPeriod => calendarUnit(now, 'month', { 先々: 2, 先: 1 }[back] ?? 0);
/** 先々月 is two months ago, 先週 one week, 今月 none. */
const backOf = (back = ''): number => ({ 先々: 2, 先: 1 })[back] ?? 0;
type Groups = Readonly<Record<string, string | undefined>>;
const atEnd = (whole: ReadPeriod | null, { end = '', number, unit }: Groups) =>
  daysAtEnd(whole, { days: numberFrom(number) * (unit?.startsWith('週') ? 7 : 1), last: /最後|終わり|末/.test(end) });
const part = (whole: ReadPeriod | null, name?: string) => whole && partOfMonth(whole, partOf(name));

/** Japanese phrases of time. Days of a month are read as dates. */
export const JAPANESE_PHRASES: readonly PhraseRule[] = [
  rule('(?<back>先々|先|今|当)月の?第(?<which>[1-4一二三四])週(?:目)?', (now, { back, which }) =>
    weekOf(wholeUnit(now, 'month', backOf(back)), which),
  ),
  // The second of 11月の第1週と第3週, which has the month of the first.
  rule(
    `(?<=${MONTH}の?第[1-4一二三四]週(?:目)?\\s?(?:と|、|や|対|vs\\.?|から)\\s?)第(?<which>[1-4一二三四])週(?:目)?`,
    (now, { month: name, which }) => weekOf(month(now, name), which),
  ),
  rule(`${YEAR}${MONTH}の?第(?<which>[1-4一二三四])週(?:目)?`, (now, { year, month: name, which }) =>
    weekOf(month(now, name, year), which),
  ),
  rule(`${YEAR}第(?<week>${HAN_NUMBER})週`, (now, { year, week }) =>
    ofYear(now, hanYear(now, year), (of) => numberedWeek(of, numberFrom(week))),
  ),
  rule(
    '(?<back>先々|先|今|当)月の?(?<day>\\d{1,2})日?(?:から|〜|～|~|-|–|至|到)の?(?<last>\\d{1,2})日(?:まで)?',
    (now, { back, day, last }) => daysOfMonth(monthBack(now, back), Number(day), Number(last)),
  ),
  rule('(?<back>先々|先|今|当)月の?(?<day>\\d{1,2})日(?!間|前|以内)', (now, { back, day }) =>
    daysOfMonth(monthBack(now, back), Number(day)),
  ),
  rule(`${YEAR}${MONTH}の?(?<end>${ENDS})(?<number>${HAN_NUMBER})(?<unit>日間?|週間?)`, (now, groups) =>
    atEnd(month(now, groups['month'], groups['year']), groups),
  ),
  rule(
    `(?<back>先々|先|今|当)(?<whole>[月週])の?(?<end>${ENDS})(?<number>${HAN_NUMBER})(?<unit>日間?|週間?)`,
    (now, groups) => atEnd(wholeUnit(now, groups['whole'] === '週' ? 'week' : 'month', backOf(groups['back'])), groups),
  ),
  rule('(?<back>先々|先|今|当)月の?(?:最終週|最後の(?:一)?週)', (now, { back }) =>
    weekOfMonth(wholeUnit(now, 'month', backOf(back)), -1),
  ),
  rule(
    '(?<back>先々|先|今)?週?の?(?<day>[月火水木金土日])曜日?(?:から|〜|～|~|-|–)(?<last>[月火水木金土日])曜日?(?:まで)?',
    (now, { back, day, last }) => weekdays(now, back ? backOf(back) : null, [weekday(day), weekday(last)]),
  ),
  rule('先週の?土日', (now) => weekend(now, 1)),
  rule('年初(?:来|から|以降)|今年に入って(?:から)?', (now) => calendarUnit(now, 'year', 0)),
  rule('(?<unit>[月週])(?:に|が)(?:入|変わ|替わ)って(?:から)?', (now, { unit }) =>
    calendarUnit(now, unit === '月' ? 'month' : 'week', 0),
  ),
  rule('(?:ここ|この)(?:のところ)?数日(?:間)?', (now) => lastUnits(now, 3, 'day')),
  rule('(?:過去|直近|ここ|この)の?半年間?', (now) => lastUnits(now, 6, 'month')),
  rule('(?:過去|直近|ここ|この)の?半月', (now) => lastUnits(now, 0.5, 'month')),
  rule('(?:過去|直近|ここ)の?半日', (now) => lastUnits(now, 0.5, 'day')),
  rule(`(?:過去|直近|ここ|この|最近の?|前)の?(?<number>${HAN_NUMBER}) ?${UNIT}`, (now, { number, unit }) =>
    lastUnits(now, numberFrom(number), unitOf(unit)),
  ),
  rule(`(?<number>${HAN_NUMBER}) ?(?<unit>日|週間|[かヶカヵケ]月|年)前`, (now, { number, unit }) =>
    calendarUnit(now, unitOf(unit), numberFrom(number)),
  ),
  rule('先々週末', (now) => weekend(now, 2)),
  rule('先週末|先週の週末', (now) => weekend(now, 1)),
  rule('今週末', (now) => weekend(now, 0)),
  rule('(?<back>先々|先|今)週の?(?<day>[月火水木金土日])曜日?', (now, { back, day }) =>
    weekdayOf(now, weekday(day), { 先々: 2, 先: 1 }[back ?? ''] ?? 0),
  ),
  rule('先々週', (now) => calendarUnit(now, 'week', 2)),
  rule('先週|前週', (now) => calendarUnit(now, 'week', 1)),
  rule('今週', (now) => calendarUnit(now, 'week', 0)),
  rule('週末|土日', latestWeekend),
  rule('(?<day>[月火水木金土日])曜日?', (now, { day }) => latestWeekday(now, weekday(day), true)),
  rule(
    `${YEAR}${MONTH}の?最終週|${YEAR.replaceAll('year', 'year2')}${MONTH.replaceAll('month', 'month2')}の?最後の週`,
    (now, groups) => {
      const whole = month(now, groups['month'] ?? groups['month2'], groups['year'] ?? groups['year2']);
      return whole && weekOfMonth(whole, -1);
    },
  ),
  rule(`${YEAR}${MONTH}の?${PART}`, (now, { year, month: name, part: which }) => part(month(now, name, year), which)),
  rule(`(?<back>先々|先|今)月の?${PART}`, (now, { back, part: which }) =>
    part(calendarUnit(now, 'month', { 先々: 2, 先: 1 }[back ?? ''] ?? 0), which),
  ),
  rule('月初め?|月の初め|月の頭|月頭|月あたま', (now) => part(calendarUnit(now, 'month', 0), '初め')),
  rule('月末|月の終わり', (now) => part(calendarUnit(now, 'month', 0), '末')),
  rule('(?<part>上旬|中旬|下旬)', (now, { part: which }) => part(calendarUnit(now, 'month', 0), which)),
  rule(`${YEAR}(?:第(?<number>[1-4一二三四])四半期|q(?<digit>[1-4]))`, (now, { year, number, digit }) =>
    ofYear(now, hanYear(now, year), (of) => quarter(of, numberFrom(digit ?? number))),
  ),
  rule('(?:前|先)の?四半期', (now) => calendarUnit(now, 'quarter', 1)),
  rule('(?:今の?|当|この)四半期', (now) => calendarUnit(now, 'quarter', 0)),
  rule(`${YEAR}(?<which>上|下)半期`, (now, { year, which }) =>
    ofYear(now, hanYear(now, year), (of) => half(of, which === '上' ? 1 : 2)),
  ),
  rule('先々月', (now) => calendarUnit(now, 'month', 2)),
  rule('先月|前月', (now) => calendarUnit(now, 'month', 1)),
  rule('今月|当月', (now) => calendarUnit(now, 'month', 0)),
  rule(`${YEAR}(?:の|この)?(?<season>[春夏秋冬])(?=[のにはから以]|$)`, (now, { year, season: name }) =>
    ofYear(now, hanYear(now, year), (of) => season(of, seasonOf(name))),
  ),
  rule('昨夜|昨晩|ゆうべ|昨日の夜', lastNight),
  rule('今朝|けさ', (now) => partOfDay(now, now.today, 'morning')),
  rule('今夜|今晩', (now) => partOfDay(now, now.today, 'evening')),
  rule(`(?<day>今日|本日|昨日|一昨日|おととい|きのう|きょう)の?${DAYTIME}`, (now, { day, part: when }) =>
    partOfDay(now, now.today.subtract({ days: daysBack(day) }), daytime(when)),
  ),
  rule('(?<day>一昨日|おととい|昨日|きのう|今日|本日|きょう)', (now, { day }) =>
    wholeDay(now.today.subtract({ days: daysBack(day) })),
  ),
  rule('今年(?!\\d)', (now) => calendarUnit(now, 'year', 0)),
  rule('(?:昨年|去年)(?!の?\\d)', (now) => calendarUnit(now, 'year', 1)),
  rule(`${YEAR}(?<!\\d)${MONTH}(?!\\s?(?:\\d|[一二三四五六七八九十]+日))`, (now, { year, month: name }) =>
    month(now, name, year),
  ),
  rule('(?<year>20\\d\\d)年(?!\\d)', (_now, { year }) => wholeYear(Number(year))),
  rule('^(?:初日|最初の日)(?=の|は|に|、|コメント)', (now) => wholeDay(now.first)),
  rule('^(?:最終日|最後の日)(?=の|は|に|、|コメント)', (now) => wholeDay(now.today)),
  // 3日以内, 24時間, 二週間の推移: up to now, where nothing else says of when.
  rule(
    `(?<![第後前各の\\d一二三四五六七八九十]|最初の|最後の)(?<number>${HAN_NUMBER}) ?(?<unit>分間|時間|日間|週間|[かヶカヵケ箇]月間?)(?:以内|の間|で|の(?!前|後))?(?!前|後|ごと|おき)`,
    (now, { number, unit }) => lastUnits(now, numberFrom(number), unitOf(unit)),
  ),
  rule(`(?<![第\\d月])(?<number>${HAN_NUMBER})日以内`, (now, { number }) => lastUnits(now, numberFrom(number), 'day')),
];
