import { segmentStarts } from './segments';

const CERTAINTY = 1.96;

/**
 * The interval in which something began to be said more often: the largest rise between two stretches of one level each, with counts
 * as Poisson (a stretch of k intervals with c comments costs 2(c − c ln(c/k))). Null where no rise is more than chance.
 */
export function riseStart(counts: readonly number[]): number | null {
  const sums = counts.reduce<number[]>((all, count) => [...all, (all.at(-1) ?? 0) + count], [0]);
  const sum = (first: number, end: number) => (sums[end] ?? 0) - (sums[first] ?? 0);
  const starts = segmentStarts(
    (first, end) => {
      const count = sum(first, end);
      return count ? 2 * (count - count * Math.log(count / (end - first))) : 0;
    },
    {
      length: counts.length,
      penalty: 4 * Math.log(Math.max(2, counts.length)),
      isLongEnough: (first, end) => end - first >= 2,
    },
  );
  let best: number | null = null;
  let largest = 0;
  starts.slice(1).forEach((at, index) => {
    const [since, until] = [starts[index] ?? 0, starts[index + 2] ?? counts.length];
    const [before, now] = [sum(since, at) / (at - since), sum(at, until) / (until - at)];
    // Rates of Poisson counts: their standard errors are √(rate / intervals).
    const error = Math.sqrt(before / (at - since) + now / (until - at));
    if (now - before > largest && now - before > CERTAINTY * error) [best, largest] = [at, now - before];
  });
  return best;
}
