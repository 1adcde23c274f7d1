import type { HourSeries } from '../src/detection/hour-series';
import { covarianceOfMood, usualOdds, type Shape } from './simulated-weeks';

/** Beginnings that it weighs, in hours back, and the hours before these, by which it knows how good or bad the day is anyway. */
const [BEGINNINGS, BEFORE] = [36, 12];
const SIZE = BEGINNINGS + BEFORE;
/** An hour without comments says as little as this many would. */
const NEXT_TO_NONE = 0.001;

const shareOf = (odds: number) => 1 / (1 + Math.exp(-odds));

/**
 * What a detector of the negative share could do at best: it knows what nobody knows, namely the true rhythm of the brand, how its noise
 * goes on from hour to hour, and the course of the crisis that it waits for; but not whether and when that begins. The score of an hour is
 * the largest log-likelihood ratio of all beginnings, with the noise as normal: alarms are scores above a threshold.
 * Source: Willsky and Jones, IEEE Transactions on Automatic Control 21 (1976) 108.
 * @returns scores by hour, 0 before `first`, for each shape
 */
export function idealScores(series: HourSeries, first: number, shapes: readonly Shape[]): Float64Array[] {
  const scores = shapes.map(() => new Float64Array(series.length));
  const hours = Array.from({ length: series.length }, (_, hour) => seenAt(series, hour));
  for (let hour = Math.max(first, SIZE); hour < series.length; hour++) {
    const from = hour - SIZE + 1;
    const window = hours.slice(from, hour + 1);
    const factor = cholesky((row, column) => covariance(window, from, [row, column]));
    const seen = whitened(
      factor,
      window.map(({ off }) => off),
      0,
    );
    shapes.forEach(
      (shape, index) => ((scores[index] as Float64Array)[hour] = scoreOf(window, shape, { factor, seen })),
    );
  }
  return scores;
}

/** What is seen in an hour: how far its share is off the true one, and what that is by chance. */
interface Seen {
  readonly odds: number;
  readonly share: number;
  readonly n: number;
  readonly off: number;
}

function seenAt(series: HourSeries, hour: number): Seen {
  const counts = series.window(hour, 1);
  const n = counts ? counts.negative + counts.neutral + counts.positive : 0;
  const share = shareOf(usualOdds(hour));
  return { odds: usualOdds(hour), share, n, off: counts && n ? counts.negative / n - share : 0 };
}

interface White {
  readonly factor: Float64Array;
  readonly seen: Float64Array;
}

function scoreOf(window: readonly Seen[], shape: Shape, { factor, seen }: White): number {
  let best = 0;
  for (let start = Math.max(BEFORE, SIZE - shape.hours); start < SIZE; start++) {
    const shift = window.map(({ odds, share }, index) =>
      index < start ? 0 : shareOf(odds + shape.odds(index - start)) - share,
    );
    const expected = whitened(factor, shift, start);
    let score = 0;
    for (let index = start; index < SIZE; index++)
      score += at(expected, index) * (at(seen, index) - at(expected, index) / 2);
    best = Math.max(best, score);
  }
  return best;
}

/** Of the shares of two hours: of the mood behind them, and of drawing comments. */
function covariance(window: readonly Seen[], from: number, [row, column]: readonly [number, number]): number {
  const slope = ({ share }: Seen) => share * (1 - share);
  const [one, other] = [window[row] as Seen, window[column] as Seen];
  const mood = slope(one) * slope(other) * covarianceOfMood(from + row, from + column);
  return row === column ? mood + slope(one) / Math.max(NEXT_TO_NONE, one.n) : mood;
}

const at = (numbers: Float64Array, index: number): number => numbers[index] as number;

/** The lower triangle, row by row, that makes the matrix when it is multiplied with itself turned over. */
function cholesky(matrix: (row: number, column: number) => number): Float64Array {
  const lower = new Float64Array(SIZE * SIZE);
  for (let row = 0; row < SIZE; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix(row, column);
      for (let index = 0; index < column; index++)
        sum -= at(lower, row * SIZE + index) * at(lower, column * SIZE + index);
      lower[row * SIZE + column] = row === column ? Math.sqrt(sum) : sum / at(lower, column * SIZE + column);
    }
  }
  return lower;
}

/** Numbers without what they have from their neighbours, in units of chance. Before `start` they are 0. */
function whitened(lower: Float64Array, values: readonly number[], start: number): Float64Array {
  const white = new Float64Array(SIZE);
  for (let row = start; row < SIZE; row++) {
    let sum = values[row] as number;
    for (let column = start; column < row; column++) sum -= at(lower, row * SIZE + column) * at(white, column);
    white[row] = sum / at(lower, row * SIZE + row);
  }
  return white;
}
