import { netError, type MoodPoint, type MoodSeries } from '@moodline/trends/contract';
import { LOW_N } from './low-n';

/**
 * By chance one of all runs of intervals strays this many standard errors in fewer than one of a hundred months (of 2,000 simulated
 * quiet months of 30 days with 10 to 60 comments each, 99 % stayed below 4.1).
 */
const SURPRISE = 4.2;
/** With fewer intervals than this there is nothing to stand out from. */
const FEWEST = 3;
/** An episode is the exception: not more of the comments than this share are in it. */
const MOST = 0.6;

/** A run of intervals in which the mood was another than in the rest of the period. */
export interface Episode {
  readonly kind: 'low' | 'high';
  /** One interval, or where in the period the run lies. */
  readonly place: 'single' | 'inside' | 'end';
  readonly first: MoodPoint;
  readonly last: MoodPoint;
  readonly n: number;
  /** Net mood of the run and of the rest of the period, in points. */
  readonly net: number;
  readonly otherwise: number;
}

interface Sum {
  readonly n: number;
  readonly positive: number;
  readonly negative: number;
}

const NOTHING: Sum = { n: 0, positive: 0, negative: 0 };
const plus = (a: Sum, b: Sum): Sum => ({
  n: a.n + b.n,
  positive: a.positive + b.positive,
  negative: a.negative + b.negative,
});
const minus = (a: Sum, b: Sum): Sum => ({
  n: a.n - b.n,
  positive: a.positive - b.positive,
  negative: a.negative - b.negative,
});
/** As the server gives net moods: a title and the point that it names round alike. */
const toTenth = (value: number): number => Math.round(10 * value) / 10 + 0;
const net = ({ n, positive, negative }: Sum) => (100 * (positive - negative)) / n;

/**
 * The run of intervals that differs most from the rest of the period by evidence (a scan statistic: the largest difference in
 * standard errors over all runs; Kulldorff, 1997). @returns null when none differs by more than chance would bring
 */
export function episodeOf({ points }: Pick<MoodSeries, 'points'>): Episode | null {
  const solid = points.filter(({ n }) => n >= LOW_N);
  if (solid.length < FEWEST) return null;
  const whole = solid.reduce<Sum>(plus, NOTHING);
  let best: { from: number; to: number; stray: number; within: Sum } | null = null;
  for (let from = 0; from < solid.length; from++) {
    let within = NOTHING;
    for (let to = from; to < solid.length; to++) {
      within = plus(within, solid[to] ?? NOTHING);
      if (within.n > MOST * whole.n) break;
      const rest = minus(whole, within);
      const stray = (net(within) - net(rest)) / Math.hypot(netError(within), netError(rest));
      if (Math.abs(stray) > Math.abs(best?.stray ?? 0)) best = { from, to, stray, within };
    }
  }
  if (!best || Math.abs(best.stray) < SURPRISE) return null;
  // A run from the beginning and the rest after it are one contrast: people ask what came later, not what was before.
  const atStart = best.from === 0 && best.to < solid.length - 1;
  const rest = minus(whole, best.within);
  const [from, to, within, other] = atStart
    ? [best.to + 1, solid.length - 1, rest, best.within]
    : [best.from, best.to, best.within, rest];
  const [first, last] = [solid[from], solid[to]];
  if (!first || !last) return null;
  return {
    kind: best.stray < 0 === atStart ? 'high' : 'low',
    place: from === to ? 'single' : to === solid.length - 1 ? 'end' : 'inside',
    first,
    last,
    n: within.n,
    net: toTenth(net(within)),
    otherwise: toTenth(net(other)),
  };
}
