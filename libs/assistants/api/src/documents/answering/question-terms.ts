import type { Term } from '@moodline/comments/contract';
import { alikeTerms } from './alike-words';
import { isAsked } from './asked-words';

/** Something that a question asks for. `part`: what it counts of its word, whose pairs of signs count as one word together. */
export interface QuestionTerm {
  readonly term: Term;
  /** Other words for the same. */
  readonly alike?: readonly Term[];
  readonly part: number;
}

export type Spoken = 'zh' | 'en' | 'ja';

/** Terms of a question that are looked for. */
const MOST_TERMS = 40;
const EAST = /[\p{Script=Han}\p{Script=Katakana}ー々]/u;
const segmenters = {
  zh: new Intl.Segmenter('zh', { granularity: 'word' }),
  ja: new Intl.Segmenter('ja', { granularity: 'word' }),
};

/** The words of a question that say what it is about, without those that only ask. */
export function questionTerms(question: string, language: Spoken): QuestionTerm[] {
  const folded = question.normalize('NFKC').toLowerCase();
  const words = language === 'en' ? wordsOf(folded) : segmented(folded, language);
  const terms = new Map<string, QuestionTerm>();
  for (const word of words)
    for (const one of EAST.test(word) ? pairsOf(word) : [spaced(word)])
      if (!terms.has(one.term.text)) terms.set(one.term.text, one);
  return [...terms.values()].slice(0, MOST_TERMS).map((one) => {
    const alike = alikeTerms(one.term, folded, language);
    return alike.length ? { ...one, alike } : one;
  });
}

const wordsOf = (text: string): string[] =>
  (text.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu) ?? [])
    .map((word) => word.replace(/['’]s$/u, ''))
    .filter((word) => !isAsked(word, 'en') && (word.length > 1 || /\p{N}/u.test(word)));

function segmented(text: string, language: 'zh' | 'ja'): string[] {
  // Latin words keep their hyphens: the segmenter takes them apart.
  const latin = wordsOf(text).filter((word) => /^[\p{Script=Latin}\p{N}.'’-]+$/u.test(word));
  const east: string[] = [];
  let single = false;
  for (const { segment, isWordLike } of segmenters[language].segment(text)) {
    const word = language === 'ja' ? withoutEnding(segment) : segment;
    const counts = isWordLike && EAST.test(word) && !isAsked(word, language);
    // Signs that the segmenter knows no word for are one together: 保 修 期.
    if (counts && single && word.length === 1) east.push(`${east.pop()}${word}`);
    else if (counts) east.push(word);
    single = Boolean(counts) && word.length === 1;
  }
  return [...east, ...latin];
}

/** What of a Japanese word does not change with its form: 払い, 払う and 払った are 払. */
const withoutEnding = (word: string) => word.replace(/^\p{Script=Hiragana}+|\p{Script=Hiragana}+$/gu, '');

/** Neighbouring signs: `有効期限` is found where `期限` stands as well, by a third. */
function pairsOf(word: string): QuestionTerm[] {
  const signs = [...word].filter((sign) => /[\p{L}\p{N}ー々]/u.test(sign));
  if (signs.length < 2) return signs.map((text) => ({ term: { text, prefix: true }, part: 0.4 }));
  const pairs = signs.slice(1).map((sign, index) => `${signs[index]}${sign}`);
  return pairs.map((text) => ({ term: { text, prefix: false }, part: 1 / pairs.length }));
}

const ENDINGS = /(?:ations?|ments?|ings?|ies|ied|ers?|ors?|ally|ly|ed|es|s|e|y)$/u;
const LEAST_STEM = 4;

/** `returns`, `returned` and `returning` are one word here: what they begin with. A short word is looked for as it is. */
function spaced(word: string): QuestionTerm {
  const stem = word.replace(ENDINGS, '').replace(/([bdfgklmnprt])\1$/u, '$1');
  const isWord = /^\p{L}+$/u.test(word);
  if (isWord && stem.length >= LEAST_STEM) return { term: { text: stem, prefix: true }, part: 1 };
  const short = isWord && word.length >= LEAST_STEM ? word.replace(/s$/u, '') : word;
  return { term: { text: short, prefix: isWord && short.length >= LEAST_STEM - 1 }, part: 1 };
}
