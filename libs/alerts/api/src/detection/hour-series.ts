/** Counts of one hour. */
export interface HourCounts {
  readonly positive: number;
  readonly neutral: number;
  readonly negative: number;
  /** Comments without a label: waiting, or unscored. */
  readonly unlabelled: number;
  /** Comments with stars, and the sums of their stars in tenths, as they are and squared. */
  readonly starred: number;
  readonly starSum: number;
  readonly starSquares: number;
}

/** An hour without comments. */
export const NO_COMMENTS: HourCounts = {
  ...{ positive: 0, neutral: 0, negative: 0, unlabelled: 0 },
  ...{ starred: 0, starSum: 0, starSquares: 0 },
};
const KEYS = Object.keys(NO_COMMENTS) as (keyof HourCounts)[];

export const HOUR_MS = 3_600_000;

/**
 * Counts of all hours of a time without a gap, added up from its beginning on, so that any window is two look-ups.
 * Hours are those of the buckets: those of the workspace's clock, also where that is half an hour off.
 */
export class HourSeries {
  private readonly sums: Record<keyof HourCounts, Float64Array>;

  /** @param start beginning of the first hour, in milliseconds */
  constructor(
    readonly start: number,
    hours: readonly HourCounts[],
  ) {
    this.length = hours.length;
    const summed = (key: keyof HourCounts) => {
      const sums = new Float64Array(hours.length + 1);
      hours.forEach((hour, index) => (sums[index + 1] = (sums[index] ?? 0) + hour[key]));
      return sums;
    };
    this.sums = Object.fromEntries(KEYS.map((key) => [key, summed(key)])) as Record<keyof HourCounts, Float64Array>;
  }

  readonly length: number;

  /** @param found hours that have comments @param end beginning of the first hour that is not part of it */
  static of(found: readonly (HourCounts & { readonly hour: Date })[], start: number, end: number): HourSeries {
    const hours = new Array<HourCounts>(Math.max(0, Math.round((end - start) / HOUR_MS))).fill(NO_COMMENTS);
    for (const { hour, ...counts } of found) {
      const index = Math.floor((hour.getTime() - start) / HOUR_MS);
      if (index >= 0 && index < hours.length) hours[index] = counts;
    }
    return new HourSeries(start, hours);
  }

  /** Counts of the `hours` hours that end with the hour `last`; null where the series does not reach back so far. */
  window(last: number, hours: number): HourCounts | null {
    const from = last + 1 - hours;
    if (from < 0 || last >= this.length) return null;
    const part = (key: keyof HourCounts) => (this.sums[key][last + 1] ?? 0) - (this.sums[key][from] ?? 0);
    return Object.fromEntries(KEYS.map((key) => [key, part(key)])) as unknown as HourCounts;
  }

  /** When the hour ends, in milliseconds. */
  endOf(index: number): number {
    return this.start + (index + 1) * HOUR_MS;
  }
}
