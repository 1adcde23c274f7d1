import type { MoodTotal } from './mood';
import { CERTAINTY, expectedNet, netError, type NetCounts } from './net-interval';

/** Comments that are a part of the labelled ones. */
type Part = 'positive' | 'neutral' | 'negative' | 'unsure';

/** Under this many labelled comments, now or before, nothing is compared. */
export const ENOUGH_TO_COMPARE = 20;

/** A difference between two periods, in the measure of the numbers compared. */
export interface Change {
  readonly difference: number;
  /** Whether it is more than chance would bring. Only then it is called a change, anywhere. */
  readonly clear: boolean;
}

/**
 * Net mood now against before, in points as they are shown. Clear is what the labels' probabilities say as well, in the same direction and by
 * more than sampling and their own uncertainty would bring: see {@link netError}. @returns null where too few comments are labelled
 */
export function netChange(now: NetCounts, before: NetCounts): Change | null {
  if (tooFew(now, before)) return null;
  const exact = expectedNet(now) - expectedNet(before);
  const difference = Math.round(net(now)) - Math.round(net(before));
  const clear = exact * difference > 0 && isClear(exact, netError(now), netError(before));
  return { difference, clear };
}

/** A share of the labelled comments now against before, in percentage points as they are shown. @returns null where too few are labelled */
export function shareChange(part: Part, now: MoodTotal, before: MoodTotal): Change | null {
  if (tooFew(now, before)) return null;
  const [share, shareBefore] = [now, before].map((total) => (100 * (total[part] ?? 0)) / total.n) as [number, number];
  const difference = Math.round(share) - Math.round(shareBefore);
  const clear = difference !== 0 && isClear(share - shareBefore, shareError(part, now), shareError(part, before));
  return { difference, clear };
}

/**
 * How many comments came now against before, as a share of the number before. Counts are taken as Poisson: their square roots
 * differ by chance with a standard deviation of 1/2 each. @returns null where there was nothing before
 */
export function volumeChange(now: number, before: number): Change | null {
  if (before === 0) return null;
  const distance = Math.abs(Math.sqrt(now) - Math.sqrt(before));
  return { difference: now / before - 1, clear: now !== before && distance >= CERTAINTY * Math.SQRT1_2 };
}

const tooFew = (now: Pick<NetCounts, 'n'>, before: Pick<NetCounts, 'n'>) =>
  now.n < ENOUGH_TO_COMPARE || before.n < ENOUGH_TO_COMPARE;
const net = ({ n, positive, negative }: NetCounts) => (100 * (positive - negative)) / n;
const isClear = (difference: number, ...errors: number[]) => Math.abs(difference) >= CERTAINTY * Math.hypot(...errors);

function shareError(part: Part, total: MoodTotal): number {
  const share = ((total[part] ?? 0) + 2) / (total.n + 4);
  return 100 * Math.sqrt((share * (1 - share)) / (total.n + 4));
}
