import { holdsName, partsOfTopic } from '../scope/compound-topic';
import { isListedAt, namesNothing, type Topic } from '../scope/topic';
import { topicRow, wideRow } from '../scope/topic-words';
import type { Understanding } from '../understanding';
import { NAME, TIME } from './frame';
import { likeliest, type Link, type SparseChain } from './sparse-chain';
import { topicUnits, type ModelTold, type TopicUnit } from './topic-traits';

/** Options of the chain: what a unit is of what a question is about. */
export const TOPIC_OPTIONS = ['other', 'begin', 'inside'] as const;
const [OTHER, BEGIN, INSIDE] = [0, 1, 2];
/** From here on what the words are about is no question any more. */
const SURE = 0.8;

/**
 * A word that a rule took for a topic is none where it is less likely one than this; where no other is found, sooner than that: a topic
 * that is left out in silence is worse than one too many.
 */
const MAY_BE = { alone: 0.05, besideOthers: 0.15 } as const;

/** Where no topic is found, words that may be one after all are asked about: of questions without a topic hardly any word is that likely. */
const DOUBTED = 0.02;
/** What stands beside such a word goes with it from here on. */
const WITH_DOUBTED = 0.005;

/** A topic begins before it goes on. */
export const mayFollow = (option: number, before: number | null): boolean =>
  option !== INSIDE || (before !== null && before !== OTHER);

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Found extends Span {
  readonly probability: number;
}

/** A unit with what the chain takes it for. */
interface Read extends TopicUnit {
  readonly link: Link;
}

/**
 * What a question is about: the words that the chain takes for it, and those of the rules that people are known to talk about or that it
 * does not rule out. Where there are none, words that may be one come back as not sure.
 * What stands in quotes is always meant, and in "has the letter helped?" the letter is what happened.
 */
export function learnedTopics(read: Understanding, chain: SparseChain, told: ModelTold | null): readonly Topic[] {
  if (read.topics.some(({ exact }) => exact) || (read.intents[0] === 'effect' && !read.event)) return read.topics;
  const units = readBy(chain, topicUnits(read, told));
  const spans = spansOf(units);
  const learned = spans
    .flatMap((span) => topicAt(span, read))
    .map((found) => ({ ...found, topic: whole(found.topic, read) }));
  const ruled = read.topics.flatMap((topic) => {
    const span = placeOf(topic, read.text);
    const isApart = !spans.some(({ start, end }) => start < span.end && end > span.start);
    const isSaid = topicRow(topic.words) ?? (read.topics.length > 1 ? wideRow(topic.words) : null);
    const stays = isSaid || chanceOf(span, units) >= (spans.length ? MAY_BE.besideOthers : MAY_BE.alone);
    return isApart && stays && !isEvent(topic.words, read) && !isInEvent(span, read)
      ? [{ topic, start: span.start }]
      : [];
  });
  const found = learned.length || ruled.length ? [...learned, ...ruled] : doubted(units, read);
  return found.sort((one, other) => one.start - other.start).map(({ topic }) => topic);
}

/** The words that are likeliest to be a topic where none is found: to be asked about, not to be left out in silence. */
function doubted(units: readonly Read[], read: Understanding): { topic: Topic; start: number }[] {
  const chances = units.map((unit) => (unit.words === NAME || unit.words === TIME ? 0 : chanceOf(unit, [unit])));
  const probability = Math.max(0, ...chances);
  // 星1: what stands for stars is no name to the chain.
  if (probability < DOUBTED || read.stars.length) return [];
  let first = chances.indexOf(probability);
  let last = first;
  while ((chances[first - 1] ?? 0) >= WITH_DOUBTED) first--;
  while ((chances[last + 1] ?? 0) >= WITH_DOUBTED) last++;
  const found = topicAt({ start: units[first]?.start ?? 0, end: units[last]?.end ?? 0, probability }, read);
  // 割合 and its like are no topic: without spaces only listed names are told from what a question says anyway.
  return read.language === 'en' ? found : found.filter(({ topic: { words } }) => holdsName(words, read.language));
}

function readBy(chain: SparseChain, units: readonly TopicUnit[]): Read[] {
  const links = likeliest(
    chain,
    units.map(({ traits }) => traits),
  );
  return units.flatMap((unit, at) => {
    const link = links[at];
    return link ? [{ ...unit, link }] : [];
  });
}

/** How likely any unit of a span belongs to a topic. */
const chanceOf = ({ start, end }: Span, units: readonly Read[]): number =>
  Math.max(
    0,
    ...units
      .filter((unit) => unit.start < end && unit.end > start)
      .map(({ link }) => (link.option === OTHER ? 1 - link.probability : 1)),
  );

function spansOf(units: readonly Read[]): Found[] {
  const spans: Found[] = [];
  units.forEach(({ start, end, words, link }) => {
    if (link.option === OTHER || words === NAME || words === TIME) return;
    const last = spans.at(-1);
    // 快递物流: what stands side by side without a sign between is taken apart where it is looked for.
    const isNew = !last || (link.option === BEGIN && last.end < start);
    if (isNew) spans.push({ start, end, probability: link.probability });
    else spans[spans.length - 1] = { ...last, end, probability: Math.min(last.probability, link.probability) };
  });
  return spans;
}

function topicAt({ start, end, probability }: Found, read: Understanding): { topic: Topic; start: number }[] {
  const whole = read.text.slice(start, end).replace(NO_PART, '').trim();
  const words = read.language === 'en' && !topicRow(whole) ? named(whole) : whole;
  if (!words || isEvent(words, read) || isInEvent({ start, end }, read) || A_LANGUAGE.test(words)) return [];
  const sure = probability >= SURE || MENTIONED.test(read.text.slice(0, start));
  return [{ topic: { words, sure, exact: false, listed: isListedAt(read.text, start) }, start }];
}

function placeOf({ words }: Topic, text: string): Span {
  const start = text.toLowerCase().indexOf(words.toLowerCase());
  return { start, end: start < 0 ? -1 : start + words.length };
}

/** English words without those at either end that name nothing: "parking we". Empty where none names anything. */
function named(words: string): string {
  const parts = words.split(' ');
  const first = parts.findIndex((part) => !namesNothing(part));
  return first < 0 ? '' : parts.slice(first, parts.findLastIndex((part) => !namesNothing(part)) + 1).join(' ');
}

/** 左耳没声音: what a rule read in one word is not cut short where all of it is known to be talked about. */
function whole(topic: Topic, { topics, language }: Understanding): Topic {
  const longer =
    language !== 'en' &&
    topics.find((one) => one.words !== topic.words && one.words.includes(topic.words) && partsOfTopic(one, language));
  return longer ? { ...topic, words: longer.words } : topic;
}

/** "Comments that mention United" */
const MENTIONED = /\bmention(?:s|ed|ing)?\s+(?:the )?$/iu;
/** Words before a topic that are none of it. */
const NO_PART = /^(?:(?:(?:about|the|their|our|my|your|its|this|that|of|on|with|for)\b|关于|对于|对)\s*)+/iu;

/** "English-language comments" are those in English. */
const A_LANGUAGE = /^\p{L}+[- ]language$/iu;

const isEvent = (words: string, { event }: Understanding): boolean =>
  event?.name.toLowerCase().includes(words.toLowerCase()) ?? false;

/** 固件更新翻车之后: words that stand in the name of what happened, or run into it. */
function isInEvent({ start, end }: Span, { event, text }: Understanding): boolean {
  const at = event ? text.toLowerCase().lastIndexOf(event.name.toLowerCase()) : -1;
  return event !== null && at >= 0 && start < at + event.name.length && end > at;
}
