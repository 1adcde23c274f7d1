/** How often two ways are right on the same rows. */
export interface Comparison {
  readonly n: number;
  /** Rows on which each way is right. */
  readonly before: number;
  readonly after: number;
  /** Rows on which only the way after is right, and rows on which only the way before was. */
  readonly gained: number;
  readonly lost: number;
  /** How probable it is that the way after gains so much when both are equally good, see {@link chanceOfGain}; one half where they do not differ. */
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
    chance: chanceOfGain(gained, lost),
  };
}

/**
 * The one-sided mid-p test of McNemar: how probable at least so many gained rows are, among those on which two ways differ, when each is as
 * often the right one; rows with exactly as many gained count half. That as many are lost has the probability 1 minus this.
 * Source: M. W. Fagerland, S. Lydersen, P. Laake, The McNemar test for binary matched-pairs data: mid-p and asymptotic are better than
 * exact conditional, BMC Medical Research Methodology 13 (2013).
 */
export function chanceOfGain(gained: number, lost: number): number {
  const differing = gained + lost;
  // Binomial coefficients times 2^-n, by logarithms: n may be some thousands.
  let logTerm = -differing * Math.LN2;
  let tail = 0;
  for (let count = 0; count <= lost; count++) {
    tail += Math.exp(logTerm) * (count === lost ? 0.5 : 1);
    logTerm += Math.log((differing - count) / (count + 1));
  }
  return Math.min(1, tail);
}
