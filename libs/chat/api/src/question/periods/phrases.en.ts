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
  weekend,
  weekdayOf,
  weekOfMonth,
  wholeDay,
  wholeMonth,
  wholeYear,
  type DayPeriod,
  type Now,
  type PartOfDay,
  type PartOfMonth,
  type Unit,
} from './calendar';
import { ENGLISH_NUMBER, numberFrom } from './numerals';
import { rule, type PhraseRule } from './phrase-rule';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** "may" and "march" are months only where a word before or a year behind says so. */
const MONTH =
  '(?:(?<=\\b(?:in|of|since|from|until|till|during|for|early|mid|mid-|late|last|this|and|to|with|vs|than|before|after|by) )(?:may|march)|(?:may|march)(?=,? 20\\d\\d\\b)|january|february|april|june|july|august|september|october|november|december|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)\\b\\.?';
const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const YEAR = '(?:(?: of)?,? (?<year>20\\d\\d|last year|this year|the year before)\\b)?';
const UNIT = '(?<unit>min(?:ute)?s?|hours?|hrs?|days?|weeks?|wks?|months?|quarters?|years?|yrs?)';
const PART = '(?<part>beginning|start|early|middle|mid|end|late|first half|second half|1st half|2nd half)';
const DAYTIME = '(?<part>morning|afternoon|evening|night)';

const unitOf = (text = ''): Unit =>
  (['minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'] as const).find(
    (unit) => text.slice(0, 2) === unit.slice(0, 2) || (unit[0] === text[0] && /^(?:hr|wk|yr)/.test(text)),
  ) ?? 'month';
const partOf = (text = ''): PartOfMonth => {
  if (/half/.test(text)) return /first|1st/.test(text) ? 'first-half' : 'second-half';
  if (/^(?:beg|start|early)/.test(text)) return 'beginning';
  return /^mid/.test(text) ? 'middle' : 'end';
};
const daytime = (text = 'night'): PartOfDay => (/^even|^night/.test(text) ? 'evening' : (text as PartOfDay));
const yearOf = ({ today }: Now, text?: string): number | null => {
  if (!text) return null;
  if (/^\d/.test(text)) return Number(text);
  return /this/.test(text) ? today.year : today.year - 1;
};
const indexOf = (list: readonly string[], text = '') => list.indexOf(text.toLowerCase().slice(0, 3)) + 1;
const month = (now: Now, name?: string, year?: string): DayPeriod | null =>
  ofYear(now, yearOf(now, year), (number) => wholeMonth(number, indexOf(MONTHS, name)));
const monthBack = (text = ''): number => (/last|previous/.test(text) ? 1 : 0);
const seasonOf = (text = '') => (text === 'fall' ? 'autumn' : text) as Parameters<typeof season>[1];

/** Days of a week from its Monday on. */
const PARTS_OF_WEEK: Partial<Record<PartOfMonth, readonly [number, number]>> = {
  beginning: [0, 1],
  middle: [2, 3],
  end: [4, 6],
};

/** Days of the month that runs, or of the one before where they would lie ahead. */
const begunDays = (now: Now, first: number, last: number): DayPeriod | null =>
  daysOfMonth(calendarUnit(now, 'month', first > now.today.day ? 1 : 0), first, last) ??
  daysOfMonth({ from: now.today.with({ day: 1 }).subtract({ months: 1 }) }, first, last);

/** English phrases of time. Dates ("2 November", "11/2") are read by chrono. */
export const ENGLISH_PHRASES: readonly PhraseRule[] = [
  rule(
    `\\b(?:between |from )(?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)? (?:and|to|until|-|–) (?:the )?(?<last>\\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<month>${MONTH})${YEAR}`,
    (now, { day, last, month: name, year }) => {
      const whole = month(now, name, year);
      const [from, to] = [Number(day), Number(last)];
      return whole && from <= to && to <= whole.from.daysInMonth
        ? { from: whole.from.with({ day: from }), to: whole.from.with({ day: to }) }
        : null;
    },
  ),
  rule(
    `\\b(?:between |from )?(?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)? ?(?:and|to|until|till|through|-|–) ?(?:the )?(?<last>\\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<which>this|last|the previous) month\\b`,
    (now, { day, last, which }) => daysOfMonth(calendarUnit(now, 'month', monthBack(which)), Number(day), Number(last)),
  ),
  rule(
    `\\b(?<which>this|last) month,? (?:between |from )?(?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)? ?(?:and|to|until|till|through|-|–) ?(?:the )?(?<last>\\d{1,2})(?:st|nd|rd|th)\\b`,
    (now, { day, last, which }) => daysOfMonth(calendarUnit(now, 'month', monthBack(which)), Number(day), Number(last)),
  ),
  rule(
    `\\b(?:in |of |during )?(?<month>${MONTH}),? (?:from |between )?(?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th) ?(?:and|to|until|till|through|-|–) ?(?:the )?(?<last>\\d{1,2})(?:st|nd|rd|th)\\b`,
    (now, { day, last, month: name }) => {
      const whole = month(now, name);
      return whole && daysOfMonth(whole, Number(day), Number(last));
    },
  ),
  // Without a month: of this one, or of the one before where the days would lie ahead.
  rule(
    `\\b(?:between |from )?the (?<day>\\d{1,2})(?:st|nd|rd|th) ?(?:and|to|until|till|through|-|–) ?(?:the )?(?<last>\\d{1,2})(?:st|nd|rd|th)\\b(?! (?:of )?(?:${MONTH}|week|month|quarter))`,
    (now, { day, last }) => begunDays(now, Number(day), Number(last)),
  ),
  rule(
    `\\b(?:on |(?<=since )|${WEEKDAY},? )the (?<day>\\d{1,2})(?:st|nd|rd|th)\\b(?! (?:of |most|biggest|worst|best|place|week|month|quarter|half))`,
    (now, { day }) => begunDays(now, Number(day), Number(day)),
  ),
  rule(
    `\\b(?:the )?(?<end>first|last|final) (?<number>${ENGLISH_NUMBER}) (?<unit>days?|weeks?) (?:of|in) (?:the )?(?:(?<which>this month|last month|previous month|month)\\b|(?<month>${MONTH})${YEAR})`,
    (now, { end, number, unit = '', which, month: name, year }) => {
      const whole = which ? calendarUnit(now, 'month', monthBack(which)) : month(now, name, year);
      const days = numberFrom(number) * (/^week/i.test(unit) ? 7 : 1);
      if (!whole || !(days >= 1)) return null;
      const length = whole.from.daysInMonth;
      return /first/i.test(end ?? '') ? daysOfMonth(whole, 1, days) : daysOfMonth(whole, length - days + 1, length);
    },
  ),
  rule('\\bweekend two weeks back\\b', (now) => weekend(now, 2)),
  rule(`\\b(?<day>${WEEKDAY}) of (?<which>last|this) week\\b`, (now, { day, which }) =>
    weekdayOf(now, indexOf(WEEKDAYS, day), monthBack(which)),
  ),
  rule(
    '\\b(?:the )?(?<part>beginning|start|early|middle|mid|end|late)(?: of| in|-|) ?(?<which>this|last) week\\b',
    (now, { part, which }) => {
      const [from, to] = PARTS_OF_WEEK[partOf(part)] ?? [0, 6];
      const monday = now.today.subtract({ days: now.today.dayOfWeek - 1 + 7 * monthBack(which) });
      return { from: monday.add({ days: from }), to: monday.add({ days: to }) };
    },
  ),
  // The first of "the first and the third week of November", which has the month of the second.
  rule(
    `\\b(?:the )?(?<which>first|second|third|fourth|1st|2nd|3rd|4th) (?:week )?(?=(?:and|or|vs\\.?|versus|to|with|than|against) (?:the )?(?:last|first|second|third|fourth|1st|2nd|3rd|4th) weeks? (?:of|in) (?<month>${MONTH})${YEAR})`,
    (now, { which, ...of }) => {
      const whole = month(now, of['month'], of['year']);
      return whole && weekOfMonth(whole, numberFrom(which));
    },
  ),
  rule('\\b(?:the )?day before yesterday\\b', (now) => calendarUnit(now, 'day', 2)),
  rule('\\b(?:the )?week before last\\b', (now) => calendarUnit(now, 'week', 2)),
  rule('\\b(?:the )?month before last\\b', (now) => calendarUnit(now, 'month', 2)),
  rule(
    `\\b(?:last|past|previous|prior|recent|trailing|latest) (?<number>${ENGLISH_NUMBER}) ?${UNIT}\\b`,
    (now, { number, unit }) => lastUnits(now, numberFrom(number), unitOf(unit)),
  ),
  rule('\\b(?:last|past) (?<number>\\d+) ?(?<unit>[hdwmy])\\b', (now, { number, unit }) =>
    lastUnits(now, Number(number), { h: 'hour', d: 'day', w: 'week', m: 'month', y: 'year' }[unit ?? 'd'] as Unit),
  ),
  rule(`\\b(?<number>${ENGLISH_NUMBER}) (?<unit>days?|weeks?|months?|years?) ago\\b`, (now, { number, unit }) =>
    calendarUnit(now, unitOf(unit), Math.round(numberFrom(number))),
  ),
  rule(
    `\\b(?:the )?(?<which>last|first|second|third|fourth|1st|2nd|3rd|4th) (?:weeks?|7 days) (?:of|in) (?<month>${MONTH})${YEAR}`,
    (now, { which, ...of }) => {
      const whole = month(now, of['month'], of['year']);
      return whole && weekOfMonth(whole, numberFrom(which));
    },
  ),
  rule(`\\b(?:the )?${PART}(?: of| in|-|) ?(?:the )?(?<month>${MONTH})${YEAR}`, (now, { part, ...of }) => {
    const whole = month(now, of['month'], of['year']);
    return whole && partOfMonth(whole, partOf(part));
  }),
  rule(
    `\\b(?:the )?${PART}(?: of| in|-|) ?(?:the |this )?(?<month>last month|previous month|month)\\b`,
    (now, { part, month: which }) => partOfMonth(calendarUnit(now, 'month', monthBack(which)), partOf(part)),
  ),
  rule(
    `\\b(?:q(?<digit>[1-4])|(?:the )?(?<word>first|second|third|fourth|1st|2nd|3rd|4th) quarter)${YEAR}`,
    (now, { digit, word, year }) =>
      ofYear(now, yearOf(now, year), (number) => quarter(number, digit ? Number(digit) : numberFrom(word))),
  ),
  rule(
    `\\b(?:h(?<digit>[12])|(?:the )?(?<word>first|second|1st|2nd) half)(?: of)?(?: the year| (?<year>20\\d\\d|last year|this year))?\\b`,
    (now, { digit, word, year }) =>
      ofYear(now, yearOf(now, year), (number) => half(number, digit ? Number(digit) : numberFrom(word))),
  ),
  rule(
    `\\b(?:the )?(?:calendar week|week|cw|wk|kw) ?(?:no\\.? ?|number |#)?(?<week>\\d{1,2})\\b(?! (?:days?|weeks?|months?))${YEAR}`,
    (now, { week, year }) => ofYear(now, yearOf(now, year), (number) => numberedWeek(number, Number(week))),
  ),
  rule('\\b(?:last|previous) weekend\\b', (now) => weekend(now, 1)),
  rule('\\bthis weekend\\b', (now) => weekend(now, 0)),
  rule('\\b(?:the |at )?weekend\\b(?! (?:before|after))', latestWeekend),
  rule(`\\b(?<when>this|yesterday|last|tomorrow) ${DAYTIME}\\b|\\btonight\\b`, (now, { when, part }) => {
    if (when === 'last' && part === 'night') return lastNight(now);
    const days = when === 'yesterday' || when === 'last' ? -1 : Number(when === 'tomorrow');
    return partOfDay(now, now.today.add({ days }), daytime(part));
  }),
  rule(`\\b(?<when>last|previous) (?<day>${WEEKDAY})\\b`, (now, { day }) => latestWeekday(now, indexOf(WEEKDAYS, day))),
  rule(`\\bthis (?<day>${WEEKDAY})\\b`, (now, { day }) => weekdayOf(now, indexOf(WEEKDAYS, day), 0)),
  rule(`\\b(?<day>${WEEKDAY})(?:'s)?\\b(?!,? \\d)`, (now, { day }) => latestWeekday(now, indexOf(WEEKDAYS, day), true)),
  rule('\\b(?:last|previous) (?<unit>hour|week|month|quarter|year)\\b', (now, { unit }) =>
    unit === 'hour' ? lastUnits(now, 1, 'hour') : calendarUnit(now, unitOf(unit), 1),
  ),
  rule('\\b(?:last|previous) (?:half|half[- ]year)\\b', (now) => calendarUnit(now, 'half', 1)),
  rule('\\bthis (?:half|half[- ]year)\\b', (now) => calendarUnit(now, 'half', 0)),
  rule('\\bpast (?<unit>hour|day|week|month|quarter|year)\\b', (now, { unit }) => lastUnits(now, 1, unitOf(unit))),
  rule(
    '\\b(?:this|the current|current|so far this) (?<unit>hour|week|month|quarter|year)(?: so far)?\\b',
    (now, { unit }) => calendarUnit(now, unitOf(unit), 0),
  ),
  rule('\\b(?:month[- ]to[- ]date|mtd)\\b', (now) => calendarUnit(now, 'month', 0)),
  rule('\\b(?:quarter[- ]to[- ]date|qtd)\\b', (now) => calendarUnit(now, 'quarter', 0)),
  rule('\\b(?:year[- ]to[- ]date|ytd)\\b', (now) => calendarUnit(now, 'year', 0)),
  rule('\\btoday\\b', (now) => wholeDay(now.today)),
  rule('\\byesterday\\b', (now) => calendarUnit(now, 'day', 1)),
  rule(
    '\\b(?:last (?<name>spring|summer|autumn|fall|winter)|(?:in|during|over|since|this) (?:the )?(?<plain>spring|summer|autumn|fall|winter))(?: (?<year>20\\d\\d))?\\b',
    (now, { name, plain, year }) => ofYear(now, yearOf(now, year), (number) => season(number, seasonOf(name ?? plain))),
  ),
  rule(`\\blast (?<month>${MONTH})`, (now, { month: name }) => month(now, name)),
  rule(
    `(?<!\\d |\\d(?:st|nd|rd|th) |\\d(?:st|nd|rd|th) of |\\d of )\\b(?<month>${MONTH})(?! ?\\d{1,2}(?!\\d))${YEAR}`,
    (now, { month: name, year }) => month(now, name, year),
  ),
  // The word before it is not a part of it: "since" and "to" make other periods of a year.
  rule(
    '(?:(?<=\\b(?:in|of|during|for|throughout|since|from|year|to|until|till|through|and|between|vs\\.?|versus|than|with|after|before) )|(?<=20\\d\\d ?[-–—] ?))(?<year>20\\d\\d)\\b(?![-/.]\\d{1,2}\\b)',
    (_now, { year }) => wholeYear(Number(year)),
  ),
];
