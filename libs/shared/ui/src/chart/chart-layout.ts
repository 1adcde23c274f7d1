import type { Chart } from 'chart.js';

/** Where things stand in a chart, in pixels from the top left corner of its canvas. */
export interface ChartLayout {
  /** The middle of each place on the x axis. */
  readonly places: readonly number[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Size of the whole canvas. */
  readonly width: number;
  readonly height: number;
}

/** Reads the layout of a chart that was drawn; null where it has no x axis. */
export function readLayout({
  chartArea,
  scales,
  data,
  width,
  height,
}: Pick<Chart, 'chartArea' | 'scales' | 'data' | 'width' | 'height'>): ChartLayout | null {
  const x = scales['x'];
  if (!x) return null;
  const { left, right, top, bottom } = chartArea;
  const round = (pixels: number) => Math.round(pixels * 10) / 10;
  const places = (data.labels ?? []).map((_, index) => round(x.getPixelForValue(index)));
  return { places, left: round(left), right: round(right), top: round(top), bottom: round(bottom), width, height };
}

export const sameLayout = (a: ChartLayout | null, b: ChartLayout | null): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
