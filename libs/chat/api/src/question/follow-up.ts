import type { TypedQuestion } from '@moodline/chat/contract';
import { Temporal } from 'temporal-polyfill';
import type { Wanted } from './intent-decision';
import { partOfMonth, weekOfMonth, type ReadPeriod } from './periods/calendar';
import { numberFrom } from './periods/numerals';
import { LEXICONS, type Understanding } from './understanding';
import { onlyMood } from './words/mood-words';

/** Whether a question goes on from the one before: it says so, or says nothing of what it wants. */
export function goesOn(read: Understanding, wanted: Wanted | null): boolean {
  if (wanted === null || LEXICONS[read.language].followUp.test(read.text) || SPLIT[read.language].test(read.text))
    return true;
  // "The week before": of which, the question before says.
  if (read.earlier && !read.periods.length) return true;
  // "Why?", "Show me two quotes", "What share is that?": of what was said before.
  return ALONE.includes(wanted.intent) && !namesAnything(read) && !LEXICONS[read.language].all.test(read.text);
}

/** What says nothing of its own about which comments it means. */
const ALONE: readonly TypedQuestion['intent'][] = ['why', 'quotes', 'share', 'count'];

const namesAnything = ({
  sources,
  monitors,
  languages,
  labels,
  stars,
  topics,
  theme,
  tag,
  periods,
  event,
  vague,
}: Understanding): boolean =>
  [sources, monitors, languages, labels, stars, topics, periods].some(({ length }) => length > 0) ||
  event !== null ||
  theme !== null ||
  tag !== null ||
  vague;

/** Intents whose answer is about a label that another one can take the place of. */
const LABELLED: readonly TypedQuestion['intent'][] = [
  'count',
  'share',
  'trend',
  'compare',
  'quotes',
  'ranking',
  'topic',
  'complaints',
  'praise',
];

/** A question with what it goes on from: "the second week" of the month before, and a topic that takes the place of another one. */
export function goingOn(read: Understanding, before: TypedQuestion): Understanding {
  const week = weekOfBefore(read, before);
  const was = `${before.scope.topic ?? ''} ${before.scope.theme ?? ''}`.toLowerCase();
  // "Not the battery, the sound" leaves out nothing of what is asked now.
  const topics = read.without.topics.filter(({ words }) => !(read.topics.length && was.includes(words.toLowerCase())));
  const without = { ...read.without, topics };
  // "And the negative ones?"
  const mood = read.labels.length || !LABELLED.includes(before.intent) ? null : onlyMood(read.text, read.language);
  const labels = mood ? [mood] : read.labels;
  const part = week ?? partOfBefore(read, before);
  return part ? { ...read, without, labels, periods: [part], unread: null } : { ...read, without, labels };
}

const WEEK_OF_IT =
  /\b(?:the )?(?<en>first|second|third|fourth|last|1st|2nd|3rd|4th) week\b|第(?<zh>[一二三四1-4])(?:个)?(?:周|星期)|第(?<ja>[一二三四1-4])週/iu;

/** "And the second week?": of the month that the question before was about; null where no such week is meant. */
export function weekOfBefore({ text, periods }: Understanding, before: TypedQuestion): ReadPeriod | null {
  const { en, zh, ja } = (periods.length ? null : WEEK_OF_IT.exec(text))?.groups ?? {};
  const number = numberFrom(en ?? zh ?? ja);
  const from = before.period?.from.slice(0, 10);
  if (!from || !Number.isInteger(number)) return null;
  const day = Temporal.PlainDate.from(from);
  return weekOfMonth({ from: day.with({ day: 1 }), to: day.with({ day: day.daysInMonth }) }, number);
}

const PART_OF_IT =
  /(?<![\d一二三四五六七八九十]月的?の?|[本这上当今先个]月?的?の?)(?<part>上旬|中旬|下旬|月初|月中|月底|月末|[上前]半月|[下后]半月|前半|後半|初旬)/u;
const PARTS: readonly (readonly [Parameters<typeof partOfMonth>[1], RegExp])[] = [
  ['first-half', /^[上前]半/u],
  ['second-half', /^[下后後]半/u],
  ['beginning', /上旬|初/u],
  ['middle', /中/u],
  ['end', /下旬|底|末/u],
];

/** 中旬呢: of the month that the question before was about; null where no part is named, or it was about no month. */
function partOfBefore({ text, periods }: Understanding, before: TypedQuestion): ReadPeriod | null {
  const named = periods.length > 1 ? undefined : PART_OF_IT.exec(text)?.groups?.['part'];
  const [from, to] = [before.period?.from.slice(0, 7), before.period?.to.slice(0, 7)];
  const part = named && PARTS.find(([, pattern]) => pattern.test(named))?.[0];
  if (!part || !from || from !== to) return null;
  const first = Temporal.PlainDate.from(`${from}-01`);
  return partOfMonth({ from: first, to: first.with({ day: first.daysInMonth }) }, part);
}

/** What a follow-up wants: its own intent, or that of the question before with the label and number that it changes. */
export function inherited(read: Understanding, wanted: Wanted | null, before: TypedQuestion): Wanted {
  const kept = before.scope.labels.filter(
    (label) => label === 'positive' || label === 'negative' || label === 'neutral',
  );
  const labels = read.labels.length ? read.labels : kept;
  // "What about YouTube?" has a word of a topic and no topic.
  const empty = read.intents.every((intent) => intent === 'topic') && !read.topics.length;
  // "Per source, please": the same number, split.
  if (wanted?.intent === 'ranking' && SPLIT[read.language].test(read.text) && COUNTED.includes(before.measure))
    return { ...wanted, measure: before.measure, order: 'most', labels };
  // "Compared with the week before?": what was counted before is what is compared.
  if (wanted?.intent === 'compare' && !empty && COUNTED.includes(before.measure) && read.topics.length < 2)
    return { ...wanted, measure: before.measure, labels: wanted.labels.length ? wanted.labels : labels };
  if (wanted && !empty)
    return { ...wanted, labels: wanted.labels.length || wanted.intent === 'fix' ? wanted.labels : labels };
  const { intent, measure, by, order, number } = before;
  const turned = turnedBy(intent, read);
  // Of a comparison only one side is left.
  const single = intent === 'compare' && read.sources.length === 1 && !read.periods.length;
  return {
    intent: single ? 'trend' : turned,
    measure: single && measure === 'share' ? 'net' : measure,
    by: single ? null : by,
    order: read.order ?? order,
    number: read.number ?? number,
    labels: turned === 'praise' ? ['positive'] : turned === 'complaints' ? ['negative'] : labels,
  };
}

/** A question that only says by what to split. */
const SPLIT: Readonly<Record<Understanding['language'], RegExp>> = {
  en: /^(?:(?:and|ok(?:ay)?|now|please),? )*(?:(?:split|broken down|grouped|break it down|show it) )?(?:per|by|for each|for every) (?:source|platform|channel|language|theme|topic|day|week|month|monitor)s?(?:,? (?:please|then|too))*[?.!]*$/i,
  zh: /^(?:那|再|请|麻烦)?(?:分|按|每个|各个?)(?:来源|平台|渠道|语言|语种|主题|天|日|周|月|监测)(?:来)?(?:看|分|拆开|列|统计)?(?:看看|一下|呢|吧|出来)*[?？。]*$/u,
  ja: /^(?:では|それを)?(?:ソース|媒体|プラットフォーム|言語|テーマ|日|週|月|モニター)(?:別|ごと)(?:に|で|では|は|なら)?(?:お願いします|教えて|見せて|分けて|出して)?(?:ください)?[?？。]*$/u,
};
const COUNTED: readonly TypedQuestion['measure'][] = ['count', 'share', 'net'];

function turnedBy(intent: TypedQuestion['intent'], { labels }: Understanding): TypedQuestion['intent'] {
  if (intent === 'complaints' && labels.includes('positive')) return 'praise';
  return intent === 'praise' && labels.includes('negative') ? 'complaints' : intent;
}
