import type { QuestionLanguage } from './question-language';

const FALL_EN =
  '(?:drop|fall|decline|dip|slump|plunge|slide|rise|increase|jump|spike|recovery|improvement|change|shift|swing)';
const FALL_ZH = '(?:下滑|下降|下跌|跌幅|降幅|恶化|变差|变糟|回升|上升|好转|变化|变动|滑坡)';
const FALL_JA = '(?:悪化|低下|下落|減少|増加|上昇|改善|回復|変化)';

/** How much of a change comes from one thing: "how much of the drop is due to the battery?" */
const PART: Readonly<Record<QuestionLanguage, RegExp>> = {
  en: new RegExp(
    `\\b(?:how much|what (?:part|share|portion|percentage|percent|fraction)|how many points) of (?:the |this |that |our )?(?:[\\w-]+ ){0,2}?${FALL_EN}\\b|\\b${FALL_EN}\\b.{0,30}\\bhow much (?:of (?:it|that) )?(?:is|was|comes?|came)\\b`,
    'iu',
  ),
  zh: new RegExp(
    `${FALL_ZH}[^,，。]{0,6}(?:多少|几成|多大|几个点)[^,，。]{0,4}(?:是|来自|由|因为|归|怪)|${FALL_ZH}(?:里|中|当中)?[^,，。]{0,8}(?:占|贡献)(?:了|比)?(?:多少|几成|多大)|[^,，。]{1,8}对[^,，。]{0,8}${FALL_ZH}(?:的)?(?:贡献|影响)(?:有)?(?:多少|多大)`,
    'u',
  ),
  ja: new RegExp(`${FALL_JA}(?:幅)?(?:の)?(?:うち|中で|に(?:占め|対する))`, 'u'),
};

/** Whether a question asks for the part that one thing has in a change. */
export const asksPartOfChange = (text: string, language: QuestionLanguage): boolean => PART[language].test(text);
