import type { MoodTotal } from './mood';

/** Under this many labelled comments, now or before, nothing is compared. */
export const ENOUGH_TO_COMPARE = 20;

/** A difference is told when chance alone would bring it in fewer than one of twenty cases (normal quantile of 97.5 %). */
const CERTAINTY = 1.96;

/** A difference between two periods, in the measure of the numbers compared. */
export interface Change {
  readonly difference: number;
  /** Whether it is more than chance would bring. Only then it is called a change, anywhere. */
  readonly clear: boolean;
}

type Counts = Pick<MoodTotal, 'n' | 'positive' | 'negative'>;

/** Standard error of a net mood in points: each comment counts +100, 0 or −100. Never zero, so that ten equal comments prove nothing. */
export function netError({ n, positive, negative }: Counts): number {
  if (n === 0) return Infinity;
  // Two imagined comments, one on each side (Agresti and Coull, 1998), keep small samples modest.
  const up = (positive + 1) / (n + 2);
  const down = (negative + 1) / (n + 2);
  return 100 * Math.sqrt((up + down - (up - down) ** 2) / (n + 2));
}

/** Net mood now against before, in points as they are shown. @returns null where too few comments are labelled */
export function netChange(now: Counts, before: Counts): Change | null {
  if (tooFew(now, before)) return null;
  const exact = net(now) - net(before);
  const difference = Math.round(net(now)) - Math.round(net(before));
  return { difference, clear: difference !== 0 && isClear(exact, netError(now), netError(before)) };
}

/** A share of the labelled comments now against before, in percentage points as they are shown. @returns null where too few are labelled */
export function shareChange(part: keyof MoodTotal, now: MoodTotal, before: MoodTotal): Change | null {
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

const tooFew = (now: Counts, before: Counts) => now.n < ENOUGH_TO_COMPARE || before.n < ENOUGH_TO_COMPARE;
const net = ({ n, positive, negative }: Counts) => (100 * (positive - negative)) / n;
const isClear = (difference: number, ...errors: number[]) => Math.abs(difference) >= CERTAINTY * Math.hypot(...errors);

function shareError(part: keyof MoodTotal, total: MoodTotal): number {
  const share = ((total[part] ?? 0) + 2) / (total.n + 4);
  return 100 * Math.sqrt((share * (1 - share)) / (total.n + 4));
}
