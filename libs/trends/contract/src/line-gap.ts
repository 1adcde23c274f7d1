/** So many intervals without a number a line goes past in any case. */
const SHORT = 7;
/** Longer ones up to this part of the axis, too: in a sparse line everything lies apart. */
const PART = 1 / 6;

/** Across how many intervals at most, from one number to the next, a line over time is drawn. @param count intervals of the axis */
export const longestBridge = (count: number): number => Math.max(SHORT, count * PART);

/**
 * Whether a line over time breaks between two points that have a number and none between them: it would tell of a time of which nothing is known.
 * @param from index of the one @param to index of the other @param count intervals of the axis
 */
export const isLineGap = (from: number, to: number, count: number): boolean => to - from > longestBridge(count);

/**
 * The parts that a line over time falls into where it breaks.
 * @param known points that have a number, ascending by their `index` on the axis @param count intervals of the axis
 */
export function lineRuns<Point extends { readonly index: number }>(known: readonly Point[], count: number): Point[][] {
  const runs: Point[][] = [];
  for (const point of known) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && !isLineGap(last.index, point.index, count)) run.push(point);
    else runs.push([point]);
  }
  return runs;
}
