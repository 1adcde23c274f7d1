/** Counts of a part in two periods: labelled comments (may be fractions) and the sum of their scores (+1, 0, −1). */
export interface PartCounts {
  readonly n: number;
  readonly score: number;
}
export interface ChangingPart {
  readonly now: PartCounts;
  readonly before: PartCounts;
}

/** What a part adds to the change of net mood, in points; `byMood` + `byVolume` = `points`. */
export interface ShareOfChange {
  readonly points: number;
  /** The part's own mood changed. */
  readonly byMood: number;
  /** More or less is said about it, and its mood lies below or above that of all. */
  readonly byVolume: number;
}

/**
 * Takes the change of net mood between two periods apart (Kitagawa, "Components of a Difference Between Two Rates", Journal of the
 * American Statistical Association 50, 1955). With wₚ the share of the comments in part p, mₚ its net mood and M that of all, and
 * bars for the mean of both periods:
 *
 *   points(p) = w̄ₚ · Δmₚ + (m̄ₚ − M̄) · Δwₚ        Σ points(p) = ΔM
 *
 * The parts must hold every comment once (a comment in k themes is 1/k of a comment in each); because Σ Δwₚ = 0, taking M̄ off adds
 * nothing to the sum, and keeps a theme of average mood from "explaining" a change by being talked about more. A part without a
 * comment in one period has there the mood that it has in the other: all of its change is volume.
 */
export function shareOfChange(parts: readonly ChangingPart[]): ShareOfChange[] {
  const all = (period: 'now' | 'before') => ({
    n: parts.reduce((sum, part) => sum + part[period].n, 0),
    score: parts.reduce((sum, part) => sum + part[period].score, 0),
  });
  const [now, before] = [all('now'), all('before')];
  if (now.n === 0 || before.n === 0) return parts.map(() => ({ points: 0, byMood: 0, byVolume: 0 }));
  const mean = (net(now) + net(before)) / 2;
  return parts.map((part) => {
    const [wNow, wBefore] = [part.now.n / now.n, part.before.n / before.n];
    const mNow = part.now.n ? net(part.now) : part.before.n ? net(part.before) : mean;
    const mBefore = part.before.n ? net(part.before) : mNow;
    const byMood = ((wNow + wBefore) / 2) * (mNow - mBefore);
    const byVolume = ((mNow + mBefore) / 2 - mean) * (wNow - wBefore);
    return { points: byMood + byVolume, byMood, byVolume };
  });
}

const net = ({ n, score }: PartCounts): number => (100 * score) / n;

/**
 * Whole points that add up to a whole total (method of the largest remainder), so that what is shown adds up, too.
 * @param total whole points of the change as it is shown
 */
export function wholePoints(points: readonly number[], total: number): number[] {
  const floors = points.map(Math.floor);
  const order = points
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  let missing = total - floors.reduce((sum, value) => sum + value, 0);
  for (let turn = 0; missing !== 0 && order.length; turn++) {
    const step = Math.sign(missing);
    const index = order[step > 0 ? turn % order.length : order.length - 1 - (turn % order.length)]?.index ?? 0;
    floors[index] = (floors[index] ?? 0) + step;
    missing -= step;
  }
  return floors.map((value) => value + 0);
}
