import { type PlacedValue, valueRuns } from './value-runs';

export interface DrawnLine {
  readonly path: string;
  /** Place of the last value in percent of width and height; null without values. */
  readonly last: { readonly x: number; readonly y: number } | null;
}

/**
 * An SVG path on a field of 100 × 100; a value alone between gaps is a dot.
 * @param bridge across how many places at most, from one value to the next, the line is drawn: with 1 each null is a gap
 */
export function sparklinePath(
  values: readonly (number | null)[],
  bounds: { readonly min: number; readonly max: number },
  bridge = 1,
): DrawnLine {
  const span = bounds.max - bounds.min;
  const step = values.length > 1 ? 100 / (values.length - 1) : 0;
  const round = (value: number) => Math.round(value * 100) / 100;
  const place = ({ index, value }: PlacedValue) => ({
    x: round(index * step),
    y: round(span > 0 ? ((bounds.max - value) / span) * 100 : 50),
  });
  const runs = valueRuns(values, bridge).map((run) => run.map(place));
  // A line to where it begins: one of no length shows as a dot with round caps.
  const path = runs.map((run) => run.map(({ x, y }, at) => `${at ? '' : `M${x} ${y}`}L${x} ${y}`).join(''));
  return { path: path.join(''), last: runs.at(-1)?.at(-1) ?? null };
}
