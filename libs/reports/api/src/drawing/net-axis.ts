import { INK, type Shape } from './drawing';

/** Under so many labelled comments a point is hollow and off the line. */
export const FEW = 5;

/** From the lowest to the highest net mood that is drawn. */
export interface NetScale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/** From below the lowest to above the highest point, with 0 in it, in steps of 10, 20, 25 or 50. */
export function netScale(points: readonly { readonly n: number; readonly net: number | null }[]): NetScale {
  const values = points.flatMap(({ net, n }) => (net === null || n < FEW ? [] : [net]));
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const step = [10, 20, 25, 50].find((one) => (most - least) / one <= 4) ?? 50;
  const low = Math.max(-100, Math.floor(least / step) * step);
  const high = Math.min(100, Math.max(low + step, Math.ceil(most / step) * step));
  const ticks = Array.from({ length: Math.round((high - low) / step) + 1 }, (_, index) => low + index * step);
  return { low, high, ticks };
}

/** Where the lines of an axis begin and end, and how large their numbers are. */
export interface AxisPlace {
  readonly left: number;
  readonly right: number;
  readonly size: number;
  readonly signed: (value: number) => string;
}

/** A line across for each tick, with its number at the left; that of 0 is darker. */
export const netAxis = ({ ticks }: NetScale, y: (net: number) => number, place: AxisPlace): Shape[] =>
  ticks.flatMap((tick): Shape[] => [
    {
      kind: 'line',
      points: [
        [place.left, y(tick)],
        [place.right, y(tick)],
      ],
      stroke: tick === 0 ? INK.neutral : INK.line,
      width: tick === 0 ? 1 : 0.75,
    },
    {
      ...{ kind: 'text', at: [place.left - 6, y(tick) + 3.5], text: place.signed(tick), size: place.size },
      ...{ fill: INK.muted, anchor: 'end' },
    },
  ]);
