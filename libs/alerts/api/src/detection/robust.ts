import type { Gauge } from './gauge';
import type { HourCounts } from './hour-series';

/** Makes the median absolute deviation of normal values their standard deviation (1 / Φ⁻¹(3/4)). */
const MAD_TO_SIGMA = 1.4826;

/** The middle of some numbers; of an even number of them the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** The value below which half of the weight is: a window of three comments says less than one of three hundred. */
export function weightedMedian(values: readonly (readonly [value: number, weight: number])[]): number {
  const sorted = [...values].sort(([a], [b]) => a - b);
  const half = sorted.reduce((sum, [, weight]) => sum + weight, 0) / 2;
  let sum = 0;
  return sorted.find(([, weight]) => (sum += weight) >= half)?.[0] ?? Number.NaN;
}

/** What is usual: the middle, and how many times as far as by chance the values lie around it. */
export interface Usual {
  readonly middle: number;
  /** 1 or more. */
  readonly spread: number;
}

/**
 * Median, and median absolute deviation, in units of chance, as a standard deviation. Up to half of the past may be outliers: crises of
 * the past raise neither.
 * Sources: Iglewicz and Hoaglin, How to Detect and Handle Outliers (ASQC 1993), chapter 3; in units of chance as for overdispersed
 * counts in McCullagh and Nelder, Generalized Linear Models (1989), 4.5.
 */
export function usualOf(past: readonly HourCounts[], gauge: Gauge): Usual {
  const halfway = weightedMedian(past.map((counts) => [gauge.scaled(counts), Math.max(1, gauge.n(counts))]));
  const middle = Math.max(halfway, gauge.leastUsual?.(past) ?? -Infinity);
  const off = past.map((counts) => Math.abs(gauge.scaled(counts) - middle) / gauge.chance(middle, counts));
  return { middle, spread: Math.max(1, MAD_TO_SIGMA * median(off)) };
}

/** How many standard deviations a number is from usual, in the bad direction. */
export const robustZ = (counts: HourCounts, { middle, spread }: Usual, gauge: Gauge): number =>
  (gauge.sign * (gauge.scaled(counts) - middle)) / (spread * gauge.chance(middle, counts));
