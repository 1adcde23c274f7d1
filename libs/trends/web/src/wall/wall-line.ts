import type { MoodPoint } from '@moodline/trends/contract';
import { netScale } from '../mood-chart/net-scale';

/** A mood line as paths of an SVG `width` wide and `height` high, with what is written beside it. */
export interface WallLine {
  /** One piece for each run of intervals that have a net mood. */
  readonly line: string;
  /** The 95 % intervals around it, cut off at the scale's ends. */
  readonly band: string;
  readonly zero: number;
  readonly scale: { readonly min: number; readonly max: number };
  /** The newest interval with a net mood; null where none has one. */
  readonly last: { readonly x: number; readonly y: number; readonly net: number } | null;
}

type Point = Pick<MoodPoint, 'net' | 'interval'>;

/** Draws the points from the left end to the right one, on the scale that the charts use. */
export function wallLine(points: readonly Point[], width: number, height: number): WallLine {
  const scale = netScale(points.map(({ net }) => net));
  const x = (index: number) => round(points.length > 1 ? (index * width) / (points.length - 1) : width / 2);
  const y = (net: number) =>
    round(((scale.max - Math.min(scale.max, Math.max(scale.min, net))) * height) / (scale.max - scale.min));
  const runs = runsOf(points);
  const line = runs.map((run) => path(run.map(([index, { net }]) => [x(index), y(net)]))).join('');
  const band = runs.map((run) => {
    const low = run.map(([index, { net, interval }]) => [x(index), y(interval?.low ?? net)] as const);
    const high = run.map(([index, { net, interval }]) => [x(index), y(interval?.high ?? net)] as const);
    return `${path([...high, ...low.toReversed()])}Z`;
  });
  const newest = runs.at(-1)?.at(-1);
  return {
    line,
    band: band.join(''),
    zero: y(0),
    scale,
    last: newest ? { x: x(newest[0]), y: y(newest[1].net), net: newest[1].net } : null,
  };
}

type Known = Point & { readonly net: number };

/** Points that follow each other without one that has no net mood, each with its place. */
function runsOf(points: readonly Point[]): (readonly [number, Known])[][] {
  const runs: (readonly [number, Known])[][] = [];
  points.forEach((point, index) => {
    if (point.net === null) return;
    if (points[index - 1]?.net == null) runs.push([]);
    runs.at(-1)?.push([index, point as Known]);
  });
  return runs;
}

const path = (places: readonly (readonly [number, number])[]): string =>
  places.map(([x, y], index) => `${index ? 'L' : 'M'}${x} ${y}`).join('');

const round = (value: number): number => Math.round(value * 10) / 10;
