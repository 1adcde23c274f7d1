import type { TypedQuestion } from '@moodline/chat/contract';
import { Temporal } from 'temporal-polyfill';
import { completed } from './intent-decision';
import type { Wanted } from './wanted';
import { partOfMonth, weekOfMonth, type ReadPeriod } from './periods/calendar';
import { numberFrom } from './periods/numerals';
import { daysBack } from './periods/period-reader';
import { daysOf } from './asked-period';
import { LEXICONS, type Understanding } from './understanding';
import { onlyMood } from './words/mood-words';

/** Whether a question goes on from the one before: it says so, or says nothing of what it wants. */
export function goesOn(read: Understanding, wanted: Wanted | null): boolean {
  if (wanted === null || LEXICONS[read.language].followUp.test(read.text) || SPLIT[read.language].test(read.text))
    return true;
  // "The week before": of which, the question before says.
  if ((read.earlier || read.later) && !read.periods.length) return true;
  // "Compared with October": what is compared, the question before says.
  if (read.language !== 'en' && wanted.intent === 'compare' && isOneSided(read)) return true;
  // "Why?", "Show me two quotes", "What share is that?": of what was said before.
  const alone = read.language === 'en' ? ALONE.includes(wanted.intent) : !SELF_SUFFICIENT.includes(wanted.intent);
  return alone && !namesAnything(read) && !LEXICONS[read.language].all.test(read.text);
}

const isOneSided = ({ sources, languages, monitors, topics, periods, compared, by }: Understanding): boolean =>
  Math.max(sources.length, languages.length, monitors.length, topics.length, periods.length) < 2 && !compared && !by;

const SHORT_TEXT = 14;
/** What says nothing of its own about which comments it means. */
const ALONE: readonly TypedQuestion['intent'][] = ['why', 'quotes', 'share', 'count'];

/** What asks for the whole, even behind another question. */
const SELF_SUFFICIENT: readonly TypedQuestion['intent'][] = ['help', 'alert', 'report', 'other', 'effect'];

const namesAnything = ({
  language,
  text,
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
  [sources, monitors, languages, stars, topics, periods].some(({ length }) => length > 0) ||
  // 差评有多少: a label alone is of what was said before.
  (labels.length > 0 && (language === 'en' || text.length > SHORT_TEXT)) ||
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
  if (part) return { ...read, without, labels, periods: [part], unread: null };
  const same = sameDaysOf(read, before);
  if (same) return { ...read, without, labels, ...same };
  const event = beforeEvent(read, before);
  return { ...read, without, labels, event: event ?? read.event };
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

const BESIDE = /^(?:那|这|也)?(?:比|跟|和|与|同)\S{1,10}(?:多|少|高|低|好|差|相比|比)|\S{1,12}(?:より|と比べ)/u;

/** 比电池多吗: the topic or source of the question before, and the one that is named now. The question itself where nothing is compared so. */
export function besideBefore(read: Understanding, before: TypedQuestion | undefined): Understanding {
  const both = before && besideOf(read, before);
  return both ? { ...read, ...both } : read;
}

function besideOf(
  { text, language, topics, sources, periods }: Understanding,
  { scope }: TypedQuestion,
): Partial<Understanding> | null {
  if (language === 'en' || periods.length || !BESIDE.test(text)) return null;
  const [topic] = topics;
  if (topics.length === 1 && topic && scope.topic && !/[,+]/u.test(scope.topic) && scope.topic !== topic.words) {
    const first = { words: scope.topic, sure: true, exact: false, listed: false };
    return { topics: [first, { ...topic, listed: true }], intents: ['compare'] };
  }
  const [source] = sources;
  if (!topics.length && sources.length === 1 && source && scope.sources.length === 1 && scope.sources[0] !== source)
    return { sources: [...scope.sources, source], intents: ['compare'] };
  return null;
}

/** 一周前的同一天呢: of the days that the question before was about. */
function sameDaysOf(
  { text, periods, compared, intents }: Understanding,
  before: TypedQuestion,
): Pick<Understanding, 'periods' | 'compared'> | null {
  const back = compared && periods.length === 1 ? daysBack(text) : null;
  const days = back && before.period ? daysOf(before.period) : null;
  if (!back || !days) return null;
  return intents.includes('compare')
    ? { periods: [days], compared: back(days) }
    : { periods: [back(days)], compared: null };
}

const BEFORE_IT =
  /^(?:那|那么)?(?:在)?(?:之前|以前|此前|更早)(?:的)?(?:呢|怎么样|如何)?[?？]?$|^(?:では|じゃあ)?(?:それ|その)(?:より)?(?:以前|前)(?:は|だと)?[?？]?$/u;

/** 那之前呢: before the event that the question before counted from. */
const beforeEvent = ({ text }: Understanding, { event }: TypedQuestion): Understanding['event'] =>
  event && BEFORE_IT.test(text) ? { name: event, side: 'before', start: 0, end: 0 } : null;

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
  // "What did they say?": those who were counted.
  if (empty && SAYS.test(read.text) && ['count', 'share', 'trend'].includes(before.intent))
    return { ...completed(saidBy(labels), read), labels };
  const part = wanted && partOfThose(read, wanted, before);
  if (part) return part;
  // "Per source, please": the same number, split.
  if (wanted?.intent === 'ranking' && SPLIT[read.language].test(read.text) && COUNTED.includes(before.measure))
    return { ...wanted, measure: before.measure, order: 'most', labels };
  // "Now by share instead": the same order, by another number.
  if (
    wanted &&
    (wanted.intent === 'share' || wanted.intent === 'count') &&
    before.by &&
    OTHER_MEASURE.test(read.text) &&
    !read.by
  )
    return {
      intent: before.intent,
      measure: wanted.intent,
      by: before.by,
      order: before.order,
      number: before.number,
      labels,
    };
  // "Compared with the week before?": what was counted before is what is compared.
  if (wanted?.intent === 'compare' && !empty && COUNTED.includes(before.measure))
    return { ...wanted, measure: before.measure, labels: wanted.labels.length ? wanted.labels : labels };
  // 比前一天呢: what was counted is held against that day.
  if (before.measure === 'count' && before.intent === 'count' && read.earlier && AGAINST.test(read.text))
    return { intent: 'compare', measure: 'count', by: null, order: null, number: null, labels };
  const ordered = wanted && orderedAgain(wanted, read, before);
  if (ordered) return { ...ordered, labels: before.measure === 'net' ? [] : labels };
  if (wanted && !empty)
    return { ...wanted, labels: wanted.labels.length || wanted.intent === 'fix' ? wanted.labels : labels };
  const { intent, measure, by, order, number } = before;
  const other = otherEnd(read, before, labels);
  if (other) return other;
  const turned = turnedBy(intent, read);
  // Of a comparison only one side is left.
  const single = intent === 'compare' && read.sources.length === 1 && !read.periods.length;
  return {
    intent: single ? 'trend' : turned,
    measure: single && measure === 'share' ? 'net' : measure,
    by: single ? null : by,
    // "And last week?" asks for nothing newest.
    order: turnedOrder(read, before) ?? (intent === 'quotes' ? read.order : null) ?? order,
    number: read.number ?? number,
    labels: turned === 'praise' ? ['positive'] : turned === 'complaints' ? ['negative'] : labels,
  };
}

/** "What do people complain about most?" "And least?": the themes from the other end. */
function otherEnd(
  { text, language, number }: Understanding,
  before: TypedQuestion,
  labels: Wanted['labels'],
): Wanted | null {
  if (before.by !== 'theme' || (before.intent !== 'complaints' && before.intent !== 'praise')) return null;
  return before.measure === 'list' && !before.scope.topic && LEXICONS[language].least.test(text)
    ? { intent: 'ranking', measure: 'count', by: 'theme', order: 'least', number: number ?? before.number, labels }
    : null;
}

/** "Which source is the most negative?" "And the best one?": of the same things, by the same number; null where other things are put in an order. */
const orderedAgain = (wanted: Wanted, read: Understanding, before: TypedQuestion): Wanted | null =>
  wanted.intent === 'ranking' && before.intent === 'ranking' && before.by && !read.by
    ? { ...wanted, by: before.by, measure: before.measure, order: turnedOrder(read, before) ?? wanted.order }
    : null;

/** 最低的呢: the other end of an order. */
function turnedOrder(
  { text, language }: Understanding,
  { intent, measure, order }: TypedQuestion,
): TypedQuestion['order'] {
  const { good, bad, least } = LEXICONS[language];
  if (intent !== 'ranking') return null;
  // "Which is the most negative?" "And the least?"
  if (measure === 'net' && OTHER_END.test(text) && !good.test(text) && !bad.test(text))
    return order === 'least' ? 'most' : 'least';
  if (least.test(text) || (measure === 'net' && bad.test(text))) return 'least';
  return MOST[language].test(text) || (measure === 'net' && good.test(text)) ? 'most' : null;
}
const OTHER_END = /\bleast\b|\bother (?:end|way round)\b|\bopposite\b|反过来|反之|相反|逆に|反対に/iu;
const MOST: Readonly<Record<Understanding['language'], RegExp>> = {
  en: /\b(?:most|highest|largest|biggest)\b/iu,
  zh: /最(?:多|高|大)/u,
  ja: /(?:一番|最も)(?:多|高|大き)/u,
};

const OTHER_MEASURE =
  /\b(?:by|as|in) (?:share|percent\w*|proportion|number|count|absolute numbers)\b|(?:按|换成|改成|用)(?:占比|比例|百分比|数量|条数)|(?:割合|比率|件数)(?:で|なら|だと)/iu;

const AGAINST = /^(?:那|这)?[比跟和]|より|と比べ|\b(?:than|compared|versus|vs)\b/iu;

/** そのうち怒ってるのは？ is how many of those who were counted; null where something else is asked. */
function partOfThose(read: Understanding, wanted: Wanted, { intent, measure }: TypedQuestion): Wanted | null {
  const counted = (intent === 'count' || intent === 'share') && (measure === 'count' || measure === 'share');
  const asks = wanted.intent === 'complaints' || wanted.intent === 'praise';
  if (!counted || !asks || !OF_THOSE.test(read.text) || /什么|啥|何|どんな|\bwhat\b/iu.test(read.text)) return null;
  return { ...completed(intent, read), labels: read.emotions.length ? [] : wanted.labels };
}

/** A part of the comments that were counted before. */
const OF_THOSE =
  /^(?:そのうち|このうち|うち|その中|其中|里面|这里面|当中|这些(?:里|中))|\b(?:of (?:those|these|them)|among (?:those|them))\b/iu;

const SAYS =
  /\bwhat (?:do|did|are|were) (?:they|those|these|people) (?:say|saying|write|writing|mention|think)\b|\bwhat(?:'s| is| was| were| are) (?:being |been )?(?:said|written)\b/iu;
const ABOUT: Readonly<Partial<Record<string, TypedQuestion['intent']>>> = {
  negative: 'complaints',
  positive: 'praise',
  neutral: 'quotes',
};
const saidBy = (labels: readonly string[]): TypedQuestion['intent'] =>
  (labels.length === 1 && ABOUT[labels[0] ?? '']) || 'summary';

/** A question that only says by what to split. */
const SPLIT: Readonly<Record<Understanding['language'], RegExp>> = {
  en: /^(?:(?:and|ok(?:ay)?|now|please),? )*(?:(?:split|broken down|grouped|break|show|group|sort|give me|can you (?:split|break|group|show))(?: (?:it|that|this|them|those))?(?: down| up)? )?(?:per|by|for each|for every) (?:source|platform|channel|language|theme|topic|day|week|month|monitor)s?(?:,? (?:please|then|too))*[?.!]*$/i,
  zh: /^(?:那|再|请|麻烦)?(?:分|按|每个|各个?)(?:来源|平台|渠道|语言|语种|主题|天|日|周|月|监测)(?:来)?(?:看|分|拆开|列|统计)?(?:看看|一下|呢|吧|出来)*[?？。]*$/u,
  ja: /^(?:では|それを)?(?:ソース|媒体|プラットフォーム|言語|テーマ|日|週|月|モニター)(?:別|ごと)(?:に|で|では|は|なら)?(?:お願いします|教えて|見せて|分けて|出して)?(?:ください)?[?？。]*$/u,
};
const COUNTED: readonly TypedQuestion['measure'][] = ['count', 'share', 'net'];

function turnedBy(intent: TypedQuestion['intent'], { labels }: Understanding): TypedQuestion['intent'] {
  if (intent === 'complaints' && labels.includes('positive')) return 'praise';
  return intent === 'praise' && labels.includes('negative') ? 'complaints' : intent;
}
