/** Languages in which questions are understood and answered. */
export type QuestionLanguage = 'zh' | 'en' | 'ja';

/** The language of a question by its script: kana make it Japanese, other Chinese characters Chinese, anything else English. */
export function questionLanguage(question: string): QuestionLanguage {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(question.replace(/[ー・]/g, ''))) return 'ja';
  return /\p{Script=Han}/u.test(question) ? 'zh' : 'en';
}
