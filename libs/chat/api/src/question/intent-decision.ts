import type { Intent, QuestionMeasure, TypedQuestion } from '@moodline/chat/contract';
import type { Label } from '@moodline/comments/contract';
import { isClockUnit } from './clock-units';
import { IN_TOTAL } from './in-a-row';
import { asksForBoth, asksSinceWhen, countsAround, grewMost, intentOf, isPart, MORE_OR_LESS } from './intent-of';
import { movesInNumber } from './moved-number';
import { asksWhatMoved, orderOfThemes } from './order-of-themes';
import { isPartOfLabel, ordersByMood } from './particular-intents';
import { labelsBeside } from './scope/named-emotions';
import { saidLabels } from './scope/named-labels';
import { LEXICONS, type Understanding } from './understanding';
import { onlyMood } from './words/mood-words';
import type { Wanted } from './wanted';
import type { RankedBy } from './words/lexicon';

/** What the words ask for; null where they tell no intent. */
export function wantedBy(read: Understanding): Wanted | null {
  const intent = intentOf(read);
  return intent && completed(intent, read);
}

/** An intent with what goes with it: its measure, what is put in an order, and the label it looks at. */
export function completed(asked: Intent, read: Understanding): Wanted {
  // "Praise for the bass, most liked first" is a list of comments, and no order of themes.
  const isOrderOfThemes = asked === 'complaints' || asked === 'praise' || (asked === 'ranking' && !read.by);
  const shown = read.order === 'liked' && isOrderOfThemes ? 'quotes' : asked;
  // "Which share of comments is angry?": the part that they are of all, told by their number.
  const several = Math.max(read.sources.length, read.languages.length) > 1;
  // "Who is angriest, Weibo or the forum?"
  const sided = shown === 'ranking' && !read.by && several && !read.topics.length ? 'compare' : shown;
  // "Are there any people who are scared?"
  const exists = sided === 'topic' && read.emotions.length > 0 && LEXICONS[read.language].exists.test(read.text);
  const counted = exists ? 'count' : sided;
  const intent = counted === 'share' && (read.emotions.length || read.kinds.length) ? 'count' : counted;
  const by = byOf(intent, read);
  const themes = orderOfThemes(read, intent, by);
  if (themes) return { ...themes, number: read.number };
  const found = labelsBeside(read.emotions, intent, labelsOf(asked, read, by));
  const ofEmotion = intent === 'ranking' && by !== 'theme' && read.emotions.length > 0 && MOST_OF_THOSE.test(read.text);
  if (ofEmotion) {
    const order = LEXICONS[read.language].least.test(read.text) ? 'least' : 'most';
    return { intent, measure: 'count', by, order, number: read.number, labels: [] };
  }
  const measure = measureOf(intent, { read, by, labels: found });
  // "The worst day" is an order of all comments by their mood.
  const labels = intent === 'ranking' && measure === 'net' ? [] : found;
  const number = intent === 'count' || intent === 'share' ? null : read.number;
  const order = intent === 'trend' && !labels.length && asksSinceWhen(read) ? 'oldest' : orderOf(intent, measure, read);
  return { intent, measure, by, order, number, labels };
}

/** 哪个平台生气的人最多: those with an emotion are counted. */
const MOST_OF_THOSE =
  /的(?:人|用户|评论|留言)(?:数)?(?:是)?最(?:多|少)|(?:人|ユーザー|コメント|声)(?:が|の)(?:一番|最も)?(?:多|少な)/u;

function byOf(intent: Intent, read: Understanding): RankedBy | null {
  if (isClockUnit(read.by) && (intent === 'ranking' || intent === 'compare')) return read.by;
  if (read.average && intent === 'count') return read.average;
  if (intent === 'ranking') return read.by ?? 'theme';
  if (intent === 'share' && read.by === 'monitor') return 'monitor';
  if (intent === 'compare') {
    if (read.sources.length >= 2) return 'source';
    if (read.languages.length >= 2) return 'language';
    if (read.monitors.length >= 2) return 'monitor';
    if (read.topics.length >= 2) return 'theme';
  }
  if (intent === 'fix' || intent === 'complaints' || intent === 'praise') return 'theme';
  if (intent === 'count' && OF_SOURCE[read.language].test(read.text) && read.sources.length === 1 && read.topics.length)
    return 'source';
  const each = read.per ?? (IN_TOTAL.test(read.text) ? null : read.pooled);
  return ['count', 'share', 'trend'].includes(intent) ? each : null;
}

/** "Which fraction of those about the battery came from Weibo?": the part that a source has of them. */
const OF_SOURCE: Readonly<Record<Understanding['language'], RegExp>> = {
  en: /\b(?:fraction|share|percent(?:age)?|proportion|part|%)\b.{0,24}\b(?:came|comes?|is|are|was|were|stems?|originates?)\b.{0,8}\b(?:from|on|posted on|written on)\b/iu,
  zh: /(?:里|中|当中|里面)[^,，。]{0,6}(?:来自|出自|发在)|(?:来自|出自)[^,，。]{1,12}(?:的)?(?:占|比例)/u,
  ja: /(?:のうち|の中で|中)[^、。]{0,20}(?:から|由来)(?:の|は)?(?:割合|何(?:%|割|パーセント))/u,
};

/** "More negative" is a direction of the mood. */
const COMPARATIVE =
  /\b(?:more|less|most|least|so|how|too|getting|turn(?:ed|ing)?|become|became|very) (?:negative|positive)\b|(?:更|最|越来越|比较|偏|很|多|变得?|转)(?:负面|正面)|より(?:ネガ|ポジ)ティブ/giu;

function labelsOf(
  intent: Intent,
  { labels, text, language, intents, order }: Understanding,
  by: RankedBy | null,
): readonly Label[] {
  if (intent === 'complaints') return ['negative'];
  if (intent === 'praise') return ['positive'];
  // "How many praised it, and how many complained?"
  if ((intent === 'count' || intent === 'share') && asksForBoth({ text, language, intents }))
    return ['negative', 'positive'];
  // 正面、中性、负面各占多少
  const several = intent === 'share' ? saidLabels(text) : [];
  if (several.length > 1) return several.length === 3 ? [] : several;
  // "Quotes of people who praise the sound", "on which day were most complaints?", "which gets more complaints?"
  const volume = LEXICONS[language].volume.test(text);
  const sided =
    intent === 'quotes' ||
    (intent === 'compare' && (volume || by === 'weekend' || NOUNS.test(text))) ||
    (intent === 'ranking' && by !== 'theme');
  // 点赞最高的三条: what is liked by readers praises nothing.
  const isLiked = order === 'liked' && !onlyMood(text, language);
  if (sided && !isLiked && !labels.length && intents.includes('complaints') !== intents.includes('praise'))
    return [intents.includes('complaints') ? 'negative' : 'positive'];
  // "Which of the two has more negative comments?"
  const one =
    intent === 'compare' && by && volume && !labels.length ? onlyMood(text.replace(COMPARATIVE, ''), language) : null;
  if (one) return [one];
  // "How many were positive, neutral and negative?"
  const said = intent === 'count' || intent === 'share' ? saidLabels(text.replace(COMPARATIVE, '')) : [];
  if (said.length > 1) return said;
  const isOneSided = intents.includes('complaints') !== intents.includes('praise');
  // "Does anyone mention it getting worse?"
  if (intent === 'topic' && !labels.length && LEXICONS[language].exists.test(text) && WORSENED.test(text))
    return ['negative'];
  if (intent === 'topic' && isOneSided && LEXICONS[language].exists.test(text))
    return [intents.includes('complaints') ? 'negative' : 'positive'];
  if (
    !labels.length &&
    (['count', 'share', 'quotes'].includes(intent) ||
      (intent === 'compare' && !by) ||
      (intent === 'trend' && MORE_OR_LESS.test(text)))
  ) {
    const mood = onlyMood(text, language) ?? (intent === 'quotes' ? moodOfOrder(text, language) : null);
    if (mood || intent === 'count' || intent === 'share' || intent === 'quotes')
      return mood ? [mood] : intent === 'share' ? saidLabels(text) : [];
  }
  if ((intent === 'trend' || (intent === 'compare' && !by)) && !labels.length) {
    const only = saidLabels(text.replace(COMPARATIVE, ''));
    if (only.length === 1) return only;
  }
  if (intent === 'trend' && !labels.length && intents.includes('complaints') !== intents.includes('praise'))
    return [intents.includes('complaints') ? 'negative' : 'positive'];
  return intent === 'fix' ? [] : labels;
}

const WORSENED =
  /\b(?:worse|worsen(?:ed|ing)|broke|broken|fail(?:s|ed|ing)?|stopped working|bad)\b|变差|变糟|变弱|变坏|不好用|悪くな|悪化|弱くな|壊れ/iu;

/** "App vs firmware complaints" are counted. */
const NOUNS =
  /\b(?:complaints|mentions|gripes)\b|\b(?:percentage|share|proportion|%) of (?:all )?(?:comments|reviews|posts)\b/iu;

/** "Do people like the bass?" asks how they feel about it, and not whether there is such a thing. */
const asksForFeeling = (text: string, labels: readonly Label[]): boolean =>
  !labels.length &&
  /^(?:so |and |but )?(?:do|does|did|are|is|were|have|has)\b(?!.{0,40}\b(?:any|anyone|anybody|anything|someone|somebody)\b).{1,40}\b(?:like|liked|enjoy|prefer|rate|trust|happy|satisfied|pleased|impressed|appreciate|recommend)\b/iu.test(
    text,
  );

/** Whether days or hours are told apart by how much is written, and not by how. */
const asksHowMany = (text: string): boolean =>
  /\b(?:comments?|reviews?|posts?|mentions?|feedback|busy|busier|busiest|quiet|quieter|quietest|volume|writ(?:e|es|ten))\b|评论|留言|声量|コメント|投稿|レビュー/iu.test(
    text,
  ) &&
  !/\b(?:mood|sentiment|net|worst|best|worse|better|negative|positive|happi\w*|angri\w*|nicer|kinder)\b|情绪|口碑|最差|最好|负面|正面|評判|感情|雰囲気|荒れ/iu.test(
    text,
  );

/** "Which complaint has grown fastest?", "which topics got worse?" */
const GROWS =
  /\b(?:grow(?:s|ing|n)?|grew|growth|ris(?:es|en|ing)|rose|increas(?:es|ed|ing)|emerging|spik(?:ed|ing)|surg(?:ed|ing)|improv(?:es|ed|ing)|worsen(?:ed|ing)|fell|fallen|falling|drop(?:s|ped|ping)|declin(?:ed|ing)|shrank|shrinking|chang(?:ed|ing)|gaining|(?:got|gotten|getting) (?:better|worse|bigger|smaller|louder)|new (?:complaints?|issues?|problems?|gripes?|topics?|themes?))\b/iu;

/** The same in Chinese and Japanese, where the direction stands beside "most". */
const GROWS_MOST =
  /(?:恶化|变差|变糟|下滑|下降|下跌|上升|上涨|增长|增加|变多|好转|变好|改善|进步|回升|变化|涨|跌|降|升)(?:得)?最(?:厉害|多|快|严重|明显|大|猛|狠)|最(?:恶化|变差)|(?:一番|最も|もっとも)(?:[^、。]{0,4})?(?:悪化|増え|伸び|減っ|改善|良くな|悪くな|変化|変わ)|(?:悪化|増加|改善|変化)(?:が|の)(?:一番|最も)|新(?:的|出现的|增的?)?(?:抱怨|吐槽|问题|话题|差评|槽点)|新しい(?:不満|問題|話題|苦情)/u;

/** Whether the order of themes is by how much they changed. */
export const isGrowth = (intent: Intent, { language, text }: Pick<Understanding, 'language' | 'text'>): boolean =>
  ['complaints', 'praise', 'ranking'].includes(intent) && (language === 'en' ? GROWS : GROWS_MOST).test(text);

/** "The happiest comment", "the angriest one". */
function moodOfOrder(text: string, language: Understanding['language']): Label | null {
  if (language !== 'en') return null;
  const { good, bad } = LEXICONS.en;
  return good.test(text) === bad.test(text) ? null : good.test(text) ? 'positive' : 'negative';
}

function measureOf(
  intent: Intent,
  { read, by, labels }: { read: Understanding; by: RankedBy | null; labels: readonly Label[] },
): QuestionMeasure {
  const { text, language, intents } = read;
  const lexicon = LEXICONS[language];
  switch (intent) {
    case 'count':
      if (read.average) return 'average';
      // "What share of comments is about the battery?"
      if ((read.emotions.length || read.kinds.length) && intents.includes('share')) return 'share';
      return isPart(read) && intents.includes('share') && (!labels.length || isPartOfLabel(read)) ? 'share' : 'count';
    case 'share':
    case 'quotes':
      return intent;
    case 'why':
      return read.partOfChange ? 'share' : grewMost(read) || movesInNumber(text, language) ? 'count' : 'change';
    case 'effect':
      return 'change';
    case 'trend':
      return lexicon.moves.test(text) ? 'change' : 'net';
    case 'topic':
      return (lexicon.exists.test(text) && !asksForFeeling(text, labels)) || intents.includes('count')
        ? 'count'
        : 'net';
    case 'compare':
    case 'ranking':
      if (intent === 'compare' && (read.average || countsAround(read))) return 'average';
      if (intent === 'ranking' && by === 'theme' && asksWhatMoved(read)) return 'change';
      // How large the part on a topic is, is told by its number.
      if (intents.includes('share') && (labels.length || intent === 'ranking' || !read.topics.length)) return 'share';
      if (intent === 'compare' && NOUNS.test(text)) return 'count';
      if (intent === 'ranking' && by !== 'theme' && !labels.length && ordersByMood(read)) return 'net';
      if (lexicon.volume.test(text) || intents.includes('count')) return 'count';
      // "When did complaints peak?": days with few comments have no telling share.
      if (
        isClockUnit(by) &&
        !intents.includes('share') &&
        (labels.length || (!read.emotions.length && asksHowMany(text)))
      )
        return 'count';
      if (language === 'en' && labels.length && (by === 'day' || by === 'week' || by === 'month')) return 'count';
      if (by === 'theme' && isGrowth(intent, read)) return 'change';
      if (by === 'theme' && intent === 'ranking')
        return lexicon.good.test(text) || lexicon.bad.test(text) ? 'net' : 'count';
      return labels.length ? 'share' : 'net';
    default:
      return isGrowth(intent, read) ? 'change' : 'list';
  }
}

function orderOf(
  intent: Intent,
  measure: QuestionMeasure,
  { text, language, order, vague }: Understanding,
): TypedQuestion['order'] {
  if (intent === 'quotes') return order ?? (vague ? 'newest' : null);
  if (intent === 'complaints' || intent === 'praise' || intent === 'fix') return 'most';
  if (intent !== 'ranking') return null;
  const { good, bad, least } = LEXICONS[language];
  // "From worst to best" begins with the worst.
  if (measure === 'change') return WORSE.test(text) ? 'least' : 'most';
  if (measure === 'net') {
    const [first, other] = [placeIn(good, text), placeIn(bad, text)];
    return first >= 0 && (other < 0 || first < other) ? 'most' : 'least';
  }
  return least.test(text) ? 'least' : 'most';
}

const WORSE =
  /\b(?:worse|worsen\w*|fell|fall\w*|drop\w*|declin\w*|shr[aiu]nk\w*|down)\b|恶化|变差|变糟|下滑|下降|下跌|跌|悪化|悪くな|下が|低下/iu;

const placeIn = (pattern: RegExp, text: string): number => pattern.exec(text)?.index ?? -1;
