import type { AlertMeasure } from '@moodline/alerts/contract';
import type { HourCounts } from './hour-series';

/** How a shift that stays is looked for: how large, on the scale of the gauge, and how much evidence is enough. */
export interface DriftOf {
  readonly shift: number;
  readonly limit: number;
}

/** How a measure is read from counts. */
export interface Gauge {
  /** Comments of which the number is. */
  n(counts: HourCounts): number;
  /** Comments that a reading rests on, where those are not the same. */
  counted?(counts: HourCounts): number;
  /** The number on a scale on which it is compared. */
  scaled(counts: HourCounts): number;
  /** How much the number is off by chance alone, as a standard deviation on that scale, where `middle` is usual. */
  chance(middle: number, counts: HourCounts): number;
  /** The number as people read it. */
  shown(scaled: number): number;
  /** +1 where more is bad, −1 where less is. */
  readonly sign: 1 | -1;
  /** What is usual at least, whatever the middle of the past is. */
  leastUsual?(past: readonly HourCounts[]): number;
  /** Where a shift that stays is looked for beside single readings. Chosen by `npm run bench -- alerts`. */
  readonly drift?: DriftOf;
  /** Whether a difference is large enough to matter, however sure it is. */
  matters(value: number, usual: number): boolean;
}

/** A share that is hardly ever seen is taken as this much: of nothing at all, chance would be nothing, too. */
const LEAST_SHARE = 0.02;
/** Added to a count before its root is taken, so that chance is 1 also for small counts. Source: Anscombe, Biometrika 35 (1948) 246. */
const ANSCOMBE = 3 / 8;

const labelled = ({ positive, neutral, negative }: HourCounts) => positive + neutral + negative;

/** Percent of the labelled comments that are negative. Chance is that of drawing n comments: √(p (1 − p) / n). */
const negativeShare: Gauge = {
  n: labelled,
  scaled: (counts) => counts.negative / labelled(counts),
  chance(middle, counts) {
    const share = Math.min(1 - LEAST_SHARE, Math.max(LEAST_SHARE, middle));
    return Math.sqrt((share * (1 - share)) / labelled(counts));
  },
  shown: (scaled) => 100 * scaled,
  sign: 1,
  drift: { shift: 0.2, limit: 9.5 },
  matters: (value, usual) => value - usual >= 8,
};

/** Points of net mood. Chance is that of a mean of +1, 0 and −1 (as `netError` of trends, with two imagined comments). */
const netMood: Gauge = {
  n: labelled,
  scaled: (counts) => (counts.positive - counts.negative) / labelled(counts),
  chance(_, counts) {
    const n = labelled(counts) + 2;
    const [up, down] = [(counts.positive + 1) / n, (counts.negative + 1) / n];
    return Math.sqrt((up + down - (up - down) ** 2) / n);
  },
  shown: (scaled) => 100 * scaled,
  sign: -1,
  drift: { shift: 0.3, limit: 6.5 },
  matters: (value, usual) => usual - value >= 12,
};

/** In tenths of a star. */
const [FEWEST, MOST] = [10, 50];

/** Mean of the stars. Chance is that of a mean; two imagined comments, at either end, keep a few that agree from being sure. */
const stars: Gauge = {
  n: ({ starred }) => starred,
  scaled: ({ starred, starSum }) => starSum / starred / 10,
  chance(_, { starred, starSum, starSquares }) {
    const n = starred + 2;
    const mean = (starSum + FEWEST + MOST) / n;
    const variance = (starSquares + FEWEST ** 2 + MOST ** 2) / n - mean ** 2;
    return Math.sqrt(variance / n) / 10;
  },
  shown: (scaled) => scaled,
  sign: -1,
  matters: (value, usual) => usual - value >= 0.4,
};

const LEAST_THEME = 0.01;

/**
 * Percent of the comments that are about a theme: of those that were read, which stand as negative (about it) and neutral (about others)
 * in the counts. Usual is not less than its share of all that was read: the middle of many small samples of something rare is nothing.
 */
const themes: Gauge = {
  n: labelled,
  counted: ({ negative }) => negative,
  scaled: (counts) => counts.negative / labelled(counts),
  chance(middle, counts) {
    const share = Math.min(1 - LEAST_THEME, Math.max(LEAST_THEME, middle));
    return Math.sqrt((share * (1 - share)) / labelled(counts));
  },
  shown: (scaled) => 100 * scaled,
  sign: 1,
  leastUsual(past) {
    const sum = (of: (counts: HourCounts) => number) => past.reduce((all, counts) => all + of(counts), 0);
    return sum(({ negative }) => negative) / Math.max(1, sum(labelled));
  },
  matters: (value, usual) => value >= 1.75 * usual && value - usual >= 1,
};

/** Comments, on the scale of Anscombe, where chance is 1 for any number that comes by itself. */
const volume: Gauge = {
  n: (counts) => labelled(counts) + counts.unlabelled,
  scaled: (counts) => 2 * Math.sqrt(labelled(counts) + counts.unlabelled + ANSCOMBE),
  chance: () => 1,
  shown: (scaled) => Math.max(0, (scaled / 2) ** 2 - ANSCOMBE),
  sign: 1,
  matters: (value, usual) => value >= 1.75 * usual,
};

/** Measures that are read from counts of comments. */
export type GaugedMeasure = Exclude<AlertMeasure, 'silence' | 'ending'>;

export const GAUGES: Readonly<Record<GaugedMeasure, Gauge>> = {
  'negative-share': negativeShare,
  'net-mood': netMood,
  stars,
  volume,
  themes,
};
