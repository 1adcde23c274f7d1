/** Languages in which questions are understood and answered. */
export type QuestionLanguage = 'zh' | 'en' | 'ja';

/** Words that only Japanese writes in Chinese characters alone. */
const JAPANESE_HAN = /先月|先週|今週|昨日|一昨日|件数|推移|理由教|評判|不満点|四半期/u;

/** The language of a question by its script: kana make it Japanese, other Chinese characters Chinese, anything else English. */
export function questionLanguage(question: string): QuestionLanguage {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(question.replace(/[ー・]/g, ''))) return 'ja';
  if (!/\p{Script=Han}/u.test(question)) return 'en';
  return JAPANESE_HAN.test(question) && !/[吗呢吧的]/u.test(question) ? 'ja' : 'zh';
}
