import type { Chart, Plugin } from 'chart.js';

/** What is written right beside the thing it names. Read at each draw, so that it follows fresh data. */
export interface DirectLabels {
  readonly net: string;
  readonly volume: string;
  /** Beside the last point of the line. */
  readonly last: string;
  readonly color: string;
  readonly muted: string;
  readonly ground: string;
}

/** What is read of a chart. Named part by part: whether charts of all kinds fit one of lines hangs on the order of checking. */
type DrawnChart = Pick<Chart, 'ctx' | 'scales' | 'chartArea'> & {
  readonly options: { readonly font?: object };
  getDatasetMeta(index: number): { readonly data: readonly { readonly x: number; readonly y: number }[] };
};

/** Names the two axes above their fields and writes the last value beside its point. */
export const directLabels: Plugin<'line', DirectLabels> = {
  id: 'directLabels',
  afterDatasetsDraw(chart: DrawnChart, _event: object, labels: DirectLabels): void {
    const { ctx, scales, chartArea } = chart;
    ctx.save();
    ctx.textBaseline = 'bottom';
    ctx.font = `600 12px ${(chart.options.font as { readonly family?: string } | undefined)?.family ?? ''}`;
    for (const [axis, words] of [
      ['net', labels.net],
      ['volume', labels.volume],
    ] as const) {
      const scale = scales[axis];
      if (!scale) continue;
      ctx.fillStyle = labels.muted;
      ctx.fillText(words, chartArea.left, scale.top - 6);
    }
    drawLast(chart, labels);
    ctx.restore();
  },
};

function drawLast(chart: DrawnChart, labels: DirectLabels): void {
  const points = chart.getDatasetMeta(0).data.filter((point) => !(point as { skip?: boolean }).skip);
  const last = points.at(-1);
  if (!last) return;
  const { ctx } = chart;
  ctx.textBaseline = 'middle';
  // A rim in the ground's colour keeps the number readable where it crosses the line.
  ctx.lineWidth = 4;
  ctx.lineJoin = 'round';
  ctx.strokeStyle = labels.ground;
  ctx.fillStyle = labels.color;
  ctx.strokeText(labels.last, last.x + 8, last.y);
  ctx.fillText(labels.last, last.x + 8, last.y);
}
