import type { CommentKind, Emotion, Label } from '@moodline/comments/contract';
import type { LabelDecision } from './label-decision';

/** A label as it is stored. */
export interface StoredDecision {
  readonly label: Label;
  readonly positive: number;
  readonly neutral: number;
  readonly negative: number;
  readonly unsure: boolean;
  readonly emotion: Emotion | null;
  readonly emotionProbability: number | null;
  readonly kind: CommentKind | null;
  readonly kindProbability: number | null;
}

/** The decision that was stored as this label. */
export function storedDecision(row: StoredDecision): LabelDecision {
  const { label, positive, neutral, negative, unsure, emotion, emotionProbability, kind, kindProbability } = row;
  return {
    label,
    probabilities: { positive, neutral, negative },
    unsure,
    ...(emotion && emotionProbability !== null ? { emotion: { is: emotion, probability: emotionProbability } } : {}),
    ...(kind && kindProbability !== null ? { kind: { is: kind, probability: kindProbability } } : {}),
  };
}
