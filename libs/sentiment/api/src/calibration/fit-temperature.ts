import { scaled } from './calibration';

/** What a head said and what is right. */
export interface HeadRow {
  readonly probabilities: readonly number[];
  /** Index of the right answer. */
  readonly gold: number;
}

/** Bounds of the search: beyond them a head would be worthless, or right always. */
const LOWEST = 0.2;
const HIGHEST = 5;
const STEPS = 60;
/** Of the section in which the search goes on. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * The temperature with the least log loss. The loss has one valley in 1 / temperature, so that a golden-section search finds it.
 * Method: C. Guo et al., On calibration of modern neural networks, ICML 2017, §4.2.
 */
export function fitTemperature(rows: readonly HeadRow[]): number {
  const loss = (inverse: number) =>
    rows.reduce((sum, { probabilities, gold }) => sum - Math.log(scaled(probabilities, 1 / inverse)[gold] ?? 1), 0);
  let [low, high] = [1 / HIGHEST, 1 / LOWEST];
  for (let step = 0; step < STEPS; step++) {
    const [left, right] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
    if (loss(left) < loss(right)) high = right;
    else low = left;
  }
  return 2 / (low + high);
}
