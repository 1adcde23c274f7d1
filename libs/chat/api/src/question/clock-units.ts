import type { RankedBy } from './words/lexicon';
import type { QuestionLanguage } from './question-language';

/** Groups that come again and again within a period: days of the week, weekends against other days, hours of the day. */
export const CLOCK_UNITS = ['weekday', 'weekend', 'hour'] as const;
export type ClockUnit = (typeof CLOCK_UNITS)[number];

export const isClockUnit = (by: RankedBy | null): by is ClockUnit => CLOCK_UNITS.some((unit) => unit === by);

type Words = readonly (readonly [ClockUnit, RegExp])[];

const DAY_EN = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const WORKING_EN =
  '(?:week ?-?days?|working days?|work ?-?days?|business days?|mid-?week|(?:during|in|over) (?:the|this) week|other days|rest of the week)';
const WEEKEND_EN = '(?:the )?week-?ends?';
const WORKING_ZH = '(?:工作日|平日|平时|周中|周间|周一到周五|周一至周五|上班日)';
const WEEKEND_ZH = '(?:周末|双休日?|休息日|周六日|周六周日)';
const WORKING_JA = '(?:平日|週日|ウィークデー|それ以外の日)';
const WEEKEND_JA = '(?:週末|土日|休日)';

/**
 * Words that ask for such groups, and not for one day that has a date. A weekend is one of them where it is held against other days or
 * where all weekends are meant; single ones (this weekend, 上周末, 先週末) are periods.
 */
const WORDS: Readonly<Record<QuestionLanguage, Words>> = {
  en: [
    [
      'weekday',
      new RegExp(
        `\\b(?:which|what|by|per|each|every|all) (?:week ?-?days?|days? of (?:the |a )?week)\\b|\\bdays? of (?:the )?week\\b|\\bweek ?-?day (?:distribution|pattern|breakdown|order|ranking)\\b|\\b${DAY_EN}s\\b|\\b(?:(?:on |in )?an? )?(?:typical|normal|usual|average|ordinary) ${DAY_EN}\\b`,
        'giu',
      ),
    ],
    [
      'weekend',
      new RegExp(
        `\\b${WEEKEND_EN}\\b(?=.*\\b${WORKING_EN}\\b)|\\b${WORKING_EN}\\b(?=.*\\b${WEEKEND_EN}\\b)|(?<=\\b${WEEKEND_EN}\\b.*)\\b${WORKING_EN}\\b|(?<=\\b${WORKING_EN}\\b.*)\\b${WEEKEND_EN}\\b|(?<!\\b(?:last|past|previous|few|two|three|four|\\d+) )\\bweek-?ends\\b`,
        'giu',
      ),
    ],
    [
      'hour',
      /\b(?:(?:at|in|during) )?(?:what|which) (?:(?:times?|hours?)(?! (?:period|frame|span|range))(?: of (?:the |a )?day)?|parts? of (?:the |a )?day)\b|\btimes? of (?:the )?day\b|\b(?:by|per) (?:the )?hour\b|\bhour (?:of (?:the )?day|by hour)\b|\bhours? of (?:the |a )?day\b|\bhourly\b|\bpeak hours?\b|\bwhat o'?clock\b|(?<!\b(?:today|yesterday|tomorrow|day|week|\d(?:st|nd|rd|th)?|november|october|september),? )\b(?:in the (?:mornings?|afternoons?|evenings?)|at night|mornings|afternoons|evenings|nights)\b|\bwhen (?:during|in|over) the (?:course of the )?day\b/giu,
    ],
  ],
  zh: [
    [
      'weekday',
      /(?:一周|一个?星期)(?:里|中|当中|之中)?(?:的)?哪一?天|(?<![上下这本每前一两三四五六七八九十])(?:周|星期|礼拜)几(?![条个号次位人成点])|(?<![上下这本])(?:周|星期|礼拜)[一二三四五六日天](?:和|跟|与|还是|比)(?:周|星期|礼拜)[一二三四五六日天](?=.*(?:哪|更|比|多|少|差|好))|(?:按|分)(?:周|星期|礼拜)(?:几|[一1]到(?:周|星期)?[日天7])|(?:每|各)(?:个)?(?:周|星期|礼拜)[一二三四五六日天]|一周七天/gu,
    ],
    [
      'weekend',
      new RegExp(
        `(?<![上下这本])(?:的)?${WEEKEND_ZH}(?=.*${WORKING_ZH})|${WORKING_ZH}(?=.*${WEEKEND_ZH})|(?<=${WEEKEND_ZH}.*)${WORKING_ZH}|(?<=${WORKING_ZH}.*)${WEEKEND_ZH}|(?<![上下这本个])${WEEKEND_ZH}(?=(?:的)?(?:评论|差评|好评|声量|口碑|情绪|留言)?(?:数|量)?(?:会|都|总|就|一般|通常|往往|平均)|.{0,2}是不是|(?:的)?(?:评论|差评|好评|声量|口碑|情绪|留言|吐槽|抱怨|骂)(?:的)?(?:人|数|量)?(?:会|要|更|比较))`,
        'gu',
      ),
    ],
    [
      'hour',
      /(?:一天|每天)(?:里|中|当中|内|之中)?(?:的)?(?:是)?(?:什么|哪个|哪些|几)(?:时候|时间|时段|时间段|钟头|小时|点钟?)|(?<![哪这那前的])几点钟?(?!了)(?=.{0,8}(?:最|多|少|集中|高峰|抱怨|吐槽|评论|留言|发|骂|差评))|(?<![哪这那前的])几点钟?(?=[?？]?$)|(?:什么|哪个|哪些|哪一?个|各个?|分|按)(?:时段|时间段|钟点|小时)|每(?:个)?小时/gu,
    ],
  ],
  ja: [
    [
      'weekday',
      /(?:どの|何)曜日?|(?<![今先来前]週の?)[月火水木金土日]曜日?(?:と|より|か)(?:も)?[月火水木金土日]曜日?(?=.*(?:どっち|どちら|より|比べ|違))|(?<![月火水木金土日])曜日(?:別|ごと|によって|で)?(?:の)?/gu,
    ],
    [
      'weekend',
      new RegExp(
        `(?<![今先来前])${WEEKEND_JA}(?=.*${WORKING_JA})|${WORKING_JA}(?=.*${WEEKEND_JA})|(?<=${WEEKEND_JA}.*)${WORKING_JA}|(?<=${WORKING_JA}.*)${WEEKEND_JA}|(?<![今先来前こそあ毎]|[今先来]週の?)${WEEKEND_JA}(?=(?:は|には|になると|だと|って|の?(?:ほう|方)が).{0,12}(?:減|増え|多|少な|違|下が|上が|静か|荒れ|いつも|普段|良|悪|いい|ネガ|ポジ))`,
        'gu',
      ),
    ],
    [
      'hour',
      /(?:一日|1日)(?:の中)?で(?:は)?(?=.{0,4}(?:何時|いつ))|何時(?!間)(?:頃|ごろ|ころ|台)?|(?:どの)?時間帯(?:別|ごと)?|時間別|(?:一|1)時間ごと/gu,
    ],
  ],
};

const PART_ZH = '(?:早上|早晨|上午|中午|下午|傍晚|晚上|夜里|夜间|半夜|深夜|凌晨|白天)(?!好)';
const PART_JA = '(?:朝|午前中?|昼間?|午後|夕方|夜(?:間|中)?|深夜|早朝|日中)';
/** Parts of every day: held against each other, or where it is asked whether there is more then. "Yesterday evening" is a period. */
const PARTS_OF_DAY: Readonly<Partial<Record<QuestionLanguage, RegExp>>> = {
  zh: new RegExp(
    `(?<!今天|昨天|前天|当天|[今昨前当\\d号一二三四五六日天到])${PART_ZH}(?=[^,，。]{1,6}${PART_ZH}|(?:的|发的?|写的?|来)?(?:评论|留言|帖子|人|差评|负面|骂|抱怨|吐槽)[^,，。]{0,4}(?:更|比较|最|特别|多|少|凶|高|低))|(?<=${PART_ZH}[^,，。]{1,6})${PART_ZH}`,
    'gu',
  ),
  ja: new RegExp(
    `(?<![昨今明毎の]|日の?|曜の?|から)${PART_JA}(?=(?:と|より|か)${PART_JA}|(?:は|に|の(?:ほう|方)が)[^、。]{0,10}(?:多い|少ない))|(?<=${PART_JA}(?:と|より|か))${PART_JA}`,
    'gu',
  ),
};

/** What a question groups by, and the question without the words that say so. */
export interface ClockReading {
  readonly clock: ClockUnit | null;
  readonly rest: string;
}

/** @param text as `plainQuestion` gives it */
export function clockIn(text: string, language: QuestionLanguage): ClockReading {
  const blank = (words: string): string => ' '.repeat(words.length);
  const parts = PARTS_OF_DAY[language];
  if (parts && text.search(parts) >= 0) return { clock: 'hour', rest: text.replace(parts, blank) };
  const [clock, pattern] = WORDS[language].find(([, words]) => text.search(words) >= 0) ?? [null, null];
  return { clock, rest: pattern ? text.replace(pattern, blank) : text };
}

/** What comments are averaged over. */
export type AveragePer = 'day' | 'week' | 'month';

/** What says that a number is a mean; what else is averaged (stars, likes, lengths, moods) is not reckoned. */
const AVERAGE: Readonly<Record<QuestionLanguage, RegExp>> = {
  en: /\b(?:on (?:an )?average|(?:the )?(?:daily|weekly|monthly) (?:average|avg|mean)(?: (?:number|count|volume|amount)(?: of)?)?|average (?:daily|weekly|monthly)|(?:the )?(?:average|avg)(?: (?:number|count|volume|amount)(?: of)?)?|(?:the )?mean (?:number|count|volume|amount)(?: of)?|(?:(?:on|in) )?an? (?:normal|typical|usual|ordinary)(?= (?:day|week|month)))/giu,
  zh: /日均|周均|月均|平均(?:到|下来|来看|而言|来说)?/gu,
  ja: /平均(?:で|して|すると|的に)?/gu,
};
const PER: Readonly<Record<QuestionLanguage, readonly (readonly [AveragePer, RegExp])[]>> = {
  en: [
    ['day', /\b(?:per|a|an|each|every) (?:single )?day\b|\bdaily\b/giu],
    [
      'week',
      /\b(?:per|a|an|each|every) (?:single )?week\b|\bweekly\b|(?<=\b(?:normal|typical|usual|ordinary) )week\b/giu,
    ],
    [
      'month',
      /\b(?:per|a|an|each|every) (?:single )?month\b|\bmonthly\b|(?<=\b(?:normal|typical|usual|ordinary) )month\b/giu,
    ],
  ],
  zh: [
    ['day', /每(?:天|日)|日均|(?<=平均)(?:一|1)[天日]/gu],
    ['week', /每(?:个)?(?:周|星期|礼拜)|周均|(?<=平均)(?:一|1)(?:个)?(?:周|星期|礼拜)/gu],
    ['month', /每(?:个)?月|月均|(?<=平均)(?:一|1)个?月/gu],
  ],
  ja: [
    [
      'day',
      /(?<![月\d一二三四五六七八九十])(?:一|1)日(?=平均|の平均)|(?<![月\d一二三四五六七八九十])(?:一|1)日(?:あたり|当たり|に(?=平均|何|どれ))|日平均|毎日/gu,
    ],
    ['week', /(?:一|1)?週間?(?:あたり|当たり|(?=平均))|週平均/gu],
    ['month', /(?:一|1)[かヶ]月(?:あたり|当たり|(?=平均))|月平均/gu],
  ],
};
/** 一日あたり says by itself that a mean is meant. */
const EACH_JA = /(?:一|1)(?<unit>日|週間?|[かヶ]月)(?:あたり|当たり)/u;
const COMMENTS =
  /\b(?:comments?|reviews?|posts?|mentions?|complaints?|complain\w*|feedback|messages?|negatives?|positives?|praise)\b|评论|差评|好评|负面|正面|留言|吐槽|抱怨|投诉|反馈|提到|コメント|レビュー|投稿|口コミ|不満|苦情|ネガティブ|ポジティブ|好評|意見|声|件/iu;
const OF_SOMETHING_ELSE =
  /\b(?:stars?|ratings?|likes?|upvotes?|length|words|characters|mood|sentiment|net|score|age|price|reply|response|industry)\b|星|评分|点赞|字数|净情绪|口碑|情绪|年龄|行业|いいね|文字数|評価点|スコア|業界/iu;

/** What the numbers of a question are averaged over, and the question without the words that say so; null where nothing is averaged. */
export function averageIn(text: string, language: QuestionLanguage): { per: AveragePer; rest: string } | null {
  const said = text.search(AVERAGE[language]) >= 0 || (language === 'ja' && EACH_JA.test(text));
  if (!said || !COMMENTS.test(text) || OF_SOMETHING_ELSE.test(text)) return null;
  const [per = 'day', pattern] = PER[language].find(([, words]) => text.search(words) >= 0) ?? [];
  const blank = (words: string): string => ' '.repeat(words.length);
  // The unit first: 一日平均 is one where the word of the mean stands behind it.
  const rest = (pattern ? text.replace(pattern, blank) : text).replace(AVERAGE[language], blank);
  return { per, rest };
}
