import { type CommentKind, type Emotion, type Label, ownWords, type Probabilities } from '@moodline/comments/contract';
import type { Language } from '@moodline/shared/contract';
import { saidBeside, type LabelAnswer, type Said } from './label-answer';
import { calibrate, mostProbable, NO_CALIBRATION, type LanguageCalibration } from './calibration/calibration';
import { moodOfSigns, takeOutSigns } from './emoji-mood';
import { moodOfStars, moodOfWrittenStars } from './written-stars';

/** What is stored for a comment: a label with its probabilities, or the reason why there is none. */
export type LabelDecision =
  | {
      readonly label: Label;
      readonly probabilities: Probabilities;
      /** The label is the most probable one, but not by enough. */
      readonly unsure?: boolean;
      /** Where a head was asked that says it. */
      readonly emotion?: Said<Emotion>;
      readonly kind?: Said<CommentKind>;
    }
  | { readonly unscoredReason: UnscoredReason };

/**
 * Why a comment has no label. `no-words`: nothing but links, names, numbers and punctuation. `unsupported-language`: words, but
 * of no language that is labelled. `model-failed`: the model gave no usable number. `quotes-only`: nothing but the words of others.
 * `stars-only`: a review that has no text at all, where its stars are not known.
 */
export type UnscoredReason = 'no-words' | 'unsupported-language' | 'model-failed' | 'quotes-only' | 'stars-only';

/** Below this a label by rule is unsure. */
const RULE_UNSURE_BELOW = 0.5;

/** One sign of Chinese or Japanese is a word; elsewhere a word has two letters. */
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|\p{L}\p{M}*\p{L}/u;

/** Links, masked names and masked data say nothing. */
const withoutMarks = (text: string) =>
  text
    .replace(/(?:https?:\/\/|www\.)\S+/giu, ' ')
    .replace(/@…|\[(?:email|phone|id|card|account|ip|profile|address)\]/gu, ' ');

/** Whether words are left of a text when links, names, emoji and faces are gone: only then a model is asked. */
export const hasWords = (text: string): boolean => WORD.test(takeOutSigns(withoutMarks(text)).rest);

/**
 * What is settled without a model, by the written rules of docs/labels.md in their order: the words of others are not labelled, written
 * stars and points follow their table, emoji alone follow theirs, nothing to read stays unscored, and so does a language that the
 * model was not tuned on. A review without words follows its stars by the same table.
 * @returns null when the model is to be asked
 */
export function decideByRule(text: string, language: Language, stars: number | null = null): LabelDecision | null {
  if (!text.trim()) return stars === null ? { unscoredReason: 'stars-only' } : byRule(moodOfStars(stars));
  const own = ownWords(text);
  if (!own) return { unscoredReason: 'quotes-only' };
  const verdict = moodOfWrittenStars(withoutMarks(own));
  if (verdict) return byRule(verdict);
  const { rest, valences } = takeOutSigns(withoutMarks(own));
  if (WORD.test(rest)) return language === 'und' ? { unscoredReason: 'unsupported-language' } : null;
  const probabilities = moodOfSigns(valences);
  return probabilities ? byRule(probabilities) : { unscoredReason: 'no-words' };
}

function byRule(probabilities: Probabilities): LabelDecision {
  const label = mostProbable(probabilities);
  return { label, probabilities, unsure: probabilities[label] < RULE_UNSURE_BELOW };
}

/**
 * What the model reads of a comment: the author's own words without quotations; masked names say nothing about mood, and they pull towards neutral
 * (610 tweets to airlines: 0.728 right without them, 0.697 with).
 */
export const textForModel = (text: string): string => ownWords(text).replaceAll('@…', ' ').replace(/\s+/gu, ' ').trim();

/**
 * The most probable label after calibration; unsure when its probability lies in the band that the calibration gives up.
 * @param answer the model's; null when it failed on this text
 */
export function decide(answer: LabelAnswer | null, calibration: LanguageCalibration = NO_CALIBRATION): LabelDecision {
  if (!answer || answer.mood.length < 3 || !answer.mood.every(Number.isFinite))
    return { unscoredReason: 'model-failed' };
  const probabilities = calibrate(answer.mood, calibration);
  const label = mostProbable(probabilities);
  const unsure = probabilities[label] < calibration.unsureBelow;
  return { label, probabilities, unsure, ...saidBeside(answer, calibration) };
}
