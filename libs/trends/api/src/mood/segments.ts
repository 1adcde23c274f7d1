/**
 * Cost of taking the intervals from `first` to before `end` as one stretch with one level: twice the negative logarithm of the
 * likelihood, up to a constant.
 */
export type SegmentCost = (first: number, end: number) => number;

export interface Segmenting {
  readonly length: number;
  /** What each further stretch costs: without it, every interval would be one of its own. */
  readonly penalty: number;
  /** Whether a stretch is long enough to be one. */
  readonly isLongEnough: (first: number, end: number) => boolean;
}

/**
 * Cuts a series into stretches of one level each: the beginnings of the stretches, the first one 0. Exact: optimal partitioning by
 * dynamic programming (Jackson et al., "An Algorithm for Optimal Partitioning of Data on an Interval", IEEE Signal Processing
 * Letters 12, 2005), which PELT (Killick, Fearnhead and Eckley, "Optimal Detection of Changepoints With a Linear Computational
 * Cost", Journal of the American Statistical Association 107, 2012) speeds up for series much longer than these of up to a few
 * hundred intervals.
 */
export function segmentStarts(cost: SegmentCost, { length, penalty, isLongEnough }: Segmenting): number[] {
  const best = [-penalty, ...Array.from({ length }, () => Infinity)];
  const last: number[] = new Array(length + 1).fill(0);
  for (let end = 1; end <= length; end++) {
    for (let first = 0; first < end; first++) {
      if (!isLongEnough(first, end)) continue;
      const total = (best[first] ?? Infinity) + cost(first, end) + penalty;
      if (total < (best[end] ?? Infinity)) [best[end], last[end]] = [total, first];
    }
  }
  if (best[length] === Infinity) return [0];
  const starts: number[] = [];
  for (let end = length; end > 0; end = last[end] ?? 0) starts.unshift(last[end] ?? 0);
  return starts;
}
