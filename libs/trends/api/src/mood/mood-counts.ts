import { LABELS } from '@moodline/shared/contract';
import type { MoodTotal } from '@moodline/trends/contract';

/** Comments by label. `unsure` is a part of the labelled ones; `unlabelled` are pending and unscored ones. */
export interface MoodCounts {
  readonly positive: number;
  readonly neutral: number;
  readonly negative: number;
  readonly unsure: number;
  readonly unlabelled: number;
}

export const NO_COUNTS: MoodCounts = { positive: 0, neutral: 0, negative: 0, unsure: 0, unlabelled: 0 };

export function addCounts(a: MoodCounts, b: MoodCounts): MoodCounts {
  return {
    positive: a.positive + b.positive,
    neutral: a.neutral + b.neutral,
    negative: a.negative + b.negative,
    unsure: a.unsure + b.unsure,
    unlabelled: a.unlabelled + b.unlabelled,
  };
}

/** Labelled comments. */
export const labelledCount = (counts: MoodCounts): number => LABELS.reduce((sum, label) => sum + counts[label], 0);

/** Net mood in points from −100 to 100, to one decimal; null where nothing is labelled. */
export function netMood(counts: MoodCounts): number | null {
  const n = labelledCount(counts);
  return n === 0 ? null : Math.round((1000 * (counts.positive - counts.negative)) / n) / 10 + 0;
}

export function toTotal(counts: MoodCounts): MoodTotal {
  const { positive, neutral, negative, unsure, unlabelled } = counts;
  return { n: labelledCount(counts), positive, neutral, negative, net: netMood(counts), unsure, unlabelled };
}
