import type { QuestionLanguage } from './question-language';
import { topicQuery, type Topic } from './scope/topic';
import { allOf } from './scope/topic-row';
import { LONGEST_QUERY, wideRow } from './scope/topic-words';
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

/** Alternatives of a topic's text. */
export const alternatives = (text: string): string[] => partsOf(text).wanted.split(', ').filter(Boolean);

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

/** How a topic is told: without the signs of the search, with what else it is called, and with what is left out. */
export function spokenTopic(text: string, language: QuestionLanguage): string {
  const { wanted, without } = partsOf(text);
  const plain = (part: string) => part.replaceAll('"', '').replaceAll(' + ', ' ');
  const told = spokenWide(wanted, language) ?? plain(wanted);
  return without.length ? EXCEPT[language](told, without.map(plain)) : told;
}

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

function wideTerms(part: string): string[] {
  const row = isExact(part) ? null : wideRow(part);
  return row ? [...new Set([part, ...allOf(row)])].map(quoted) : literalTerms(part);
}
