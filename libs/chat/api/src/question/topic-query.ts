import type { QuestionLanguage } from './question-language';
import { topicQuery, type Topic } from './scope/topic';
import { allOf, LONGEST_QUERY, topicRow } from './scope/topic-words';

/** The topic of a scope as text: several that are meant as alternatives with commas, exact ones in quotes. */
export function topicText(topics: readonly Topic[]): string | null {
  if (!topics.length) return null;
  const either = topics.slice(1).every(({ listed }) => listed);
  return topics.map(({ words, exact }) => (exact ? `"${words}"` : words)).join(either ? ', ' : ' + ');
}

/** Alternatives of a topic's text. */
export const alternatives = (text: string): string[] => text.split(', ').filter(Boolean);

/**
 * What the search box has to be told to find the comments on a topic, given as {@link topicText} writes it: also by what it is called in
 * other languages. Where that would be too long for a search, and for words in quotes, by the words themselves.
 */
export function queryOfTopic(text: string): string {
  const wide = written(text, wideTerms);
  return wide.length <= LONGEST_QUERY ? wide : literalQuery(text);
}

/** The same by the words of the question alone. */
export const literalQuery = (text: string): string => written(text, literalTerms).slice(0, LONGEST_QUERY);

/** A topic with what else it is called, as it is told: "battery / 电池 / バッテリー"; null where it is called nothing else. */
export function spokenWide(text: string, language: QuestionLanguage): string | null {
  if (queryOfTopic(text) === literalQuery(text)) return null;
  const spoken = (part: string): string => {
    const row = isExact(part) ? null : topicRow(part);
    if (!row) return part.replaceAll('"', '');
    const others = (['en', 'zh', 'ja'] as const).filter((one) => one !== language).map((one) => row[one][0] ?? '');
    return [...new Set([part, ...others])].join(' / ');
  };
  const several = alternatives(text);
  return several.length > 1 ? several.map(spoken).join(', ') : text.split(' + ').map(spoken).join(' ');
}

/** A query for the comments that have all parts of one alternative, or one of several alternatives. */
function written(text: string, termsOf: (part: string) => string[]): string {
  const several = alternatives(text);
  if (several.length > 1) return several.flatMap(termsOf).join(' OR ');
  return text
    .split(' + ')
    .map((part) => grouped(part, termsOf))
    .join(' ');
}

/** Words that belong together are looked for one by one, in any order, unless they have other names. */
function grouped(part: string, termsOf: (part: string) => string[]): string {
  const terms = termsOf(part);
  return terms.length > 1 ? terms.join(' OR ') : plainQuery(part);
}

const isExact = (part: string): boolean => part.startsWith('"');
const plainQuery = (part: string): string => topicQuery({ words: part.replace(/^"|"$/g, ''), exact: isExact(part) });

const quoted = (word: string): string => (/\s/.test(word) ? `"${word.replaceAll('"', '')}"` : word);
const literalTerms = (part: string): string[] => [/\s/.test(part) ? quoted(part) : plainQuery(part)];

function wideTerms(part: string): string[] {
  const row = isExact(part) ? null : topicRow(part);
  return row ? [...new Set([part, ...allOf(row)])].map(quoted) : literalTerms(part);
}
