import type { QuestionLanguage } from '../question-language';

/** What one thing is called in each language; the first word is the one it is told by. */
export type TopicWords = Readonly<Record<QuestionLanguage, readonly string[]>>;

/** @param en words of a language with a stroke between them */
export const row = (en: string, zh: string, ja: string): TopicWords => ({
  en: en.split('|'),
  zh: zh.split('|'),
  ja: ja.split('|'),
});

/** All words of a row, each once. */
export function allOf({ en, zh, ja }: TopicWords): string[] {
  return [...new Set([...en, ...zh, ...ja])];
}
