import { Temporal } from 'temporal-polyfill';
import type { QuestionLanguage } from '../question-language';
import {
  calendarUnit,
  lastUnits,
  ofYear,
  periodAfter,
  periodBefore,
  yearBefore,
  type Now,
  type ReadPeriod,
  type Unit,
} from './calendar';
import { countedBefore, countedFrom } from './counted-days';
import { datesIn } from './dates';
import type { FoundPeriod } from './found-period';
import { HOLIDAYS } from './holidays';
import { ENGLISH_NUMBER, HAN_NUMBER, numberFrom } from './numerals';
import { withOpenEnd } from './open-ends';
import type { PhraseRule } from './phrase-rule';
import { ENGLISH_PHRASES } from './phrases.en';
import { JAPANESE_PHRASES } from './phrases.ja';
import { CHINESE_PHRASES, hanYear } from './phrases.zh';
import { besideDate } from './weekday-beside';
import { severalPeriods, unitOfAll, type SeveralPeriods } from './several-periods';
import { withSpan } from './spans';

const PHRASES: Readonly<Record<QuestionLanguage, readonly PhraseRule[]>> = {
  en: ENGLISH_PHRASES,
  zh: CHINESE_PHRASES,
  ja: JAPANESE_PHRASES,
};

const RANGE = /^\s*(?:to|until|till|through|-|–|—|~|～|〜|到|至|から)\s*(?:the )?$/iu;
/** "…and the week before", 环比: the period before the one named. */
const BEFORE_THAT =
  /\b(?:the (?:\d{1,2}|two|three|four|five|six|seven|ten) (?:days|weeks|months) (?:before|prior)(?: that| those| them)?(?=\s*(?:[?.!,]|$))|(?:the )?(?:prior|preceding|previous) (?:\d{1,2}|two|three|four|five|six|seven|ten) (?:days|weeks|months)(?=\s*(?:[?.!,]|$))|the (?:week|month|day|year|quarter|period|one|weekend) before(?! last| the | our | that | yesterday| \d| (?:on )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)| (?:halloween|black friday|singles|christmas|thanksgiving|national day)| [\p{L}.]+ (?:and|vs))|(?:prior|preceding|previous) (?:week|month|period|one)|week over week|month over month|wow|mom)\b|(?:再往前|再之前|再前|更早|之前|前面|此前)的?(?:那)?(?:\d{1,2}|[两二三四五六七十])(?:天|周|个月)|再上一?(?:周|个月)|前一(?:周|个月|天)|之前一(?:周|个月)|上一?(?:个)?(?:周期|时期|时段)|环比|その前の?(?:\d{1,2}|[二三四五六七十])(?:日間?|週間?|[かヶ]月間?)|その前の?(?:週|月|日)?|前期比|前週比|前月比|先週比|先月比|前日比|(?<!その)前の(?:日|週|月)(?=は|も|と|だと|[?？])|(?<![\d一二三四五六七八九十])[周月]环比|\b(?:and )?(?:what about )?before that\b|(?:再往前|再之前|更早之前)(?=呢|[?？]|$)|(?:そ|あ)れより前は/iu;
const AFTER_THAT =
  /\b(?:the|a) (?:day|week|month|period|one) (?:after|later)(?: that)?(?=\s*(?:[?.!,]|$))|\bthe (?:next|following) (?:day|week|month|one)(?: then)?(?=\s*(?:[?.!,]|$))|第二天|后一(?:天|周)|次日|翌[日週]/iu;
/** One time against the one after it. */
const HELD_AGAINST_NEXT =
  /\b(?:than|with|to|and|vs\.?|versus|against|or) (?:the|a) (?:day|week|month|one) (?:after|later)\b|\b(?:than|with|to|and|vs\.?|versus|against) the (?:next|following) (?:day|week|month|one)\b|(?:和|跟|与|比)(?:之后|后|下)一?(?:个)?(?:天|周|个?月|星期)|(?:その)?(?:翌|次の)[日週月](?:と|より|に比べ)/iu;
/** With the unit alone: of the one that runs. */
const UNIT_BEFORE: readonly (readonly [Unit, RegExp])[] = [
  ['week', /week over week|\bwow\b|前週比|先週比|周环比/iu],
  ['month', /month over month|\bmom\b|前月比|先月比|月环比/iu],
  ['day', /前日比/u],
];
const YEAR_BEFORE =
  /\b(?:year over year|yoy|(?:the )?same (?:period|month|week|time) (?:of )?last year|a year (?:ago|earlier))\b|同比|去年同期|前年比|前年同期/iu;
const VAGUE =
  /\b(?:recent|recently|lately|these days|nowadays|of late|right now)\b|最近|近期|近来|这阵子|这段时间|前段时间|近ごろ|近頃|この頃|このところ/iu;
/** "The same days last week": as far back as the words say. */
const SAME_DAYS: readonly (readonly [Temporal.DurationLike, RegExp])[] = [
  [
    { days: 7 },
    /\b(?:the )?same (?:days?|time|period|weekdays?|stretch) (?:of )?(?:the )?(?:last|previous) week\b|\bthis (?:time|day) last week\b|\ba week (?:earlier|before that)\b|(?:上(?:一)?(?:个)?|一个?)(?:周|星期|礼拜)(?:前)?(?:的)?(?:同期|同一天|同一时间|同时|这个时候|这时候)|先週の(?:同じ(?:日|時期|期間|曜日)|同時期|今頃)|前週同(?:期|日)/iu,
  ],
  [
    { months: 1 },
    /\b(?:the )?same (?:days?|time|period|stretch) (?:of )?(?:the )?(?:last|previous) month\b|\bthis time last month\b|\ba month (?:earlier|before that)\b|(?:上(?:一)?(?:个)?|一个)月(?:前)?(?:的)?(?:同期|同一天|同一时间|同时|这个时候|这时候)|先月の(?:同じ(?:日|時期|期間)|同時期|今頃)|前月同(?:期|日)/iu,
  ],
];
/** 双11前后三天, "three days before and after Black Friday": as many days from a day on, and before it. */
const AROUND = new RegExp(
  `(?:前后|前後)(?:各)?的?(?<han>${HAN_NUMBER}) ?(?<unit>天|日|周|星期|週)間?|\\b(?<en>${ENGLISH_NUMBER}) (?<enUnit>days?|weeks?) (?:before and after|either side of|around)\\b`,
  'iu',
);
/** "This time last month" without days of its own: the last seven are meant. */
const ABOUT_NOW = 7;
/** Without its country nobody knows which one is meant. */
const GOLDEN_WEEK = /\bgolden week\b/i;

/** What a question says about time. */
export interface PeriodReading {
  /** At most two, in the order of the text. */
  readonly periods: readonly ReadPeriod[];
  /** All of them, where there are more than two. */
  readonly several: SeveralPeriods | null;
  /** What two are that follow on each other and are read as one: "in October and November". */
  readonly pooled: SeveralPeriods['unit'];
  /** Those that it names, with their places. */
  readonly named: readonly FoundPeriod[];
  /** The question asks for the period before, or the year before, to compare with. */
  readonly compared: ReadPeriod | null;
  /** The only period that is named is what is compared with: "worse than last week". */
  readonly than: boolean;
  /** Says "the one before" without naming one: of the question that it goes on from. */
  readonly earlier: boolean;
  /** Says "the day after": of the question that it goes on from. */
  readonly later: boolean;
  /** "recently": no period that anybody could name. */
  readonly vague: boolean;
  /** A day that marketing plans by lies ahead, and there are no comments from the one of last year. */
  readonly ahead: boolean;
  /** A phrase of time that could be either of these. */
  readonly either: readonly ReadPeriod[];
  /** The text with what was read blanked out. */
  readonly rest: string;
}

/** Reads the periods of a question. @param now from where it counts; years that are not named are the latest ones begun */
export function readPeriods(text: string, language: QuestionLanguage, now: Now): PeriodReading {
  const shift = SAME_DAYS.find(([, pattern]) => pattern.test(text));
  const shifted = shift ? blankMatch(text, shift[1].exec(text)) : text;
  const yearly = YEAR_BEFORE.exec(shifted);
  const earlier = yearly || shift ? null : BEFORE_THAT.exec(shifted);
  const around = AROUND.exec(shifted);
  const open = blankMatch(blankMatch(blankMatch(shifted, yearly), earlier), around);
  const found = spannedIn(open, language, now);
  let rest = found.reduce((left, { start, end }) => blank(left, start, end), open);
  const ambiguous = GOLDEN_WEEK.exec(rest);
  const either = ambiguous ? goldenWeeks(now) : [];
  rest = blankMatch(rest, ambiguous);
  const vague = VAGUE.exec(rest);
  rest = blankMatch(rest, vague);
  const ranges = joinedRanges(found, open);
  const all = distinct(ranges.map((period) => withOpenEnd(period, open, { language, now })));
  const named = all.slice(0, 2);
  const later = all.length === 0 && AFTER_THAT.test(open);
  if (later) rest = blankMatch(rest, AFTER_THAT.exec(rest));
  const phrase = earlier?.[0] ?? '';
  const unit = UNIT_BEFORE.find(([, pattern]) => pattern.test(phrase))?.[0];
  const own = unit ? calendarUnit(now, unit, 0) : shift ? lastUnits(now, ABOUT_NOW, 'day') : null;
  const sides = around && named.length === 1 ? bothSides(named[0], daysAround(around.groups ?? {})) : null;
  const next = earlier ? null : withNext(named, open);
  const periods = sides ?? next ?? (own && !named.length ? [own] : named);
  const before = (period: ReadPeriod) =>
    earlier
      ? unitBefore(period, phrase, now)
      : yearly
        ? yearBefore(period)
        : shift
          ? daysBefore(period, shift[0])
          : null;
  const compared = periods[0] && periods.length === 1 ? before(periods[0]) : null;
  return {
    periods,
    several: severalPeriods(all),
    pooled: ranges.length === 1 && found.length === 2 ? unitOfTwo(found, open) : null,
    named: ranges,
    compared,
    than: periods.length === 1 && isCompared(found, open),
    earlier: earlier !== null && periods.length === 0,
    later: later && periods.length === 0,
    vague: vague !== null && periods.length === 0,
    ahead: isAhead(ranges, open, now),
    either,
    rest,
  };
}

/** "Was that week worse than the week after?": the one that is named, and the one behind it; null where it is not held against that. */
function withNext([only, more]: readonly FoundPeriod[], text: string): ReadPeriod[] | null {
  return only && !more && !only.clock && HELD_AGAINST_NEXT.test(text) ? [only, periodAfter(only)] : null;
}

/** How far "the same days last week" lie back from a time that is known from elsewhere; null where a text does not say so. */
export const daysBack = (text: string): ((period: ReadPeriod) => ReadPeriod) | null => {
  const back = SAME_DAYS.find(([, pattern]) => pattern.test(text))?.[0];
  return back ? (period) => daysBefore(period, back) : null;
};

/** The times of a text, each with the words around it that make another one of it. */
const spannedIn = (text: string, language: QuestionLanguage, now: Now): FoundPeriod[] =>
  apart(
    foundIn(text, language, now).map((period) =>
      withSpan(countedFrom(period, text, language), text, { language, now }),
    ),
  );

function foundIn(text: string, language: QuestionLanguage, now: Now): FoundPeriod[] {
  const found: FoundPeriod[] = [];
  let rest = text;
  const take = (period: ReadPeriod | null, match: RegExpExecArray) => {
    if (!period) return;
    found.push({ ...period, start: match.index, end: match.index + match[0].length });
    rest = blankMatch(rest, match);
  };
  for (const { pattern, read } of HOLIDAYS) {
    const dated = new RegExp(
      `(?:(?<year>去年|昨年|前年|今年|20\\d\\d年?|last year'?s|this year'?s) ?的?の?)?(?:${pattern.source})(?: (?<after>20\\d\\d|last year|this year))?`,
      'giu',
    );
    for (const match of rest.matchAll(dated)) {
      const year = match.groups?.['year'] ?? match.groups?.['after'];
      take(
        ofYear(now, holidayYear(now, year), (of) => read(of, language)),
        match,
      );
    }
  }
  for (const { pattern, read } of PHRASES[language])
    for (const match of rest.matchAll(pattern)) take(read(now, match.groups ?? {}), match);
  const all = [...found, ...datesIn(rest, language, now)].sort((a, b) => a.start - b.start);
  return [...besideDate(all, text, now.today)];
}

/** Whether a holiday is named without a year, of which the last one lies before all comments and the next one is still to come. */
function isAhead(found: readonly FoundPeriod[], text: string, { today, first }: Now): boolean {
  return found.some(({ from, to, start, end }) => {
    const phrase = text.slice(start, end);
    if (Temporal.PlainDate.compare(to, first) >= 0 || /\d{4}|last|this|[去昨前今]年/iu.test(phrase)) return false;
    return HOLIDAYS.some(({ pattern, read }) => {
      const next = pattern.test(phrase) ? read(today.year, 'en') : null;
      return next !== null && Temporal.PlainDate.compare(next.from, today) > 0 && from.year < today.year;
    });
  });
}

function holidayYear(now: Now, text?: string): number | null {
  if (!text) return null;
  if (/^last year/i.test(text)) return now.today.year - 1;
  if (/^this year/i.test(text)) return now.today.year;
  return /^20\d\d$/.test(text) ? Number(text) : hanYear(now, text);
}

const goldenWeeks = (now: Now): ReadPeriod[] =>
  [
    HOLIDAYS.find(({ pattern }) => pattern.test('黄金周')),
    HOLIDAYS.find(({ pattern }) => pattern.test('ゴールデンウィーク')),
  ].flatMap((holiday) => (holiday && ofYear(now, null, (year) => holiday.read(year, 'en'))) ?? []);

/** How many days on each side a phrase names. */
const daysAround = ({ han, en, unit, enUnit }: Partial<Record<string, string>>): number =>
  numberFrom(han ?? en) * (/周|星期|週|week/iu.test(unit ?? enUnit ?? '') ? 7 : 1);

/** So many days before a time, and as many from its first day on. */
function bothSides(period: ReadPeriod | undefined, days: number): ReadPeriod[] | null {
  if (!period || !Number.isInteger(days) || days < 1) return null;
  const { from } = period;
  return [
    { from: from.subtract({ days }), to: from.subtract({ days: 1 }) },
    { from, to: from.add({ days: days - 1 }) },
  ];
}

const daysBefore = ({ from, to }: ReadPeriod, by: Temporal.DurationLike): ReadPeriod => ({
  from: from.subtract(by),
  to: to.subtract(by),
});

/** "The previous week" of a week that runs is the whole week before, of other periods the same length. */
function unitBefore(period: ReadPeriod, phrase: string, now: Now): ReadPeriod {
  const unit = (['week', 'month'] as const).find((one) =>
    (one === 'week' ? /week|\bwow\b|周|星期|週/iu : /month|\bmom\b|月/iu).test(phrase),
  );
  const current = unit && calendarUnit(now, unit, 0);
  const counted = countedBefore(period, phrase);
  if (counted) return counted;
  return unit && current && same(period, current) ? calendarUnit(now, unit, 1) : periodBefore(period);
}

const blank = (text: string, start: number, end: number): string =>
  text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
const blankMatch = (text: string, match: RegExpExecArray | null): string =>
  match ? blank(text, match.index, match.index + match[0].length) : text;

/** Whether the one period is only named to compare with. */
function isCompared([period]: readonly FoundPeriod[], text: string): boolean {
  if (!period) return false;
  const [before, behind] = [text.slice(0, period.start), text.slice(period.end)];
  return (
    (/\b(?:than|compared (?:to|with)|versus|vs\.?|against|(?:up|down|higher|lower) on)\s+(?:in |on |the )*$|(?:比|比起|相比|跟|和|与)\s*$/iu.test(
      before,
    ) &&
      (/[a-z]\s*$/i.test(before) || /比\s*$|相比/u.test(before) || /^\s*(?:相比|比)/u.test(behind))) ||
    /^\s*(?:と比べ|に比べ|より)/u.test(behind)
  );
}

/** "Between 3 May and 9 May" and 5月1日から5月9日まで are one period, not two. */
function joinedRanges(periods: readonly FoundPeriod[], text: string): FoundPeriod[] {
  const [first, second, ...rest] = periods;
  if (!first || !second) return [...periods];
  const between = text.slice(first.end, second.start);
  const before = text.slice(0, first.start);
  // "The change between the first and the third week" holds two against each other.
  const opening =
    /(?:\b(?:between|from)\s+(?:the\s+)?|从\s*)$/iu.test(before) &&
    !/\b(?:chang\w*|differen\w*|shift|gap)\b.{0,24}\bbetween\s/iu.test(before);
  // 10月底11月初
  const goesOn = between.trim() === '' && first.to.add({ days: 1 }).equals(second.from);
  const range = goesOn || RANGE.test(between) || (opening && /^\s*(?:and|和|与)\s*(?:the )?$/iu.test(between));
  const inOrder = Temporal.PlainDate.compare(first.from, second.to) <= 0;
  if (!range && !rest.length && isTogether(first, second, text))
    return [{ from: first.from, to: second.to, start: first.start, end: second.end, closed: true }, ...rest];
  if (!range || !inOrder) return [...periods];
  return [{ from: first.from, to: second.to, start: first.start, end: second.end, closed: true }, ...rest];
}

/** What two times that are read as one are, where they are not the ends of one. */
const unitOfTwo = ([first, second]: readonly FoundPeriod[], text: string): SeveralPeriods['unit'] =>
  first && second && isTogether(first, second, text) ? unitOfAll([first, second]) : null;

const COMPARING =
  /\bcompar|\bdiffer|\bversus\b|\bvs\b|\bbetter\b|\bworse\b|\bmore\b|\bfewer\b|\bless\b|\bwhich\b|\bchang|\bbetween\b|\beach\b|比|区别|差[别异]|哪|各|分别|違|どちら|どっち|それぞれ/iu;

/** Nobody names both halves to speak of the whole. */
const HALVES = /first half.*second half|1st half.*2nd half|上半月.*下半月|前半月.*后半月|前半.*後半/iu;

/** "On 2 and 3 November": days that follow on each other and are named one by one are one period, unless they are held against each other. */
function isTogether(first: FoundPeriod, second: FoundPeriod, text: string): boolean {
  if (!/^\s*(?:and|&|\+|和|与|、|と)\s*(?:in |on |the )*$/iu.test(text.slice(first.end, second.start))) return false;
  const named = text.slice(first.start, second.end);
  if (
    first.clock ||
    second.clock ||
    COMPARING.test(text) ||
    HALVES.test(named) ||
    /\b(?:this|last|today|yesterday)\b|[上本这今昨先]/iu.test(named)
  )
    return false;
  return first.to.add({ days: 1 }).equals(second.from);
}

/** Without those that were read as part of another one: 国庆前两天 are not the last two days. */
const apart = (found: readonly FoundPeriod[]): FoundPeriod[] =>
  found.filter((one, index) => !found.slice(0, index).some(({ end }) => one.start < end));

const same = (a: ReadPeriod, b: ReadPeriod): boolean =>
  a.from.equals(b.from) && a.to.equals(b.to) && !a.clock === !b.clock;

/** Without those that name the same days twice (11月11日双十一). */
const distinct = <Period extends ReadPeriod>(periods: readonly Period[]): Period[] =>
  periods.filter((period, index) => !periods.slice(0, index).some((earlier) => same(earlier, period)));
