import type { SampleSlice } from '../queries/theme-sample.query';

/** An interval and how many labelled comments lie in it. */
export interface CountedInterval {
  readonly from: Date;
  readonly to: Date;
  readonly n: number;
}

/** Into so many pieces an interval is cut, so that not only its first hours are read. */
const PIECES = 8;

/**
 * What is read of intervals so that each gives its share of `limit` comments: everything where all of them are no more.
 * A quiet night of a busy day gives fewer than it might, so that a sample can be somewhat smaller than its limit.
 */
export function sampleSlices(intervals: readonly CountedInterval[], limit: number): SampleSlice[] {
  const filled = intervals.filter(({ n }) => n > 0);
  const all = filled.reduce((sum, { n }) => sum + n, 0);
  if (all <= limit) return filled.map(({ from, to, n }) => ({ from, to, limit: n }));
  return filled.flatMap(({ from, to, n }) => {
    const wanted = (limit * n) / all;
    const width = (to.getTime() - from.getTime()) / PIECES;
    return Array.from({ length: PIECES }, (_, piece) => ({
      from: new Date(from.getTime() + piece * width),
      to: new Date(from.getTime() + (piece + 1) * width),
      limit: Math.max(1, Math.round(wanted / PIECES)),
    }));
  });
}
