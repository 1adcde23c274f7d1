import type { Intent } from '@moodline/chat/contract';
import type { Label } from '@moodline/comments/contract';
import type { Wanted } from './wanted';
import type { QuestionLanguage } from './question-language';
import { isOfItsOwn } from './scope/named-emotions';
import { LEXICONS, type Understanding } from './understanding';
import { onlyMood } from './words/mood-words';

type Words = Readonly<Record<QuestionLanguage, RegExp>>;

const MOOD_EN = '(?:negativ\\w*|positiv\\w*|complaints?|praise|approval|unhappy|happy|bad|good|critical)';
const SHARE_EN = '(?:share|rate|ratio|percent(?:age)?|proportion|fraction|pct|%)';

/** How large the part with a mood is within each theme, and not how many such comments it has. */
const BY_SHARE: Words = {
  en: new RegExp(
    `\\b${MOOD_EN} (?:comments? |reviews? |feedback |sentiment )?${SHARE_EN}(?!\\w)|(?<!\\w)${SHARE_EN} (?:of )?(?:the |its |their )?${MOOD_EN}\\b|\\b(?:proportionally|relatively|percentage-?wise|per comment|in relative terms|relative to (?:its|their) (?:size|volume))\\b`,
    'iu',
  ),
  zh: /(?:负面|差评|好评|正面|抱怨|投诉|吐槽)(?:评论)?的?(?:占比|比例|比率|百分比|比重|率)/u,
  ja: /(?:ネガティブ|ポジティブ|不満|苦情|好評|否定的|肯定的)(?:な)?(?:コメント|声|意見)?(?:の)?(?:割合|比率|率)/u,
};

/** Things that are put in an order, and the end of it that is asked for. */
const WHICH: Words = {
  en: /\b(?:which|what|top|bottom|rank\w*|list|order\w*|sort\w*)\b|\b(?:most|least|highest|lowest|worst|best|biggest|smallest|largest)\b|\bby\b/iu,
  zh: /哪|什么|啥|排|最|前[\d一二三四五六七八九十]/u,
  ja: /どの|どれ|何|一番|最も|いちばん|順|ランキング|トップ|ワースト/u,
};
const LEAST: Words = {
  en: /\b(?:least|fewest|lowest|smallest|bottom)\b/iu,
  zh: /最(?:少|低|小)/u,
  ja: /(?:一番|最も|もっとも|いちばん)[^、。]{0,8}?(?:少な|低|小さ)/u,
};
const MOVING: readonly Intent[] = ['complaints', 'praise', 'ranking', 'why', 'summary', 'topic', 'trend'];
const MOVES_PEOPLE: Words = {
  en: /\b(?:what|why|which)\b/iu,
  zh: /什么|啥|为何|哪/u,
  ja: /何|なぜ|どうして|なんで|どの|どんな/u,
};

/** "From most loved to least loved": by how people feel, whichever words say it. */
const FROM_END_TO_END =
  /\bfrom (?:the )?(?<first>most|least|best|worst|highest|lowest)\b.{0,24}?\bto (?:the )?(?:most|least|best|worst|highest|lowest)\b/iu;
const BAD_EN = /\b(?:hated|disliked|negative|criticised|criticized|complained|annoying|painful)\b/iu;

/** "The themes that got worse": those that moved are put in an order by how far. */
const MOVED: Words = {
  en: /\b(?:themes?|topics?|subjects?) (?:that |which )?(?:have |has |had )?(?:got|gotten|became|become|improv\w+|worsen\w+|gr[eo]w\w*|rose|risen|f[ae]ll\w*|dropp\w+|declin\w+|recover\w+|chang\w+)\b/iu,
  zh: /(?:哪些?|什么|啥)(?:个)?(?:话题|主题|方面)(?:的)?(?:口碑|情绪|评价)?.{0,6}(?:变差|变糟|变好|恶化|好转|改善|下滑|回升|进步|退步)/u,
  ja: /(?:悪化|改善|好転)した(?:話題|テーマ)|(?:悪く|良く|よく)なった(?:話題|テーマ)|(?:どの|どんな)(?:話題|テーマ)(?:が|は)[^、。]{0,6}(?:悪化|改善|好転|悪くな|良くな|よくな)/u,
};
export const asksWhatMoved = ({ text, language, topics, sources }: Understanding): boolean =>
  !topics.length && sources.length < 2 && MOVED[language].test(text);

/** "What makes people sad?": what those comments are about that have an emotion of its own. */
export const asksWhatMoves = ({ text, language, emotions, topics }: Understanding): boolean =>
  !topics.length && emotions.length > 0 && emotions.every(isOfItsOwn) && MOVES_PEOPLE[language].test(text);

/**
 * What an order of themes is by, where it is not by how many comments with a mood they have: by the share of these, by the other end of
 * the order, or by the mood. Null for any other question.
 */
export function orderOfThemes(read: Understanding, intent: Intent, by: Wanted['by']): Omit<Wanted, 'number'> | null {
  const { text, language, topics, emotions } = read;
  if (topics.length) return null;
  if (emotions.length)
    return MOVING.includes(intent) && asksWhatMoves(read)
      ? { intent: 'ranking', measure: 'count', by: 'theme', order: 'most', labels: [] }
      : null;
  if (by !== 'theme' || !['complaints', 'praise', 'ranking'].includes(intent)) return null;
  const ends = language === 'en' ? FROM_END_TO_END.exec(text)?.groups?.['first']?.toLowerCase() : undefined;
  if (ends) {
    const least = ['least', 'worst', 'lowest'].includes(ends);
    const bad = !['worst', 'lowest'].includes(ends) && BAD_EN.test(text);
    return { intent: 'ranking', measure: 'net', by, order: least !== bad ? 'least' : 'most', labels: [] };
  }
  const label = labelOf(read, intent);
  const least = LEAST[language].test(text);
  if (BY_SHARE[language].test(text) && WHICH[language].test(text))
    return { intent: 'ranking', measure: 'share', by, order: least ? 'least' : 'most', labels: [label] };
  return least && intent !== 'ranking'
    ? { intent: 'ranking', measure: 'count', by, order: 'least', labels: [label] }
    : null;
}

const labelOf = ({ text, language, labels }: Understanding, intent: Intent): Label => {
  const [said] = labels;
  if (intent === 'praise') return 'positive';
  if (intent === 'complaints') return 'negative';
  return said ?? onlyMood(text, language) ?? (LEXICONS[language].good.test(text) ? 'positive' : 'negative');
};
