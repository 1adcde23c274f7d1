/**
 * Labelled comments: how many the labels say, and how many are to be expected by the labels' probabilities (their sums over the same
 * comments; absent where they are the counts).
 */
export interface NetCounts {
  readonly n: number;
  readonly positive: number;
  readonly negative: number;
  readonly expected?: { readonly positive: number; readonly negative: number } | undefined;
}

/** Where the net mood may lie, in points. */
export interface NetInterval {
  readonly low: number;
  readonly high: number;
}

/** Normal quantile of 97.5 %: 95 of 100 intervals hold what they are of. */
export const CERTAINTY = 1.96;

/**
 * Net mood in points as it is to be expected: labels that are right as often as they say are more often wrong to one side than to the other
 * where they are unsure, and the mean of their probabilities is free of that (Probability Average: Bella, Ferri, Hernández-Orallo,
 * Ramírez-Quintana: "Quantification via Probability Estimators", ICDM 2010).
 */
export function expectedNet({ n, expected, ...counted }: NetCounts): number {
  const { positive, negative } = expected ?? counted;
  return (100 * (positive - negative)) / n;
}

/**
 * Standard error of {@link expectedNet} in points. A comment counts +100, 0 or −100 with probabilities u, 1 − u − d and d; its variance
 * u + d − (u − d)² is that of what comments say and that of what labels leave open together (law of total variance), so one formula holds
 * both: sampling, and the labels' own uncertainty. Two imagined comments, one on each side, keep small samples modest (Agresti and Coull,
 * "Approximate is better than exact", The American Statistician 52, 1998). Never zero, so that ten equal comments prove nothing.
 */
export function netError({ n, expected, ...counted }: NetCounts): number {
  if (n === 0) return Infinity;
  const { positive, negative } = expected ?? counted;
  const up = (positive + 1) / (n + 2);
  const down = (negative + 1) / (n + 2);
  return 100 * Math.sqrt((up + down - (up - down) ** 2) / (n + 2));
}

/**
 * The 95 % interval of the net mood: from 1.96 standard errors below the lower to 1.96 above the higher of the counted and the expected one.
 * It is what both hold together: around the counts alone it would miss what close calls hide, and around the expected one alone the number
 * that is shown could lie at its very edge or outside. Simulated in the spec. @returns null where nothing is labelled
 */
export function netInterval(counts: NetCounts): NetInterval | null {
  if (counts.n === 0) return null;
  const counted = (100 * (counts.positive - counts.negative)) / counts.n;
  const expected = expectedNet(counts);
  const reach = CERTAINTY * netError(counts);
  const tenth = (points: number) => Math.round(Math.max(-100, Math.min(100, points)) * 10) / 10 + 0;
  return { low: tenth(Math.min(counted, expected) - reach), high: tenth(Math.max(counted, expected) + reach) };
}
