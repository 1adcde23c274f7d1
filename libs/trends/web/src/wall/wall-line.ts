import { lineRuns, type MoodPoint } from '@moodline/trends/contract';
import { LOW_N } from '../findings/low-n';
import { netScale } from '../mood-chart/net-scale';

/** A mood line as paths of an SVG `width` wide and `height` high, with what is written beside it. It goes past what a handful of comments say. */
export interface WallLine {
  readonly line: string;
  /** The 95 % intervals around it, cut off at the scale's ends. */
  readonly band: string;
  readonly zero: number;
  readonly scale: { readonly min: number; readonly max: number };
  /** The newest interval with a net mood; null where none has one. */
  readonly last: { readonly x: number; readonly y: number; readonly net: number } | null;
}

type Point = Pick<MoodPoint, 'n' | 'net' | 'interval'>;

/** Draws the points from the left end to the right one, on the scale that the charts use. */
export function wallLine(points: readonly Point[], width: number, height: number): WallLine {
  const known = points.flatMap((point, index) => (isKnown(point) ? [{ ...point, index }] : []));
  const scale = netScale(known.map(({ net }) => net));
  const x = (index: number) => round(points.length > 1 ? (index * width) / (points.length - 1) : width / 2);
  const y = (net: number) =>
    round(((scale.max - Math.min(scale.max, Math.max(scale.min, net))) * height) / (scale.max - scale.min));
  // Where nothing is known for long the line breaks.
  const runs = lineRuns(known, points.length);
  const line = runs.map((run) => run.map(({ index, net }) => [x(index), y(net)] as const));
  const band = runs.map((run) => [
    ...run.map(({ index, net, interval }) => [x(index), y(interval?.high ?? net)] as const),
    ...run.map(({ index, net, interval }) => [x(index), y(interval?.low ?? net)] as const).toReversed(),
  ]);
  const newest = known.at(-1);
  return {
    // One point alone is a dot: a line of no length with round ends.
    line: line.map((run) => path(run.length === 1 ? [...run, ...run] : run)).join(''),
    band: band.map((run) => `${path(run)}Z`).join(''),
    zero: y(0),
    scale,
    last: newest ? { x: x(newest.index), y: y(newest.net), net: newest.net } : null,
  };
}

type Known = Point & { readonly net: number };

const isKnown = (point: Point): point is Known => point.net !== null && point.n >= LOW_N;

const path = (places: readonly (readonly [number, number])[]): string =>
  places.map(([x, y], index) => `${index ? 'L' : 'M'}${x} ${y}`).join('');

const round = (value: number): number => Math.round(value * 10) / 10;
