import { SUBJECTS } from '@moodline/trends/api';
import type { QuestionLanguage } from './question-language';
import type { Topic } from './scope/topic';

const MOST = 8;

/** Words that may be meant by a topic that nobody wrote: its parts, and what else people say for the same subject. */
export function otherWords(topics: readonly Topic[], language: QuestionLanguage): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const pieces = topics.flatMap(({ words }) => [...segmenter.segment(words)].map(({ segment }) => segment));
  const named = topics.map(({ words }) => words.toLowerCase());
  const subject = SUBJECTS.find(({ words }) =>
    named.some((name) => words.some((word) => name.includes(word) || word.includes(name))),
  );
  return [
    ...new Set([...pieces, ...inOrder(subject?.words ?? [], language).filter((word) => writtenIn(word, language))]),
  ]
    .filter((word) => /[\p{L}]{2}/u.test(word) && !named.includes(word))
    .slice(0, MOST);
}

function writtenIn(word: string, language: QuestionLanguage): boolean {
  if (language === 'en') return /^[\x20-\x7e]+$/.test(word);
  return /[^\x20-\x7e]/.test(word) && (language === 'ja' || !/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word));
}

/** A list of words has the Japanese ones at its end. */
const inOrder = (words: readonly string[], language: QuestionLanguage): readonly string[] =>
  language === 'ja' ? [...words].reverse() : words;
