import type { EstimatedShare } from '@moodline/sentiment/contract';
import { countedShare } from './metrics';

/** Out of how many comments of a period some were drawn that were judged. Null: the period has no such end. */
export interface DrawingFrame {
  readonly of: number;
  readonly from: Date | null;
  readonly to: Date | null;
  readonly drawn: number;
}

/** A judged comment, and whether its label was right. */
export interface JudgedComment {
  readonly right: boolean;
  readonly drawn: boolean;
  readonly publishedAt: Date;
}

/**
 * The share of right labels among all comments, not only among the judged ones. What was judged for another reason than by drawing stands for
 * itself alone; each drawn comment stands for as many as the inverse of how often it was to be expected in the sample. Periods from which is
 * drawn may overlap: the expected number is the sum over all of them that hold the comment, of drawn by all. Ratio estimate, with an
 * interval for the effective number of drawn comments.
 * Sources: J. Hájek, Comment on "An essay on the logical foundations of survey sampling", 1971; D. G. Horvitz, D. J. Thompson, JASA 47 (1952);
 * overlapping frames: G. Kalton, D. W. Anderson, Sampling rare populations, JRSS A 149 (1986); effective number: L. Kish, Survey sampling, 1965.
 * @returns null where none was drawn
 */
export function estimatedShare(
  judged: readonly JudgedComment[],
  frames: readonly DrawingFrame[],
): EstimatedShare | null {
  const weighted = judged
    .filter(({ drawn }) => drawn)
    .map(({ right, publishedAt }) => ({ right, weight: 1 / expected(publishedAt, frames) }))
    .filter(({ weight }) => Number.isFinite(weight));
  if (!weighted.length) return null;
  const alone = judged.filter(({ drawn }) => !drawn);
  const total = sum(weighted.map(({ weight }) => weight));
  const right = sum(weighted.map((row) => (row.right ? row.weight : 0)));
  const effective = total ** 2 / sum(weighted.map(({ weight }) => weight ** 2));
  const share = countedShare((right / total) * effective, effective);
  const rightAlone = alone.filter((row) => row.right).length;
  const ofAll = (value: number | null) => ((value ?? 0) * total + rightAlone) / (total + alone.length);
  return {
    drawn: weighted.length,
    others: alone.length,
    value: ofAll(share.value),
    low: ofAll(share.low),
    high: ofAll(share.high),
  };
}

/** How often a comment was to be expected among the drawn ones. */
function expected(publishedAt: Date, frames: readonly DrawingFrame[]): number {
  const holding = frames.filter(
    ({ from, to }) => (from === null || from <= publishedAt) && (to === null || publishedAt < to),
  );
  return sum(holding.map(({ of, drawn }) => drawn / Math.max(of, drawn)));
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
