import type { QuestionLanguage } from '../question-language';

/**
 * Words that say when, in a text of which all periods that could be read are blanked out. "Which day" and "every week" ask for days and
 * name none. Nor are hours of a day read.
 */
const UNREAD: Readonly<Record<QuestionLanguage, RegExp>> = {
  en: /(?<!\b(?:which|what|top|worst|best|busiest) )\b(?:this|that|these|those|last|past|previous|next|coming|first|second|third|fourth|fifth|other|early|late|mid|\d+|two|three|few|couple of|several|same)[ -](?:(?!by |per |best|worst|busiest|quietest|happiest|angriest|most|other)\w+ )?(?:weeks?|months?|days?|years?|quarters?|hours?|minutes?|weekends?|mornings?|afternoons?|evenings?|nights?)\b|\b(?:tomorrow|next (?:week|month|year))\b|\b(?:between|after|before|from|until|till|since|by|at|around) (?:(?:\d{1,2}(?::\d\d)? ?(?:am|pm|o'clock)|\d{1,2}:\d\d|midnight|noon)\b)|\b\d{1,2}(?::\d\d)? ?(?:am|pm)\b|\b(?:crisis|launch|release|promo|sale|outage|holiday) (?:day|week|weekend|month)\b/iu,
  zh: /(?:上|下|这|前|后|第|近|过去|最近|今|明)(?:[\d一二三四五六七八九十两几]+)?(?:个|一个)?(?:小时|天|周(?!期)|星期|礼拜|月|季度|年)(?!之前|前后)|(?<!哪|哪一|有|每)[\d二三四五六七八九十两几]+(?:个)?(?:小时|天|周|星期|礼拜|月|季度|年)(?:前|内|以内|以来|里|之内)|[\d一二两三四五六七八九十]+点(?:钟|半|整)?(?:以后|之后|以前|之前|以来|后|前|起|开始|到|至|左右)|小长假|黄金周|三天假期|(?:危机|上市|发布|促销|翻车|出事)(?:的)?(?:那|当)?(?:一)?(?:周|天|日)/u,
  ja: /(?:先|今|来|前|次の|その|あの|第|過去|直近|最初の|最後の)(?:[\d一二三四五六七八九十数]+)?(?:週(?!末の?推移)|か月|ヶ月|月|日間|年|時間|四半期|半期)|[\d一二三四五六七八九十数]+(?:週間|か月|ヶ月|日間|年間|時間)|[\d一二三四五六七八九十]+時(?:半|\d+分)?(?:以降|以前|以後|から|まで|より|過ぎ|頃|ごろ)|[三四五六七八九十\d]*連休/u,
};

/** The first of such words; null where everything about time was understood. */
export const unreadTime = (rest: string, language: QuestionLanguage): string | null =>
  UNREAD[language].exec(rest)?.[0].trim() ?? null;
