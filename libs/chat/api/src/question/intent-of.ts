import type { Intent } from '@moodline/chat/contract';
import { isClockUnit } from './clock-units';
import { movesInNumber } from './moved-number';
import { asksWhatMoved, asksWhatMoves } from './order-of-themes';
import { labelsSideBySide, particularIntent } from './particular-intents';
import { saidLabels } from './scope/named-labels';
import { LEXICONS, type Understanding } from './understanding';
import { onlyMood } from './words/mood-words';

const WHICH_IS_MORE =
  /\b(?:who|which|where|whose|do|does|did|is|are)\b.{0,40}\b(?:more|less|fewer|higher|lower|better|worse|happier|angrier)\b|(?:谁|哪个|哪边|哪家|哪一个|哪里|哪儿).{0,14}(?:更|比较|较)|更.{1,6}的是(?:谁|哪)|どちら|どっち/iu;
const WHICH = /\b(?:who|who's|which|where)\b|谁|哪|どこ|どれ|どっち|どちら/iu;
/** Asks for a number, whatever else it says: "how many examples are there". */
const HOW_MANY = /\bhow many\b|多少(?:条|个|人)|有几[条个]|何件(?:あり|です|[?？])/iu;

const WHETHER = /^(?:so |and |well,? )?(?:did|has|have|is|are|was|were|do|does)\b/iu;
const SOLVED = /\b(?:go|goes|gone|went|going) away\b|\bdisappear(?:ed)?\b|\b(?:fixed|solved|resolved|sorted)\b/iu;
/** Two times are held against each other. */
const AGAINST = /\b(?:more|less|fewer|better|worse|or|than|vs|versus|compared?|against)\b|比|还是|更|より|と比べ/iu;
/** "What's going on with the hinge?" */
const GOING_ON = /\b(?:going on|happening|new) (?:with|about|around|on|at|in)\b/iu;

/** Whether there is more or less of something than there was. */
export const MORE_OR_LESS = /\b(?:more|less|fewer)\b.{0,20}\b(?:or|than|compared|now)\b|多了|少了|変わった|増え|減っ/iu;

/** One of the days, and not all of them. */
const SUPERLATIVE =
  /\b(?:most|fewest|busiest|quietest|highest|lowest|which|peak)\b|最|哪一?个?(?:天|周|星期|月)|一番|最も|どの[日週月]|何[日週月]/iu;

/** Whether a number for each day, week or month is asked for, and not the best one of them. */
function listsTimes({ per, intents, text, language }: Understanding): boolean {
  const { good, bad } = LEXICONS[language];
  return per !== null && !intents.includes('why') && ![good, bad, SUPERLATIVE].some((one) => one.test(text));
}

/** When something was said for the first time. */
const BEGAN =
  /\b(?:when|since when) (?:did|do|have|has|was|were|are)\b.{1,50}\b(?:first|start(?:ed|ing)?|begin|began|begun)\b|\bsince when\b|(?:什么时候|啥时候|哪一?天|何时|几号)(?:起|开始)|いつ(?:頃|ごろ|ころ)?から/iu;

const MORE_OF =
  /哪(?:个|种|边|一个)(?:的)?(?:人|评论)?(?:更|比较)?多|谁(?:更)?多|比.{1,6}多|どっち|どちら|より.{0,4}多|\b(?:more|fewer|which|than)\b.*\b(?:or|than|and)\b/iu;
const emotionsSideBySide = ({ text, topics, sources }: Understanding): boolean =>
  MORE_OF.test(text) && topics.length < 2 && sources.length < 2;

const WORSE_ZH =
  '(?:变差|变糟|变坏|变烂|差起来|变得?更?(?:差|糟|坏)|恶化|下滑|下降|下跌|往下|走低|滑坡|跌|崩|翻车|垮|转差|转负|严重|(?<!不)不行)';
const BETTER_ZH = '(?:变好|好转|回升|好起来|好了起来|回暖|改善|恢复|转好|转正|涨|往上|走高)';
const WORSE_JA = '(?:悪く|悪化|ひどく|荒れ|落ち|下が|低下|炎上|崩れ)';
const BETTER_JA = '(?:良く|よく|回復|持ち直|改善|好転|上が|変わ)';
const TURNED_EN =
  '(?:(?:get|got|getting|become|became|becoming|turn(?:ed|ing)?|go|went|gone|going) (?:\\w+ )?(?:worse|bad|sour|negative|south|downhill|better|positive)|(?:start(?:ed)?|begin|began|begun) (?:to )?(?:get|getting|go|going|fall|falling|drop|dropping|decline|declining|slide|sliding|worsen|worsening|improv\\w+|recover\\w*|ris\\w+)|worsen(?:ed)?|turn(?:ed)?|sour(?:ed)?|improved?|recover(?:ed)?)';
/** Since when something is worse or better than it was. "On which day did it fall most?" wants one day of all. */
const SINCE_WHEN: Readonly<Record<Understanding['language'], RegExp>> = {
  en: new RegExp(
    `\\b(?:since when|when (?:did|has|have)|when was it that|from when)\\b.{1,40}\\b${TURNED_EN}\\b(?! (?:most|the most))`,
    'iu',
  ),
  zh: new RegExp(
    `(?:什么时候|啥时候|何时|哪一?天|几号|多久前|哪一?周)(?:起|开始)?(?!.{0,8}最).{0,6}(?:${WORSE_ZH}|${BETTER_ZH})(?!.{0,3}(?:最|得最|幅度))`,
    'u',
  ),
  ja: new RegExp(
    `いつ(?:頃|ごろ|ころ)?(?:から|を境に|に)?(?![^、。]{0,10}(?:一番|最も)).{0,6}(?:${WORSE_JA}|${BETTER_JA})`,
    'u',
  ),
};

/** Whether it is asked since when the mood has another level. */
export const asksSinceWhen = ({
  text,
  language,
  intents,
}: Pick<Understanding, 'text' | 'language' | 'intents'>): boolean =>
  SINCE_WHEN[language].test(text) && !intents.includes('why') && !OF_NUMBERS.test(text);
/** What moves is how many there are. */
const OF_NUMBERS =
  /\b(?:comments?|posts?|mentions?|volume|reviews?)\b|评论数|声量|(?:评论|留言|讨论|声音)(?:数|量)?(?:变|多|少|涨|跌|下|上)|コメント数|件数|(?:コメント|投稿)(?:数)?(?:が|は)/iu;

/** 道歉之后评论少了吗: whether there are more comments a day than before something happened. */
export const countsAround = ({ event, language, text }: Pick<Understanding, 'event' | 'language' | 'text'>): boolean =>
  language !== 'en' && event !== null && event.side !== 'before' && movesInNumber(text, language);

/** The intent that the words of a question tell; null where none does. */
export function intentOf(read: Understanding): Intent | null {
  const { intents, text, topics, event } = read;
  const has = (intent: Intent) => intents.includes(intent);
  const [first] = intents;
  // What people wish for or ask is told as such, or counted.
  if (read.kinds.length) return has('count') ? 'count' : has('share') ? 'share' : has('quotes') ? 'quotes' : 'topic';
  // 难过的和生气的哪个多: a number for each.
  if (read.emotions.length > 1 && emotionsSideBySide(read)) return 'count';
  if (read.partOfChange) return 'why';
  if (asksSinceWhen(read)) return 'trend';
  // "When did people first complain about the battery?": the first comment has the day.
  if (BEGAN.test(text) && (topics.length || read.theme) && !has('why')) return 'quotes';
  const versus = labelsSideBySide(read);
  if (versus) return versus;
  if (listsTimes(read)) return has('share') ? 'share' : has('trend') && !has('count') ? 'trend' : 'count';
  // "Has the connection trouble gone away since 2.4.1?"
  if (event?.side === 'after' && SOLVED.test(text) && WHETHER.test(text)) return 'effect';
  if (asksWhatMoved(read) && !has('count') && !has('share') && !has('quotes') && !has('why')) return 'ranking';
  if (!first) return asksWhatMoves(read) ? 'ranking' : null;
  if (['help', 'alert', 'report', 'fix'].includes(first)) return first;
  if (countsAround(read) && first === 'effect') return 'compare';
  if (event?.side === 'around' || (first === 'effect' && (event || topics.length))) return 'effect';
  // "Do people praise it or complain?" asks for both.
  if (has('praise') && has('complaints') && /\bor\b|还是|それとも|か、?(?:不満|批判)/iu.test(text))
    return topics.length ? 'topic' : 'trend';
  // "What do people praise and complain about?" wants both sides.
  if (asksForBoth(read) && !intents.some((intent) => NUMBERS.includes(intent)))
    return topics.length ? 'topic' : 'summary';
  const open = intents.filter((intent) => intent !== 'effect');
  const next = open[0] ?? 'trend';
  return (
    reasonOf(next, read) ??
    particularIntent(read, next) ??
    numberOf(next, read) ??
    sidesOf(next, read) ??
    moodOf(next, read) ??
    restOf(next, read)
  );
}

const NUMBERS: readonly Intent[] = ['count', 'share', 'quotes', 'compare', 'why', 'ranking'];
const PRAISE =
  /\bprais\w*|\blik(?:e[ds]?|ing)\b|\blov(?:e[ds]?|ing)\b|\bcompliment\w*|夸|好评|称赞|表扬|喜欢|褒め|好評|良い(?:点|ところ)/iu;
const BLAME =
  /\bcomplain\w*|\bhat(?:e[ds]?|ing)\b|\bdislik\w*|\bcriti\w*|骂|差评|吐槽|抱怨|讨厌|不满|けな|悪い(?:点|ところ)/iu;
const AND = /\band\b|&|和|与|跟|又|也|同时|分别|各|と|それぞれ/iu;

/** Whether praise and complaints are asked for in one, and not one against the other. */
export function asksForBoth({
  text,
  language,
  intents,
}: Pick<Understanding, 'text' | 'language' | 'intents'>): boolean {
  const both = intents.includes('praise') && intents.includes('complaints');
  return (
    (both || (PRAISE.test(text) && BLAME.test(text))) &&
    AND.test(text) &&
    !LEXICONS[language].moves.test(text) &&
    !/\bor\b|还是|それとも|\b(?:which|than)\b|比|より/iu.test(text) &&
    PRAISE.test(text) &&
    BLAME.test(text)
  );
}

/** The day, and what there was on it. */
export const DAY_FIRST =
  /\band why\b|\b(?:day|week|month)\b.{0,40}\band what (?:happened|went wrong|was (?:it|going on|behind it))\b/iu;

/** What asks for reasons. */
function reasonOf(next: Intent, read: Understanding): Intent | null {
  const { intents, text, stars } = read;
  if (next !== 'why') return null;
  if (intents.includes('summary') && /\bgist\b|\bsummar|\boverview\b|总结|概括|概述|要約|まとめ/iu.test(text))
    return 'summary';
  // "The busiest day of October and why": the day first.
  if (read.language === 'en' && intents.includes('ranking') && DAY_FIRST.test(text)) return 'ranking';
  // The reasons of a rating are what it complains about.
  if (stars.length && /\breasons?\b|原因|理由/iu.test(text)) return 'complaints';
  return particularIntent(read, next) ?? 'why';
}

/** What asks for a number, or for how one moved. */
function numberOf(next: Intent, read: Understanding): Intent | null {
  const { intents, language, text, topics } = read;
  const has = (intent: Intent) => intents.includes(intent);
  const isNumber = next === 'count' || next === 'share';
  // 退款的声量有没有减少: its number now against that before.
  if (NUMBER_MOVED.test(text) && !read.compared && read.periods.length < 2 && !read.event && sidesIn(read) < 2)
    return 'compare';
  if (
    next === 'count' &&
    has('trend') &&
    /净情绪|\bnet (?:mood|score|sentiment)\b|ネットスコア|純感情|感情スコア/iu.test(text)
  )
    return 'trend';
  // "Has the number of complaints gone down?" asks how it moves.
  if (isNumber && WHETHER.test(text) && LEXICONS[language].moves.test(text) && !topics.length) return 'trend';
  if (next === 'count' && read.periods.length === 1 && !topics.length && STILL_MANY.test(text)) return 'compare';
  if (next === 'quotes' && has('count') && HOW_MANY.test(text)) return 'count';
  if (next === 'quotes' && has('share') && read.number === null) return 'share';
  // Which part of all comments speaks of something: told by their number.
  if (
    next === 'share' &&
    isPart(read) &&
    !SPLIT_OF_MOODS.test(text) &&
    sidesIn(read) < 2 &&
    !saidLabels(text).length &&
    !onlyMood(text, language)
  )
    return 'count';
  return null;
}

/** Whether a number of comments grew or fell. */
const NUMBER_MOVED =
  /(?:评论数|声量|评论量|数量|条数|讨论量)(?:数|量)?(?:有没有|有无|是不是|是否|在)?(?:变)?(?:减少|增加|下降|上升|上涨|多了|少了|变多|变少|降|涨)[^,，。多几]{0,4}(?:吗|么|没有?|不)?[?？]?$|(?:コメント数|件数|投稿数)(?:は|が|も|って)?(?:減|増え)[^、。]{0,6}[?？]$/u;

/** 热度还在吗: whether there are as many as before. */
const STILL_MANY =
  /(?:评论数|声量|讨论)(?:量|数)?(?:还|是不是|有没有)?(?:在|高|降|下降|涨|上涨|掉|多|少|回落)[^,，。]{0,3}(?:吗|么|没有?|不)[?？]?$|(?:コメント数|件数|盛り上がり|話題)(?:は|も)?(?:まだ)?(?:続い|落ち着|減っ|増え)[^、。]{0,6}[?？]$/u;

/** "Positive, neutral and negative": how all comments fall apart into them. */
const SPLIT_OF_MOODS = /\b(?:split|distribution|mix|composition|breakdown)\b|分布|构成|内訳/iu;

/** Whether comments are narrowed to some of which the share may be asked: those on a topic, of one source, in one language. */
export const isPart = ({ topics, sources, languages, language }: Understanding): boolean =>
  topics.length > 0 || (language === 'en' && (sources.length === 1 || languages.length === 1));

/** Sources, languages or topics that are held against each other. */
const sidesIn = ({ sources, languages, topics }: Understanding): number =>
  Math.max(sources.length, languages.length, topics[1]?.listed ? topics.length : 0);

/** "Who complains more, Chinese or Japanese users?" */
function sidesOf(next: Intent, read: Understanding): Intent | null {
  const { text, topics, periods } = read;
  if (sidesIn(read) >= 2 && (WHICH_IS_MORE.test(text) || WHICH.test(text))) return 'compare';
  if (topics.length >= 2 && topics[1]?.listed && /哪个|which|どちら|どっち/iu.test(text)) return 'compare';
  // "Did we get more praise on Thanksgiving or today?"
  const isMood = next === 'complaints' || next === 'praise' || next === 'topic';
  return isMood && periods.length >= 2 && AGAINST.test(text) ? 'compare' : null;
}

/** What asks how a mood is or moves, and not what it is about. */
function moodOf(next: Intent, { intents, language, text, topics, event }: Understanding): Intent | null {
  const lexicon = LEXICONS[language];
  // "Did complaints go up?" asks how they move, not what they are.
  if (
    (next === 'complaints' || next === 'praise') &&
    (lexicon.moves.test(text) || MORE_OR_LESS.test(text)) &&
    !/\b(?:what|which)\b|什么|啥|哪些|哪个|何|どんな|どの/iu.test(text)
  )
    return 'trend';
  if (event && intents.includes('trend') && WHETHER.test(text) && !intents.includes('count')) return 'effect';
  // "Are people happy with the warranty?" asks what they think of it.
  if (next === 'praise' && topics.length && /吗[?？]?$|[吗嘛][?？]|^(?:do|does|did|are|is)\b/iu.test(text))
    return 'topic';
  return null;
}

function restOf(next: Intent, read: Understanding): Intent {
  const { intents, language, text, topics, sources, periods } = read;
  const lexicon = LEXICONS[language];
  if (next === 'ranking') return ranked(read);
  const things = Math.max(sources.length, read.languages.length, periods.length, read.monitors.length);
  // What is said where one is compared with a competitor.
  if (next === 'compare' && things === 1 && read.monitors.length && intents.includes('topic') && !topics.length)
    return 'summary';
  if (next === 'compare') return compared(read, things);
  if (things >= 2 && (next === 'trend' || (next === 'topic' && !topics.length))) return 'compare';
  if (next === 'summary' && topics.length && GOING_ON.test(text)) return 'topic';
  if (
    intents.includes('complaints') &&
    topics.length &&
    lexicon.exists.test(text) &&
    next !== 'quotes' &&
    next !== 'count'
  )
    return 'topic';
  if (next === 'topic') return aboutTopic(read);
  // "How is the battery?" asks what is said; "how has the mood about the battery moved" how it went.
  const isMood = lexicon.moves.test(text) || /\bmoods?\b|\bsentiments?\b|情绪|感情|ムード/iu.test(text);
  return next === 'trend' && topics.length && !isMood ? 'topic' : next;
}

/** What is talked about so much more than before. */
const GREW_MOST =
  /(?:增长|增加|涨|上升|升温|变多|冒)得?(?:的)?最(?:快|多|猛|厉害)|最(?:近)?(?:新)?(?:增长|增加|升温|冒头)|(?:一番|最も)[^、。]{0,3}(?:伸び|増え|急増)/u;
/** Whether themes are put in an order by how much more is written about them. */
export const grewMost = ({ text, intents, by }: Pick<Understanding, 'text' | 'intents' | 'by'>): boolean =>
  GREW_MOST.test(text) && (by ?? 'theme') === 'theme' && intents.includes('ranking') && !intents.includes('complaints');

/** Themes that are complained about are complaints; two sources that are named are a comparison. */
function ranked(read: Understanding): Intent {
  if (isClockUnit(read.by)) return 'ranking';
  // "Where is the product worst?" asks for a part of it.
  const by = read.by === 'source' && /产品|商品|东西/u.test(read.text) ? 'theme' : (read.by ?? 'theme');
  if (read.sources.length >= 2 || read.languages.length >= 2 || read.periods.length >= 2) return 'compare';
  if (grewMost(read)) return 'why';
  if (by === 'theme' && (read.intents.includes('complaints') || read.labels.includes('negative'))) return 'complaints';
  if (by === 'theme' && (read.intents.includes('praise') || read.labels.includes('positive'))) return 'praise';
  if (by === 'theme' && read.topics.length && read.intents.includes('topic')) return 'topic';
  return 'ranking';
}

function compared(read: Understanding, things: number): Intent {
  if (isClockUnit(read.by)) return 'compare';
  const other = read.intents.find((intent) => !['compare', 'effect', 'topic', 'ranking'].includes(intent));
  // "Positive against negative comments" are two numbers.
  if (things < 2 && !read.by && !read.compared && saidLabels(read.text).length >= 2) return 'count';
  if (things >= 2 || read.compared || read.topics.length >= 2) return 'compare';
  if (read.by) return 'ranking';
  // "More complaints than usual", "worse than before": a movement.
  return other ?? (read.periods.length || read.earlier ? 'compare' : 'trend');
}

function aboutTopic(read: Understanding): Intent {
  if (read.topics.length) return 'topic';
  if (read.labels.includes('negative')) return 'complaints';
  if (read.labels.includes('positive')) return 'praise';
  return read.intents.includes('trend') || /\bfeel/i.test(read.text) ? 'trend' : 'summary';
}
