import { topicRow } from '../scope/topic-words';
import { isListedAt, namesNothing, type Topic } from '../scope/topic';
import { NAME, TIME } from './frame';
import type { Understanding } from '../understanding';
import { sparseProbabilities, type SparseHead } from './sparse-head';
import { topicUnits, type TopicUnit } from './topic-traits';

/** Options of the head: what a unit is part of. */
export const TOPIC_OPTIONS = ['other', 'topic'] as const;
/** From here on a word is part of a topic. */
const BELONGS = 0.5;
/** A word beside one that is part of a topic belongs to it from here on. */
const GOES_WITH = 0.2;
/** From here on what the words are about is no question any more. */
const SURE = 0.8;
/** Below this a word that a rule took for a topic is none. */
const NONE = 0.2;
/** A topic of a rule is not cut short where each of its words may belong to it. */
const MAY_BELONG = 0.05;

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Word extends Span {
  readonly probability: number;
}

/**
 * What a question is about: the words that the head takes for it, and those that the rules found and the head does not rule out.
 * What stands in quotes is always meant, and in "has the letter helped?" the letter is what happened.
 */
export function learnedTopics(read: Understanding, head: SparseHead): readonly Topic[] {
  if (read.topics.some(({ exact }) => exact) || read.intents[0] === 'effect') return read.topics;
  const words = wordsOf(topicUnits(read), head);
  const likely = joined(
    words.filter(({ probability }) => probability >= GOES_WITH),
    read.text,
  );
  const kept = read.topics.flatMap((topic) => {
    const { start, end } = placeOf(topic, read.text);
    const own = words.filter((word) => word.start < end && word.end > start);
    const is = (least: number): boolean => own.some(({ probability }) => probability >= least);
    const stays = start < 0 || topicRow(topic.words) || is(NONE);
    return stays ? [{ topic: { ...topic, sure: topic.sure || is(SURE) }, start, end }] : [];
  });
  const isWhole = ({ start, end }: Span, part: Span) =>
    start <= part.start &&
    end >= part.end &&
    words.every((word) => word.start >= end || word.end <= start || word.probability >= MAY_BELONG);
  // What people are known to talk about has its other names, which a longer piece of the question has not; "packaging and box" are two.
  const isRuled = (span: Span) => {
    const inside = kept.filter(({ start, end }) => start < span.end && end > span.start);
    return inside.length > 1 || inside.some((one) => topicRow(one.topic.words) || isWhole(one, span));
  };
  const found = likely.filter((span) => span.probability >= BELONGS && !isRuled(span));
  const learned = found.flatMap((span) => topicAt(span, read));
  const others = kept.filter(({ start, end }) => !found.some((span) => span.start < end && span.end > start));
  return [...learned, ...others].sort((one, other) => one.start - other.start).map(({ topic }) => topic);
}

function topicAt({ start, end, probability }: Word, read: Understanding): { topic: Topic; start: number }[] {
  const whole = read.text.slice(start, end).replace(NO_PART, '').trim();
  const words = read.language === 'en' ? named(whole) : whole;
  if (!words || isEvent(words, read) || A_LANGUAGE.test(words)) return [];
  return [{ topic: { words, sure: probability >= SURE, exact: false, listed: isListedAt(read.text, start) }, start }];
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

/** Words before a topic that are none of it. */
const NO_PART = /^(?:(?:about|the|our|my|this|that|of|on|with|for|关于|对于|对)\s*)+/iu;

/** "English-language comments" are those in English. */
const A_LANGUAGE = /^\p{L}+[- ]language$/iu;

const isEvent = (words: string, { event }: Understanding): boolean =>
  event?.name.toLowerCase().includes(words.toLowerCase()) ?? false;

/** Words with the mean probability of their units. */
function wordsOf(units: readonly TopicUnit[], head: SparseHead): Word[] {
  const of = TOPIC_OPTIONS.indexOf('topic');
  const isName = ({ words }: TopicUnit) => words === NAME || words === TIME;
  const chances = new Map(
    units.map((unit) => [unit, isName(unit) ? 0 : (sparseProbabilities(head, unit.traits)[of] ?? 0)]),
  );
  return [...Map.groupBy(units, ({ word }) => word).values()].flatMap((own) => {
    const [first, last] = [own[0], own.at(-1)];
    const sum = own.reduce((total, unit) => total + (chances.get(unit) ?? 0), 0);
    return first && last ? [{ start: first.start, end: last.end, probability: sum / own.length }] : [];
  });
}

/** Words that stand side by side are one topic. */
function joined(words: readonly Word[], text: string): Word[] {
  const spans: Word[] = [];
  for (const word of words) {
    const last = spans.at(-1);
    if (last && /^[ '’&-]?$/u.test(text.slice(last.end, word.start)))
      spans[spans.length - 1] = {
        start: last.start,
        end: word.end,
        probability: Math.max(last.probability, word.probability),
      };
    else spans.push(word);
  }
  return spans;
}
