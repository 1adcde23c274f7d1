/** Languages in which questions are understood and answered. */
export type QuestionLanguage = 'zh' | 'en' | 'ja';

/** Words that only Japanese writes in Chinese characters alone. */
const JAPANESE_HAN = /先月|先週|今週|昨日|一昨日|件数|推移|理由教|評判|不満点|四半期/u;

const ENGLISH_FRAME =
  /\b(?:what|what's|how|how's|which|who|why|when|where|show|the|is|are|do|does|did|of|about|many|on|in|for|this|last|people|say|and|with|me|compare)\b/giu;
/** Words of Chinese and Japanese questions, not of names. */
const SENTENCE = /[吗呢吧的]|多少|什么|怎么|哪|几|[はがをにのかで](?![\p{Script=Latin}])/u;

/** The language of a question by its script: kana make it Japanese, other Chinese characters Chinese, anything else English. */
export function questionLanguage(question: string): QuestionLanguage {
  // "How is the 客服响应 monitor doing?": English with a name in it.
  if ((question.match(ENGLISH_FRAME) ?? []).length >= 2 && !SENTENCE.test(question)) return 'en';
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(question.replace(/[ー・]/g, ''))) return 'ja';
  if (!/\p{Script=Han}/u.test(question)) return 'en';
  return JAPANESE_HAN.test(question) && !/[吗呢吧的]/u.test(question) ? 'ja' : 'zh';
}
