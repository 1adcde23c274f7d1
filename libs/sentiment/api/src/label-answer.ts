import { COMMENT_KINDS, EMOTIONS, type CommentKind, type Emotion } from '@moodline/comments/contract';
import { scaled, type LanguageCalibration } from './calibration/calibration';

/** What the model says of a text, before calibration. */
export interface LabelAnswer {
  /** In the order of `LABELS`. */
  readonly mood: readonly number[];
  /** In the order of `EMOTIONS` and `COMMENT_KINDS`, where heads were asked. */
  readonly emotion?: readonly number[];
  readonly kind?: readonly number[];
  /** How probable the tags are that were asked, in their order. */
  readonly tags?: readonly number[];
}

/** The most probable answer of a head, and how probable it is. */
export interface Said<Answer> {
  readonly is: Answer;
  readonly probability: number;
}

/** What the heads beside the mood say, calibrated. */
export function saidBeside(
  { emotion, kind }: LabelAnswer,
  { emotionTemperature = 1, kindTemperature = 1 }: LanguageCalibration,
): { emotion?: Said<Emotion>; kind?: Said<CommentKind> } {
  return {
    ...(emotion ? { emotion: mostSaid(EMOTIONS, scaled(emotion, emotionTemperature)) } : {}),
    ...(kind ? { kind: mostSaid(COMMENT_KINDS, scaled(kind, kindTemperature)) } : {}),
  };
}

function mostSaid<Answer>(options: readonly [Answer, ...Answer[]], probabilities: readonly number[]): Said<Answer> {
  const probability = Math.max(...probabilities);
  return { is: options[probabilities.indexOf(probability)] ?? options[0], probability };
}
