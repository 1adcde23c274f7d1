import type { QuestionLanguage } from './question-language';

const COMMENTS_EN = '(?:comments?|posts?|mentions?|reviews?|volume|messages?)';
const MANY_EN =
  '(?:so many|many more|more|fewer|so few|(?:spike|jump|surge|rise|increase|drop|fall|dip) (?:in|of)(?: the)?)';
const COMMENTS_ZH = '(?<!差|好|恶|负面|正面|中性)(?:评论|留言|声量|讨论|帖子)(?:数|量)?';
const MANY_ZH =
  '(?:好多|这么多|那么多|很多|特别多|一堆|一大堆|突然多|多了|变多|大增|激增|暴增|增多|增加|上涨|涨|飙|少了|变少|减少|这么少)';
const COMMENTS_JA = '(?<!ネガティブな|ポジティブな|不満の|好評の)(?:コメント|投稿|レビュー|口コミ)(?:数|件数)?';
const MANY_JA = '(?:増え|増加|急増|多い|多かった|多く|減っ|減少|少な)';

/** There are so many comments, or so few: their number has moved, whatever the mood did. */
const OF_NUMBERS: Readonly<Record<QuestionLanguage, RegExp>> = {
  en: new RegExp(
    `\\b${MANY_EN} ${COMMENTS_EN}\\b|\\b${COMMENTS_EN}\\b.{0,16}\\b(?:spiked?|jump(?:ed)?|rise|rose|surged?|exploded?|increased?|go up|went up|dropped|fell)\\b`,
    'iu',
  ),
  zh: new RegExp(`${COMMENTS_ZH}[^,，。]{0,4}${MANY_ZH}|${MANY_ZH}(?:的|条)?${COMMENTS_ZH}`, 'u'),
  ja: new RegExp(`${COMMENTS_JA}(?:が|は|も|の)?[^、。]{0,6}${MANY_JA}`, 'u'),
};

/** Whether what moved is the number of comments, and not their mood: where reasons are asked for, or what an event changed. */
export const movesInNumber = (text: string, language: QuestionLanguage): boolean => OF_NUMBERS[language].test(text);
