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

const YEAR = '(?:(?<year>(?:20)?\\d\\d年|去年|今年|前年)的?)?';
const UNIT = '(?<unit>分钟|个?小时|个?钟头|天|日|周|个?星期|个?礼拜|个?月|个?季度|年)';
const PART =
  '(?<part>月初|月头|月中|月底|月末|月尾|初|上旬|中旬|下旬|底|末|头(?![\\d一二两三四五六七八九十几个])|尾(?!号)|前半月|后半月|上半月|下半月)';
const WEEK = '(?:个)?(?:周|星期|礼拜)';
/** 这周一共多少条: the week, all in all, and not its Monday. */
const WEEKDAY = '(?:一(?!共|直|起(?!到)|些|般|样)|[二三四五六日天])';
const DAYTIME = '(?<part>凌晨|早上|早晨|上午|下午|晚上|夜里|晚间|早|晚)';
const MONTH = '(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])';
/** The first or last days of a longer time. */
const ENDS = '头|前|最初的?|开头的?|最早的?|最后的?|末尾的?|后|末';
const SHORT_UNIT = '天|日|周|个?星期|个?礼拜';
const NTH = '(?<number>\\d|[一二三四])';

const unitOf = (text = ''): Unit => {
  const plain = text.replace('个', '');
  if (/^分/.test(plain)) return 'minute';
  if (/^(?:小时|钟头)/.test(plain)) return 'hour';
  if (/^[天日]/.test(plain)) return 'day';
  if (/^(?:周|星期|礼拜)/.test(plain)) return 'week';
  if (/^季/.test(plain)) return 'quarter';
  return plain === '年' ? 'year' : 'month';
};
const partOf = (text = ''): PartOfMonth => {
  if (/^(?:前|上)半月/.test(text)) return 'first-half';
  if (/^(?:后|下)半月/.test(text)) return 'second-half';
  if (/初|上旬|头/.test(text)) return 'beginning';
  return /中/.test(text) ? 'middle' : 'end';
};
const daytime = (text = ''): PartOfDay => {
  if (/凌晨/.test(text)) return 'night';
  if (/^早|上午/.test(text)) return 'morning';
  return /下午/.test(text) ? 'afternoon' : 'evening';
};
const weekdayNumber = (text = ''): number => '一二三四五六'.indexOf(text) + 1 || 7;
const seasonOf = (text = '') =>
  (({ 春: 'spring', 夏: 'summer', 秋: 'autumn', 冬: 'winter' }) as const)[text[0] as '春'];
/** 前天 is two days ago, 大前天 three. */
const DAYS_BACK: Readonly<Record<string, number>> = { 今: 0, 昨: 1, 前: 2, 大前: 3 };

export const hanYear = ({ today }: Now, text?: string): number | null => {
  if (!text) return null;
  if (/^\d/.test(text)) return (parseInt(text, 10) % 100) + 2000;
  return today.year - (/前年|一昨年|おととし/.test(text) ? 2 : /去年|昨年/.test(text) ? 1 : 0);
};
const month = (now: Now, name?: string, year?: string): ReadPeriod | null => {
  const number = numberFrom(name);
  return number >= 1 && number <= 12 ? ofYear(now, hanYear(now, year), (of) => wholeMonth(of, number)) : null;
};
const weekOf = (whole: ReadPeriod | null, which?: string) => whole && weekOfMonth(whole, numberFrom(which));
const monthBack = (now: Now, back = ''): ReadPeriod =>
  calendarUnit(now, 'month', back.startsWith('上上') ? 2 : back.startsWith('上') ? 1 : 0);
/** 上上月 is two months ago, 上周 one week, 本月 none. */
const backOf = (back = ''): number => (back.startsWith('上上') ? 2 : back.startsWith('上') ? 1 : 0);
type Groups = Readonly<Record<string, string | undefined>>;
const atEnd = (whole: ReadPeriod | null, { end = '', number, unit }: Groups) =>
  daysAtEnd(whole, { days: numberFrom(number) * (unitOf(unit) === 'week' ? 7 : 1), last: /后|末/.test(end) });
const part = (whole: ReadPeriod | null, name?: string) => whole && partOfMonth(whole, partOf(name));

/** Chinese phrases of time, in simplified characters. Days of a month are read as dates. */
export const CHINESE_PHRASES: readonly PhraseRule[] = [
  rule(`(?<back>上上个?|上个?|本|这个?|当)月的?第(?<which>[一二三四1-4])(?:个)?${WEEK}`, (now, { back, which }) =>
    weekOf(wholeUnit(now, 'month', backOf(back)), which),
  ),
  // The second of 11月第一周和第三周, which has the month of the first.
  rule(
    `(?<=${MONTH}月(?:份)?的?第[一二三四1-4]${WEEK}\\s?(?:和|与|跟|对比?|比|、|还是|或|vs\\.?)\\s?)第(?<which>[一二三四1-4])${WEEK}`,
    (now, { month: name, which }) => weekOf(month(now, name), which),
  ),
  rule(`${YEAR}${MONTH}月(?:份)?的?第(?<which>[一二三四1-4])${WEEK}`, (now, { year, month: name, which }) =>
    weekOf(month(now, name, year), which),
  ),
  rule(`${YEAR}第(?<week>${HAN_NUMBER})周`, (now, { year, week }) =>
    ofYear(now, hanYear(now, year), (of) => numberedWeek(of, numberFrom(week))),
  ),
  rule(
    '(?<back>上上个?|上个?|本|这个?|当)月的?(?<day>\\d{1,2})[日号號]?(?:到|至|-|–|—|~|～)(?<last>\\d{1,2})[日号號]',
    (now, { back, day, last }) => daysOfMonth(monthBack(now, back), Number(day), Number(last)),
  ),
  rule('(?<back>上上个?|上个?|本|这个?|当)月的?(?<day>\\d{1,2})[日号號]', (now, { back, day }) =>
    daysOfMonth(monthBack(now, back), Number(day)),
  ),
  rule(`${YEAR}${MONTH}月(?:份)?的?(?<end>${ENDS})(?<number>${HAN_NUMBER}) ?(?<unit>${SHORT_UNIT})`, (now, groups) =>
    atEnd(month(now, groups['month'], groups['year']), groups),
  ),
  rule(
    `(?<back>上上个?|上个?|本|这个?|当)月的?(?<end>${ENDS})(?<number>${HAN_NUMBER}) ?(?<unit>${SHORT_UNIT})`,
    (now, groups) => atEnd(wholeUnit(now, 'month', backOf(groups['back'])), groups),
  ),
  rule(`(?<back>上上|上|这|本)(?:一)?${WEEK}的?(?<end>${ENDS})(?<number>${HAN_NUMBER}) ?(?<unit>天)`, (now, groups) =>
    atEnd(wholeUnit(now, 'week', backOf(groups['back'])), groups),
  ),
  rule(
    `(?<back>上上|上|这|本)?(?:个)?${WEEK}(?<day>[一二三四五六日天])(?:到|至|-|–|—|~|～)(?:(?:这|本)?(?:周|星期|礼拜))?(?<last>[一二三四五六日天])`,
    (now, { back, day, last }) => weekdays(now, back ? backOf(back) : null, [weekdayNumber(day), weekdayNumber(last)]),
  ),
  rule('过去的?这?一?个?(?<unit>周|月|年|小时)(?!末)', (now, { unit }) => lastUnits(now, 1, unitOf(unit))),
  rule('(?:这|本)?(?:一)?年内|(?:年初|开年)(?:以来|至今|到现在)|今年以来', (now) => calendarUnit(now, 'year', 0)),
  rule('(?:最近|过去|近|这|前)的?(?:一?个)?(?:半年|半个年)', (now) => lastUnits(now, 6, 'month')),
  rule('(?:最近|过去|近|这)的?半个月', (now) => lastUnits(now, 0.5, 'month')),
  rule('(?:最近|过去|近)的?半(?:个)?(?:小时|钟头)', (now) => lastUnits(now, 0.5, 'hour')),
  rule('(?:最近|过去|近|这)的?半天', (now) => lastUnits(now, 12, 'hour')),
  rule(`(?:最近|过去|近|这|前)的?(?<number>${HAN_NUMBER}) ?${UNIT}(?!前)`, (now, { number, unit }) =>
    lastUnits(now, numberFrom(number), unitOf(unit)),
  ),
  rule('过去的?(?<unit>一周|一天|一年|一个月|一小时)', (now, { unit }) => lastUnits(now, 1, unitOf(unit?.slice(1)))),
  rule(`(?<number>${HAN_NUMBER}) ?(?<unit>天|周|个?星期|个?月|年)(?:以前|之前|前)(?:那天)?`, (now, { number, unit }) =>
    calendarUnit(now, unitOf(unit), numberFrom(number)),
  ),
  rule(`(?<back>上上|上|这|本)${WEEK}六(?:和|、|与|跟|到|至)?(?:周|星期|礼拜)?[日天]`, (now, { back }) =>
    weekend(now, backOf(back)),
  ),
  rule(`上上${WEEK}末`, (now) => weekend(now, 2)),
  rule(`上(?:一)?${WEEK}末`, (now) => weekend(now, 1)),
  rule(`(?:这|本)(?:一)?${WEEK}末`, (now) => weekend(now, 0)),
  rule(`(?<back>上上|上|这|本)${WEEK}(?<day>${WEEKDAY})`, (now, { back, day }) =>
    weekdayOf(now, weekdayNumber(day), { 上上: 2, 上: 1 }[back ?? ''] ?? 0),
  ),
  rule(`上上(?:一)?${WEEK}`, (now) => calendarUnit(now, 'week', 2)),
  rule(`上(?:一)?${WEEK}`, (now) => calendarUnit(now, 'week', 1)),
  rule(`(?:本|这|这一|当)${WEEK}`, (now) => calendarUnit(now, 'week', 0)),
  rule(`周末|双休日?|${WEEK}六(?:和|、|与|跟)?${WEEK}?[日天]`, latestWeekend),
  rule(`(?:周|星期|礼拜)(?<day>${WEEKDAY})`, (now, { day }) => latestWeekday(now, weekdayNumber(day), true)),
  rule(
    `${YEAR}(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?的?最后一(?:个)?(?:周|星期|礼拜)`,
    (now, { year, month: name }) => {
      const whole = month(now, name, year);
      return whole && weekOfMonth(whole, -1);
    },
  ),
  rule(
    `${YEAR}(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?的?${PART}(?!期)`,
    (now, { year, month: name, part: which }) => part(month(now, name, year), which),
  ),
  rule(
    `(?<back>上上个?|上个?|本|这个?)${PART.replace('|初|', '|').replace(/\|底\|末.*尾\(\?!号\)/u, '')}`,
    (now, { back, part: which }) =>
      part(calendarUnit(now, 'month', back?.startsWith('上上') ? 2 : back?.startsWith('上') ? 1 : 0), which),
  ),
  rule(
    '(?<back>上上个?|上个?|本|这个?)月(?:的)?(?<part>上旬|中旬|下旬|前半月|后半月|上半月|下半月|初|头(?![\\d一二两三四五六七八九十几个])|底|末|尾(?!号))',
    (now, { back, part: which }) =>
      part(calendarUnit(now, 'month', back?.startsWith('上上') ? 2 : back?.startsWith('上') ? 1 : 0), which),
  ),
  rule('(?<part>月初|月头|月中|月底|月末|月尾|上旬|中旬|下旬|上半月|下半月|前半月|后半月)', (now, { part: which }) =>
    part(calendarUnit(now, 'month', 0), which),
  ),
  rule(`${YEAR}(?:第?${NTH}个?季度|q(?<digit>[1-4]))`, (now, { year, number, digit }) =>
    ofYear(now, hanYear(now, year), (of) => quarter(of, numberFrom(digit ?? number))),
  ),
  rule('上(?:一)?个?季度', (now) => calendarUnit(now, 'quarter', 1)),
  rule('(?:本|这|这个|当前|这一)季度?', (now) => calendarUnit(now, 'quarter', 0)),
  rule(`${YEAR}(?<which>上|下)半年`, (now, { year, which }) =>
    ofYear(now, hanYear(now, year), (of) => half(of, which === '上' ? 1 : 2)),
  ),
  rule('上上(?:个|一个)?月', (now) => calendarUnit(now, 'month', 2)),
  rule('上(?:个|一个)?月(?!\\d)', (now) => calendarUnit(now, 'month', 1)),
  rule('本月|这(?:一)?个?月|当月', (now) => calendarUnit(now, 'month', 0)),
  rule(`${YEAR}(?<season>[春夏秋冬](?:天|季))`, (now, { year, season: name }) =>
    ofYear(now, hanYear(now, year), (of) => season(of, seasonOf(name))),
  ),
  rule('(?:(?<year>20\\d\\d年|去年|今年|前年))?年?初(?!\\S*月)', (now, { year }) =>
    ofYear(now, hanYear(now, year), (of) => wholeMonth(of, 1)),
  ),
  rule('(?<year>20\\d\\d年|去年|前年|今年)(?:年)?(?:底|末)', (now, { year }) =>
    ofYear(now, hanYear(now, year), (of) => wholeMonth(of, 12)),
  ),
  rule(`(?<day>今|昨|大前|前)(?:天|日)?的?${DAYTIME}`, (now, { day, part: when }) => {
    if (day === '昨' && (when === '晚' || when === '晚上' || when === '夜里')) return lastNight(now);
    return partOfDay(now, now.today.subtract({ days: DAYS_BACK[day ?? '今'] ?? 0 }), daytime(when));
  }),
  rule('(?<day>今|昨|大前|前)(?:天|日)', (now, { day }) =>
    wholeDay(now.today.subtract({ days: DAYS_BACK[day ?? '今'] ?? 0 })),
  ),
  rule('(?<![\\d一二三四五六七八九十])(?:本年|今年)(?!\\d|[一二三四五六七八九十]+月)', (now) =>
    calendarUnit(now, 'year', 0),
  ),
  rule('去年(?!\\d|[一二三四五六七八九十]+月)', (now) => calendarUnit(now, 'year', 1)),
  rule('前年(?!\\d|[一二三四五六七八九十]+月)', (now) => calendarUnit(now, 'year', 2)),
  rule(
    `${YEAR}(?<![\\d一二三四五六七八九])(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?!\\s?(?:\\d|[一二三四五六七八九十]+[日号]))(?:份)?`,
    (now, { year, month: name }) => month(now, name, year),
  ),
  rule('(?<year>20\\d\\d)年(?!\\d|[一二三四五六七八九十]+月)', (_now, { year }) => wholeYear(Number(year))),
  // The first and the last day that there are comments from.
  rule(
    '^(?<end>第一|最后一)(?<unit>天|周)(?=有|的|评论|多少|一共|总共|口碑|情绪|大家|差评|好评|怎|是)',
    (now, { end, unit }) => {
      const days = unit === '周' ? 6 : 0;
      return end === '第一'
        ? { from: now.first, to: now.first.add({ days }) }
        : { from: now.today.subtract({ days }), to: now.today };
    },
  ),
  // 三天内, 24小时里, 两周的走势: up to now, where nothing else says of when.
  rule(
    `(?<![第每哪前后各头这那上下隔\\d一二三四五六七八九十]|[前后]的|以内|最后)(?<number>${HAN_NUMBER}) ?(?<unit>分钟|个?小时|天|周|个?星期|个?礼拜|个月)(?:以内|之内|以来|内|里|来)(?!自)`,
    (now, { number, unit }) => lastUnits(now, numberFrom(number), unitOf(unit)),
  ),
  rule(
    `(?:^|(?<=[\\s,，、的#]))(?<number>${HAN_NUMBER}) ?(?<unit>个?小时|天|周|个?星期|个月)(?=的|口碑|情绪|走势|差评|好评|负面|正面|评论|$)`,
    (now, { number, unit }) => lastUnits(now, numberFrom(number), unitOf(unit)),
  ),
];
