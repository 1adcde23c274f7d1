/** How often two ways are right on the same rows. */
export interface Comparison {
  readonly n: number;
  /** Rows on which each way is right. */
  readonly before: number;
  readonly after: number;
  /** Rows on which only the way after is right, and rows on which only the way before was. */
  readonly gained: number;
  readonly lost: number;
  /** How probable so large a difference is when both ways are equally good; 1 where there is none. */
  readonly chance: number;
}

/** Compares two ways row by row. @param rows whether each way is right on a row */
export function compare(rows: readonly { readonly before: boolean; readonly after: boolean }[]): Comparison {
  const count = (matches: (row: { before: boolean; after: boolean }) => boolean) => rows.filter(matches).length;
  const gained = count(({ before, after }) => after && !before);
  const lost = count(({ before, after }) => before && !after);
  return {
    n: rows.length,
    before: count(({ before }) => before),
    after: count(({ after }) => after),
    gained,
    lost,
    chance: chanceOfDifference(gained, lost),
  };
}

/**
 * The exact two-sided test of McNemar: among rows on which two ways differ, each is as often the right one when both are equally good.
 * Source: Q. McNemar, Psychometrika 12 (1947); exact form by the binomial distribution with p = 1/2.
 */
export function chanceOfDifference(gained: number, lost: number): number {
  const differing = gained + lost;
  const fewer = Math.min(gained, lost);
  // Binomial coefficients times 2^-n, by logarithms: n may be some thousands.
  let logTerm = -differing * Math.LN2;
  let tail = 0;
  for (let count = 0; count <= fewer; count++) {
    tail += Math.exp(logTerm);
    logTerm += Math.log((differing - count) / (count + 1));
  }
  return Math.min(1, 2 * tail);
}
