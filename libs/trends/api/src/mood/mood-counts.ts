import { LABELS } from '@moodline/comments/contract';
import { netInterval, type MoodPoint, type MoodTotal } from '@moodline/trends/contract';

/** Comments by label. `unsure` is a part of the labelled ones; `unlabelled` are pending and unscored ones. */
export interface MoodCounts {
  readonly positive: number;
  readonly neutral: number;
  readonly negative: number;
  readonly unsure: number;
  readonly unlabelled: number;
  /** Sums of probabilities of the labelled ones, per mille */
  readonly positiveSum: number;
  readonly negativeSum: number;
}

export const NO_COUNTS: MoodCounts = {
  positive: 0,
  neutral: 0,
  negative: 0,
  unsure: 0,
  unlabelled: 0,
  positiveSum: 0,
  negativeSum: 0,
};

export function addCounts(a: MoodCounts, b: MoodCounts): MoodCounts {
  return {
    positive: a.positive + b.positive,
    neutral: a.neutral + b.neutral,
    negative: a.negative + b.negative,
    unsure: a.unsure + b.unsure,
    unlabelled: a.unlabelled + b.unlabelled,
    positiveSum: a.positiveSum + b.positiveSum,
    negativeSum: a.negativeSum + b.negativeSum,
  };
}

/** Labelled comments. */
export const labelledCount = (counts: MoodCounts): number => LABELS.reduce((sum, label) => sum + counts[label], 0);

/** Net mood in points from −100 to 100, to one decimal; null where nothing is labelled. */
export function netMood(counts: MoodCounts): number | null {
  const n = labelledCount(counts);
  return n === 0 ? null : Math.round((1000 * (counts.positive - counts.negative)) / n) / 10 + 0;
}

/** The counts of an interval or a period, with how sure its net mood is. */
export function toFigures(counts: MoodCounts): Omit<MoodPoint, 'start'> {
  const { positive, neutral, negative, positiveSum, negativeSum } = counts;
  const n = labelledCount(counts);
  const expected = { positive: positiveSum / 1000, negative: negativeSum / 1000 };
  const interval = netInterval({ n, positive, negative, expected });
  const differs = expected.positive !== positive || expected.negative !== negative;
  const net = netMood(counts);
  return { n, positive, neutral, negative, net, ...(interval && { interval }), ...(differs && { expected }) };
}

export function toTotal(counts: MoodCounts): MoodTotal {
  const { unsure, unlabelled } = counts;
  return { ...toFigures(counts), unsure, unlabelled };
}
