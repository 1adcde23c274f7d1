import type { Intent } from '@moodline/chat/contract';
import type { Label } from '@moodline/comments/contract';
import { completed } from '../intent-decision';
import type { Wanted } from '../wanted';
import { asksForBoth, DAY_FIRST } from '../intent-of';
import { asksWhatMoved } from '../order-of-themes';
import { isPartOfLabel } from '../particular-intents';
import type { Understanding } from '../understanding';
import type { LearnedIntent, LearnedQuestion } from './learned-question';

/** Where no rule tells what is wanted. */
const WITHOUT_RULE = 0.4;
/** Where the rules tell something else. Of written questions that no head had seen the rules were right in one of sixteen of these. */
const AGAINST_RULE = 0.45;
/** Nothing is declined on a guess. */
const DECLINES = 0.75;
/** Only comments with a mood are counted where it is hardly in doubt. */
const OF_MOOD = 0.8;
/** What the product itself is asked for, and what has words of its own. */
const ONLY_RULES: readonly Intent[] = ['alert', 'report', 'help'];
const OF_A_MOOD: readonly Intent[] = ['count', 'share', 'quotes', 'ranking', 'trend', 'topic'];

/** What a question wants by the rules and by what was learned; null where neither tells. @param own what the rules tell */
export function decided(read: Understanding, own: Wanted | null, { intents, moods }: LearnedQuestion): Wanted | null {
  const [best] = intents;
  if (!best || (own && ONLY_RULES.includes(own.intent))) return own;
  const other = intentOf(best.option);
  const isSure = best.probability >= (own ? AGAINST_RULE : WITHOUT_RULE);
  const learned = other && other !== own?.intent && isSure ? completed(other, read) : null;
  const wanted = learned && !(own && (tellsLess(learned, own) || leavesOut(learned, own, read))) ? learned : own;
  const mood = moods[0];
  // What is angry is counted whatever its label.
  if (!wanted || wanted.labels.length || read.emotions.length || !mood?.option || mood.probability < OF_MOOD)
    return wanted;
  return ofOneMood(wanted) ? { ...wanted, labels: [mood.option satisfies Label] } : wanted;
}

/** What a question is declined for: none of comments, not known from them, or not said; null where it may be answered. */
export function learnedOutside(
  own: Wanted | null,
  { intents }: LearnedQuestion,
): 'other' | 'not-known' | 'unclear' | null {
  const [best] = intents;
  if (!best || best.probability < DECLINES || (own && ONLY_RULES.includes(own.intent))) return null;
  const { option } = best;
  return option === 'other' || option === 'not-known' || option === 'unclear' ? option : null;
}

const HOW_MANY = /多少[条次个人]|[有几]几?[条次](?!呢)|何[件回人]|いくつ|\bhow many\b/iu;
const LINE = /走势|趋势|曲线|推移|トレンド|\btrend\b/iu;

/** What is asked "by source" is told by source; and how large a part a topic is, is told by its number. */
const leavesOut = (learned: Wanted, own: Wanted, read: Understanding): boolean =>
  (own.intent === 'ranking' && isTimeUnit(own.by) && DAY_FIRST.test(read.text)) ||
  (own.measure === 'change' && own.by === 'theme' && asksWhatMoved(read)) ||
  // Reasons are no praise where nothing praises.
  (own.intent === 'why' && learned.intent === 'praise' && !read.intents.includes('praise')) ||
  // Of two times read as one each has its number already.
  (read.pooled !== null && own.by === read.pooled && learned.intent === 'compare') ||
  // Whether there are as many as before is told by their number.
  (own.intent === 'compare' &&
    own.measure === 'count' &&
    (['trend', 'topic', 'count'].includes(learned.intent) || (learned.intent === 'effect' && !read.event))) ||
  // What is said where one is held against a competitor.
  (own.intent === 'summary' && read.monitors.length === 1 && learned.intent === 'compare') ||
  (own.intent === 'compare' && own.measure === 'average' && learned.intent === 'effect') ||
  // 被提到多少次 is a number, and no order.
  (own.intent === 'count' && learned.intent === 'ranking' && learned.by === 'theme' && HOW_MANY.test(read.text)) ||
  // How it moved says more than what is said.
  (own.intent === 'trend' && learned.intent === 'topic' && LINE.test(read.text)) ||
  // Since when it is so.
  (own.intent === 'trend' && own.order === 'oldest') ||
  // Both sides are a summary.
  (own.intent === 'summary' && asksForBoth(read)) ||
  (own.by !== null && own.by === read.by && learned.by !== read.by && ['share', 'count'].includes(learned.intent)) ||
  // 差评里提到电池的占几成 is the part of the negative ones that is about it, and not of those about it the negative ones.
  (own.intent === 'count' && learned.intent === 'share' && isPartOfLabel(read)) ||
  // What grew is told by its number.
  (own.intent === 'why' && own.measure === 'count' && learned.intent === 'ranking') ||
  // Emotions side by side are counted.
  (own.intent === 'count' && read.emotions.length > 1) ||
  (own.intent === 'count' && learned.intent === 'share' && !read.labels.length && !own.labels.length);

/** An order of themes says less than what is complained about, praised, or said of a topic; how the mood moves less than a share that is asked for, or than all about a topic. */
const tellsLess = (learned: Wanted, own: Wanted): boolean =>
  learned.intent === 'ranking'
    ? learned.by === 'theme' && ['complaints', 'praise', 'topic', 'fix'].includes(own.intent)
    : learned.intent === 'trend' && !learned.by && ['share', 'topic'].includes(own.intent);

const isTimeUnit = (by: Wanted['by']): boolean => by === 'day' || by === 'week' || by === 'month';

const ofOneMood = ({ intent, by, measure, order }: Wanted): boolean =>
  OF_A_MOOD.includes(intent) && order !== 'oldest' && !(intent === 'ranking' && (by === 'theme' || measure === 'net'));

function intentOf(option: LearnedIntent): Intent | null {
  if (option === 'not-known' || option === 'unclear' || option === 'other') return null;
  return ONLY_RULES.includes(option) ? null : option;
}
