import type { Intent } from '@moodline/chat/contract';
import type { QuestionLanguage } from './question-language';
import { LEXICONS, type Understanding } from './understanding';

/** Words that stand for something said before. */
const POINTING: Readonly<Record<QuestionLanguage, RegExp>> = {
  en: /\b(?:it|that one|this one|the other(?: one)?|the (?:old|new|previous|last|same|first|second) one|(?:best|worst) ones?|those|them|these|that|the same|that time|last time|back then)\b(?! (?:is|was|are|say|mention|people|customers|users|come|came|talk|complain|have|has))/iu,
  zh: /那个(?!月|周|星期|季度)|这个(?!月|周|星期|季度|问题)|那次|这次|上次|那件事|这件事|那边|那家|另一个|另外一个|它|其他的(?!评论|平台|渠道)|那时候?|前面那个|刚才|上面说的|那个口径|刚刚/u,
  ja: /(?:^|[\s、])(?:それ|あれ|これ|その|あの|そっち|あっち|もう一つ|別の|ほかの|他の)|前の(?:と|より|は)|もう(?:片方|一方)|片方|例の|あの時|さっき/u,
};

/** Us and what we sell: the whole of the comments. */
const OURS: Readonly<Record<QuestionLanguage, RegExp>> = {
  en: /\b(?:we|us|our|ours|things|everyone|everybody|people|folks|customers?|users?|brand|product|products|happening|going on|new)\b/iu,
  zh: /我们|咱们|产品|品牌|大家|公司|派波/u,
  ja: /うち|弊社|当社|私たち|製品|商品|ブランド|みんな|皆/u,
};

/** What asks for something by itself, without naming any comments. */
const WHOLE: readonly Intent[] = ['summary', 'complaints', 'praise', 'fix', 'quotes', 'help', 'alert', 'report'];

/** Whether a question has a word that stands for something said before. */
export const pointsBack = ({ text, language }: Understanding): boolean => POINTING[language].test(text);

/** Whether a question names anything: comments of some kind, a mood, a place, a time, a thing. */
export function isAnchored(read: Understanding, intent: Intent | null): boolean {
  const { sources, monitors, languages, labels, stars, topics, periods, places, event, theme, language, without } =
    read;
  const named = [sources, monitors, languages, stars, topics, periods, places].some(({ length }) => length > 0);
  const labelled = labels.length > 0 && !(pointsBack(read) && (isShort(read) || OF_THEM.test(read.text)));
  if (named || labelled || event || theme || read.either.length) return true;
  if ([without.sources, without.topics, without.languages].some(({ length }) => length > 0)) return true;
  if (intent === 'fix') return true;
  const own = LEXICONS[language].own.test(read.text) || OURS[language].test(read.text) || read.by !== null;
  if (POINTING[language].test(read.text)) return own && intent !== 'compare' && intent !== 'effect' && !isShort(read);
  if (intent === 'compare' || intent === 'effect') return read.compared !== null || read.by !== null;
  return own || (intent !== null && WHOLE.includes(intent)) || read.vague;
}

/** A part of comments that were named before. */
const OF_THEM = /\b(?:of|among|amongst) (?:those|these|them)\b/iu;

/** Hardly more than a word that points. */
const isShort = ({ text, language }: Understanding): boolean => text.length <= (language === 'en' ? 24 : 10);
