import type { Intent, QuestionMeasure, TypedQuestion } from '@moodline/chat/contract';
import type { Label } from '@moodline/comments/contract';
import { IN_TOTAL } from './in-a-row';
import { asksForBoth, intentOf, isPart, MORE_OR_LESS } from './intent-of';
import { isPartOfLabel, ordersByMood } from './particular-intents';
import { saidLabels } from './scope/named-labels';
import { LEXICONS, type Understanding } from './understanding';
import { onlyMood } from './words/mood-words';
import type { RankedBy } from './words/lexicon';

/** What is wanted: the part of a typed question that is not scope and period. */
export interface Wanted extends Pick<TypedQuestion, 'intent' | 'measure' | 'by' | 'order' | 'number'> {
  readonly labels: readonly Label[];
}

/** What the words ask for; null where they tell no intent. */
export function wantedBy(read: Understanding): Wanted | null {
  const intent = intentOf(read);
  return intent && completed(intent, read);
}

/** An intent with what goes with it: its measure, what is put in an order, and the label it looks at. */
export function completed(asked: Intent, read: Understanding): Wanted {
  // "Praise for the bass, most liked first" is a list of comments, and no order of themes.
  const isOrderOfThemes = asked === 'complaints' || asked === 'praise' || (asked === 'ranking' && !read.by);
  const intent = read.order === 'liked' && isOrderOfThemes ? 'quotes' : asked;
  const by = byOf(intent, read);
  const labels = labelsOf(asked, read, by);
  const measure = measureOf(intent, { read, by, labels });
  const number = intent === 'count' || intent === 'share' ? null : read.number;
  return { intent, measure, by, order: orderOf(intent, measure, read), number, labels };
}

function byOf(intent: Intent, read: Understanding): RankedBy | null {
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
  { labels, text, language, intents }: Understanding,
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
    (intent === 'compare' && (volume || NOUNS.test(text))) ||
    (intent === 'ranking' && by !== 'theme');
  if (sided && !labels.length && intents.includes('complaints') !== intents.includes('praise'))
    return [intents.includes('complaints') ? 'negative' : 'positive'];
  // "How many were positive, neutral and negative?"
  const said = intent === 'count' || intent === 'share' ? saidLabels(text.replace(COMPARATIVE, '')) : [];
  if (said.length > 1) return said;
  const isOneSided = intents.includes('complaints') !== intents.includes('praise');
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

/** "App vs firmware complaints" are counted. */
const NOUNS =
  /\b(?:complaints|mentions|gripes)\b|\b(?:percentage|share|proportion|%) of (?:all )?(?:comments|reviews|posts)\b/iu;

/** "Which complaint has grown fastest?", "which topics got worse?" */
const GROWS =
  /\b(?:grow(?:s|ing|n)?|grew|growth|ris(?:es|en|ing)|rose|increas(?:es|ed|ing)|emerging|spik(?:ed|ing)|surg(?:ed|ing)|improv(?:es|ed|ing)|worsen(?:ed|ing)|fell|fallen|falling|drop(?:s|ped|ping)|declin(?:ed|ing)|shrank|shrinking|chang(?:ed|ing)|gaining|(?:got|gotten|getting) (?:better|worse|bigger|smaller|louder))\b/iu;

/** Whether the order of themes is by how much they changed. */
export const isGrowth = (intent: Intent, { language, text }: Pick<Understanding, 'language' | 'text'>): boolean =>
  language === 'en' && ['complaints', 'praise', 'ranking'].includes(intent) && GROWS.test(text);

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
      // "What share of comments is about the battery?"
      return isPart(read) && intents.includes('share') && (!labels.length || isPartOfLabel(read)) ? 'share' : 'count';
    case 'share':
    case 'quotes':
      return intent;
    case 'why':
    case 'effect':
      return 'change';
    case 'trend':
      return lexicon.moves.test(text) ? 'change' : 'net';
    case 'topic':
      return lexicon.exists.test(text) || intents.includes('count') ? 'count' : 'net';
    case 'compare':
    case 'ranking':
      // How large the part on a topic is, is told by its number.
      if (intents.includes('share') && (labels.length || intent === 'ranking' || !read.topics.length)) return 'share';
      if (intent === 'compare' && NOUNS.test(text)) return 'count';
      if (intent === 'ranking' && by !== 'theme' && !labels.length && ordersByMood(read)) return 'net';
      if (lexicon.volume.test(text) || intents.includes('count')) return 'count';
      // "When did complaints peak?": days with few comments have no telling share.
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

const WORSE = /\b(?:worse|worsen\w*|fell|fall\w*|drop\w*|declin\w*|shr[aiu]nk\w*|down)\b/iu;

const placeIn = (pattern: RegExp, text: string): number => pattern.exec(text)?.index ?? -1;
