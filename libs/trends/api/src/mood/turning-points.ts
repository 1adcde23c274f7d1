import { netChange } from '@moodline/trends/contract';
import { segmentStarts } from './segments';

/** Labelled comments of one interval. */
export interface MoodInterval {
  readonly n: number;
  readonly positive: number;
  readonly negative: number;
}

/** An interval from which on the net mood has another level than before it. */
export interface TurningPoint {
  /** Index of the first interval of the new stretch, of the first one of the stretch before, and of the one after its end. */
  readonly at: number;
  readonly since: number;
  readonly until: number;
  readonly before: MoodInterval;
  readonly now: MoodInterval;
}

/** Comments that a stretch has at least: fewer, and its level is not known. */
const LEAST_COMMENTS = 20;
const LEAST_INTERVALS = 2;

/**
 * When the net mood changed its level. The score of a comment is +1, 0 or −1; an interval's mean score is normal with variance
 * σ²/n, so that a stretch costs Σ nᵢ (x̄ᵢ − μ)² / σ². σ² is the variance of scores inside of intervals, or, where days differ by more than
 * that (topics come and go), half the mean square of weighted differences between neighbours. The penalty is that of BIC for a
 * level and a place, 2 · 2 ln T. Each turn must besides be more than chance ({@link netChange}) between its two stretches.
 */
export function turningPoints(intervals: readonly MoodInterval[]): TurningPoint[] {
  const variance = scoreVariance(intervals);
  const sums = prefixSums(intervals);
  const part = (first: number, end: number) => total(sums, first, end);
  const squares = prefix(intervals.map(({ n, positive, negative }) => (n ? (positive - negative) ** 2 / n : 0)));
  const starts = segmentStarts(
    (first, end) => {
      const { n, score } = part(first, end);
      return n ? ((squares[end] ?? 0) - (squares[first] ?? 0) - score ** 2 / n) / variance : 0;
    },
    {
      length: intervals.length,
      penalty: 4 * Math.log(Math.max(2, intervals.length)),
      isLongEnough: (first, end) => end - first >= LEAST_INTERVALS && part(first, end).n >= LEAST_COMMENTS,
    },
  );
  return starts.slice(1).flatMap((at, index) => {
    const since = starts[index] ?? 0;
    const until = starts[index + 2] ?? intervals.length;
    const [before, now] = [counts(intervals, since, at), counts(intervals, at, until)];
    return netChange(now, before)?.clear ? [{ at, since, until, before, now }] : [];
  });
}

function counts(intervals: readonly MoodInterval[], first: number, end: number): MoodInterval {
  const some = intervals.slice(first, end);
  const sum = (read: (interval: MoodInterval) => number) => some.reduce((all, interval) => all + read(interval), 0);
  return { n: sum(({ n }) => n), positive: sum(({ positive }) => positive), negative: sum(({ negative }) => negative) };
}

/** Variance of a comment's score: the larger one of that inside of intervals and that which neighbours show. Never 0. */
function scoreVariance(intervals: readonly MoodInterval[]): number {
  const filled = intervals.filter(({ n }) => n > 0);
  const n = filled.reduce((sum, interval) => sum + interval.n, 0);
  if (n === 0) return 1;
  const within =
    filled.reduce(
      (sum, { n: own, positive, negative }) => sum + positive + negative - (positive - negative) ** 2 / own,
      0,
    ) / n;
  const steps = filled.slice(1).map((interval, index) => {
    const previous = filled[index] as MoodInterval;
    const weight = (interval.n * previous.n) / (interval.n + previous.n);
    return weight * (mean(interval) - mean(previous)) ** 2;
  });
  // Turns are few among many steps: the median is not moved by them (0.455 is the median of χ² with one degree of freedom).
  const between = steps.length ? (steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0) / 0.455 : 0;
  return Math.max(within, between, 0.05);
}

const mean = ({ n, positive, negative }: MoodInterval): number => (positive - negative) / n;

interface Sums {
  readonly n: readonly number[];
  readonly score: readonly number[];
}

const prefix = (values: readonly number[]): number[] =>
  values.reduce<number[]>((sums, value) => [...sums, (sums.at(-1) ?? 0) + value], [0]);

const prefixSums = (intervals: readonly MoodInterval[]): Sums => ({
  n: prefix(intervals.map(({ n }) => n)),
  score: prefix(intervals.map(({ positive, negative }) => positive - negative)),
});

const total = ({ n, score }: Sums, first: number, end: number) => ({
  n: (n[end] ?? 0) - (n[first] ?? 0),
  score: (score[end] ?? 0) - (score[first] ?? 0),
});
