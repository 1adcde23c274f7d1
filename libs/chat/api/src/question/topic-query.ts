import { MOST_TERMS } from '@moodline/comments/contract';
import type { QuestionLanguage } from './question-language';
import { topicQuery, type Topic } from './scope/topic';
import { allOf } from './scope/topic-row';
import { LONGEST_QUERY, topicRow, wideRow } from './scope/topic-words';
import type { Understanding } from './understanding';

/** Stands before a topic that is left out. */
const WITHOUT = '−';

/**
 * The topic of a scope as text: several that are meant as alternatives with commas, those of one comment with a plus, what is left out
 * behind a minus, exact words in quotes.
 */
export function topicText(
  topics: readonly Topic[],
  {
    together,
    without,
  }: Pick<Understanding, 'together'> & { readonly without: Pick<Understanding['without'], 'topics'> },
): string | null {
  const either = !together && topics.slice(1).every(({ listed }) => listed);
  const wordsOf = ({ words, exact }: Topic) => (exact ? `"${words}"` : words);
  const wanted = topics.map(wordsOf).join(either ? ', ' : ' + ');
  const left = without.topics.map((topic) => `${WITHOUT}${wordsOf(topic)}`);
  return [wanted, ...left].filter(Boolean).join(' ') || null;
}

/** What a topic's text asks for, and what it leaves out. */
function partsOf(text: string): { wanted: string; without: string[] } {
  const [wanted = '', ...without] = text.split(new RegExp(` ?${WITHOUT}(?=\\S)`, 'u'));
  return { wanted, without };
}

/** Names of what a topic's text leaves out, in all languages that they are known in. */
export const leftOutOf = (text: string): string[] =>
  partsOf(text).without.flatMap((part) => {
    const words = part.replaceAll('"', '');
    const row = topicRow(words);
    return row ? [words, ...allOf(row)] : [words];
  });

/** Alternatives of a topic's text. */
export const alternatives = (text: string): string[] => partsOf(text).wanted.split(', ').filter(Boolean);

/**
 * What the search box has to be told to find the comments on a topic, given as {@link topicText} writes it: also by what it is called in
 * other languages, by fewer of these names where all would be more than a search takes. Where that is still too long, and for words in
 * quotes, by the words themselves.
 */
export function queryOfTopic(text: string): string {
  const parts = text.split(/, | \+ | −/u).length;
  const wide = [Infinity, Math.floor((MOST_TERMS + 1) / 2 / parts)]
    .map((most) => written(text, (part) => wideTerms(part, most)))
    .find(isTaken);
  return wide ?? literalQuery(text);
}

/** Whether a search takes all of a query. */
const isTaken = (query: string): boolean =>
  query.length <= LONGEST_QUERY && (query.match(/-?"[^"]*"|\S+/gu) ?? []).length <= MOST_TERMS;

/** The same by the words of the question alone. */
export const literalQuery = (text: string): string => written(text, literalTerms).slice(0, LONGEST_QUERY);

/** How a topic is told: without the signs of the search, with what else it is called, and with what is left out. */
export function spokenTopic(text: string, language: QuestionLanguage): string {
  const { wanted, without } = partsOf(text);
  const told = spokenWide(wanted, language) ?? plainTopic(wanted);
  return without.length ? EXCEPT[language](told, without.map(plainTopic)) : told;
}

/** A topic in the words of the question, without the signs of the search: where several are told beside each other. */
export const plainTopic = (text: string): string => text.replaceAll('"', '').replaceAll(' + ', ' ');

const EXCEPT: Readonly<Record<QuestionLanguage, (wanted: string, without: readonly string[]) => string>> = {
  en: (wanted, without) =>
    wanted ? `${wanted}, not ${without.join(' or ')}` : `anything but ${without.join(' and ')}`,
  zh: (wanted, without) => (wanted ? `${wanted}，但不含${without.join('、')}` : `${without.join('、')}以外的内容`),
  ja: (wanted, without) => (wanted ? `${wanted}（${without.join('・')}を除く）` : `${without.join('・')}以外`),
};

/** A topic with what else it is called, as it is told: "battery / 电池 / バッテリー"; null where it is called nothing else. */
export function spokenWide(text: string, language: QuestionLanguage): string | null {
  if (!text || queryOfTopic(text) === literalQuery(text)) return null;
  const spoken = (part: string): string => {
    const row = isExact(part) ? null : wideRow(part);
    if (!row) return part.replaceAll('"', '');
    const others = (['en', 'zh', 'ja'] as const).filter((one) => one !== language).map((one) => row[one][0] ?? '');
    return [...new Set([part, ...others])].join(' / ');
  };
  const several = alternatives(text);
  return several.length > 1 ? several.map(spoken).join(', ') : text.split(' + ').map(spoken).join(' ');
}

/** A query for the comments that have all parts of one alternative, or one of several alternatives. */
function written(text: string, termsOf: (part: string) => string[]): string {
  const { wanted, without } = partsOf(text);
  const several = alternatives(text);
  const found =
    several.length > 1
      ? [...new Set(several.flatMap(termsOf))].join(' OR ')
      : wanted
          .split(' + ')
          .filter(Boolean)
          .map((part) => grouped(part, termsOf))
          .join(' ');
  const left = without.flatMap(termsOf).flatMap((term) => term.split(' OR ').map((one) => `-${one}`));
  return [found, ...left].filter(Boolean).join(' ');
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

/** @param most names of a part at most, of each language as many */
function wideTerms(part: string, most: number): string[] {
  const row = isExact(part) ? null : wideRow(part);
  if (!row) return literalTerms(part);
  const names = most === Infinity ? allOf(row) : inTurn([row.en, row.zh, row.ja]);
  return [...new Set([part, ...names])].slice(0, most).map(quoted);
}

/** The first of each list, then the second of each, and so on. */
const inTurn = (lists: readonly (readonly string[])[]): string[] =>
  Array.from({ length: Math.max(...lists.map(({ length }) => length)) }, (_, at) =>
    lists.flatMap((list) => list[at] ?? []),
  ).flat();
