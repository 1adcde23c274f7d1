import { softmax } from '@moodline/language-model/api';
import type { Probabilities } from '@moodline/comments/contract';
import { logarithms } from './calibration';

/** A text with what the model said and what is right. */
export interface FitRow {
  /** The model's probabilities in the order of `LABELS`. */
  readonly probabilities: readonly number[];
  /** Index of the right label in `LABELS`. */
  readonly gold: number;
  /** Labels that could have been the answer in its set: reviews have no neutral, so they say nothing about neutral. */
  readonly possible: readonly boolean[];
  readonly weight: number;
}

/** What is fitted; see `languageCalibrationSchema`. */
export interface Fitted {
  readonly temperature: number;
  readonly bias: Probabilities;
}

/**
 * Pulls towards "leave it as it is", so that what is fitted on some sources holds for others too. Chosen on the development rows alone,
 * each source judged by what the others of its language say: the pull with the least log loss
 * (0.002: 0.5469; 0.02: 0.5457; 0.05: 0.5456; 0.1: 0.5471; 0.2: 0.5504; 0.5: 0.5564; without calibration 0.5677).
 */
const L2 = 0.05;
/** Pull on biases that are not wanted: they stay at 0 to three decimals. */
const HELD = 1e6;
const MAX_STEPS = 50;
const SMALLEST_STEP = 1e-10;
/** Slope (1 / temperature) and three biases. */
const PARAMETERS = 4;

/**
 * Temperature and bias that make the right labels most probable: minimises the weighted mean of the negative log-likelihood
 * plus an L2 term, by Newton's method. The loss is convex in (1 / temperature, bias), so the answer does not depend on a start
 * or on chance. Without bias the temperature alone is fitted. Method: vector scaling with one slope, C. Guo et al., On calibration of modern neural networks, ICML 2017, §4.2.
 */
export function fitCalibration(
  rows: readonly FitRow[],
  { pull = L2, withBias = true }: { readonly pull?: number; readonly withBias?: boolean } = {},
): Fitted {
  const l2 = [pull, ...Array<number>(PARAMETERS - 1).fill(withBias ? pull : HELD)];
  const prepared = rows.map((row) => ({ ...row, logs: logarithms(row.probabilities) }));
  let point = [1, 0, 0, 0];
  for (let step = 0; step < MAX_STEPS; step++) {
    const { gradient, curvature } = slope(prepared, point, l2);
    const direction = solve(curvature, gradient);
    const before = loss(prepared, point, l2);
    let size = 1;
    let next = move(point, direction, size);
    while (loss(prepared, next, l2) > before && size > SMALLEST_STEP) next = move(point, direction, (size /= 2));
    const done = Math.hypot(...direction) * size < SMALLEST_STEP;
    point = next;
    if (done) break;
  }
  const [scale = 1, positive = 0, neutral = 0, negative = 0] = point;
  // Only differences between biases matter: they are given with a sum of 0. A slope at or below 0 would turn the model's order round.
  const middle = (positive + neutral + negative) / 3;
  return {
    temperature: 1 / Math.max(0.05, scale),
    bias: { positive: positive - middle, neutral: neutral - middle, negative: negative - middle },
  };
}

type Prepared = FitRow & { readonly logs: readonly number[] };

const move = (point: readonly number[], direction: readonly number[], size: number) =>
  point.map((value, index) => value - size * (direction[index] ?? 0));

function chances({ logs, possible }: Prepared, [scale = 1, ...bias]: readonly number[]): number[] {
  const scores = logs.map((value, index) => (possible[index] ? scale * value + (bias[index] ?? 0) : -Infinity));
  return softmax(scores);
}

function loss(rows: readonly Prepared[], point: readonly number[], l2: readonly number[]): number {
  let sum = 0;
  let weights = 0;
  for (const row of rows) {
    sum -= row.weight * Math.log(Math.max(1e-300, chances(row, point)[row.gold] ?? 0));
    weights += row.weight;
  }
  return (
    sum / Math.max(weights, 1e-12) +
    point.reduce((total, value, index) => total + ((l2[index] ?? 0) / 2) * (value - (index ? 0 : 1)) ** 2, 0)
  );
}

/** First and second derivatives of {@link loss}. The score of a label depends on the parameters by (log p, one-hot). */
function slope(
  rows: readonly Prepared[],
  point: readonly number[],
  l2: readonly number[],
): { gradient: number[]; curvature: number[][] } {
  const gradient = Array.from(
    { length: PARAMETERS },
    (_, index) => (l2[index] ?? 0) * ((point[index] ?? 0) - (index ? 0 : 1)),
  );
  const curvature = Array.from({ length: PARAMETERS }, (_, a) =>
    Array.from({ length: PARAMETERS }, (_, b) => (l2[a] ?? 0) * Number(a === b)),
  );
  const weights = rows.reduce((sum, { weight }) => sum + weight, 0);
  for (const row of rows) {
    const p = chances(row, point);
    const share = row.weight / Math.max(weights, 1e-12);
    const inputs = row.logs.map((log, label) => [log, ...row.logs.map((_, other) => Number(other === label))]);
    const mean = Array.from({ length: PARAMETERS }, (_, index) =>
      inputs.reduce((sum, input, label) => sum + (p[label] ?? 0) * (input[index] ?? 0), 0),
    );
    for (let a = 0; a < PARAMETERS; a++) {
      gradient[a] = (gradient[a] ?? 0) + share * ((mean[a] ?? 0) - (inputs[row.gold]?.[a] ?? 0));
      for (let b = 0; b < PARAMETERS; b++) {
        const second = inputs.reduce(
          (sum, input, label) => sum + (p[label] ?? 0) * (input[a] ?? 0) * (input[b] ?? 0),
          0,
        );
        const line = curvature[a] ?? [];
        line[b] = (line[b] ?? 0) + share * (second - (mean[a] ?? 0) * (mean[b] ?? 0));
      }
    }
  }
  return { gradient, curvature };
}

/** Solves a small system of linear equations by elimination with pivoting. The matrix is positive definite thanks to L2. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((line, index) => [...line, right[index] ?? 0]);
  const n = rows.length;
  const at = (row: number, column: number) => rows[row]?.[column] ?? 0;
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++) if (Math.abs(at(row, column)) > Math.abs(at(pivot, column))) pivot = row;
    [rows[column], rows[pivot]] = [rows[pivot] ?? [], rows[column] ?? []];
    for (let row = 0; row < n; row++) {
      if (row === column) continue;
      const factor = at(row, column) / at(column, column);
      rows[row] = (rows[row] ?? []).map((value, index) => value - factor * at(column, index));
    }
  }
  return rows.map((_, index) => at(index, n) / at(index, index));
}
