import type { AlertMeasure, AlertPreview } from '@moodline/alerts/contract';
import type { Formats } from '@moodline/shared/i18n';
import type { ChartDrawing, ChartLook } from '@moodline/shared/ui';
import type { Chart, Plugin } from 'chart.js';
import type { NamedAxis } from '@moodline/trends/web';
import { measured } from '../measure-words';

/** A time that is shaded: indices of the first and the last point. */
export interface Mark {
  readonly from: number;
  readonly to: number;
}

/** Which points an alarm touches. */
export function marksOf({ alarms, points }: AlertPreview): Mark[] {
  const times = points.map(({ at }) => Date.parse(at));
  const indexAt = (time: number) =>
    Math.max(
      0,
      times.findLastIndex((at) => at <= time),
    );
  return alarms.map(({ from, to }) => ({
    from: indexAt(Date.parse(from)),
    to: to === null ? points.length - 1 : indexAt(Date.parse(to)),
  }));
}

/** The hours of a preview. */
export function previewAxis(preview: AlertPreview | null | undefined, formats: Formats): NamedAxis {
  const starts = (preview?.points ?? []).map(({ at }) => at);
  const [first, last] = [starts[0] ?? '', starts.at(-1) ?? ''];
  const period = { from: first, to: last };
  return { starts, names: starts.map((at) => formats.moment(at)), timeZone: formats.timeZone, period, byHour: true };
}

/** The measure over 90 days, what was usual, and where the rule would have fired. */
export function previewDrawing(
  preview: AlertPreview,
  measure: AlertMeasure,
  { formats, words }: { readonly formats: Formats; readonly words: { readonly value: string; readonly usual: string } },
): ChartDrawing {
  return (look) => ({
    type: 'line',
    data: {
      labels: preview.points.map(({ at }) => formats.moment(at)),
      datasets: [
        {
          label: words.value,
          data: preview.points.map(({ value }) => value),
          borderColor: look.accent,
          borderWidth: 1.5,
          pointRadius: 0,
          spanGaps: true,
        },
        { label: words.usual, data: preview.points.map(({ usual }) => usual), ...usualLine(look) },
      ],
    },
    options: {
      font: { family: look.fontFamily },
      maintainAspectRatio: false,
      layout: { padding: { top: 28 } },
      plugins: {
        legend: { display: false },
        tooltip: {
          callbacks: {
            label: ({ dataset, parsed }) => `${dataset.label}: ${measured(measure, parsed.y ?? 0, formats)}`,
          },
        },
      },
      scales: {
        x: dayAxis(preview, look, formats),
        y: {
          // A share is read from zero on, also where no point is there.
          ...(measure === 'negative-share' && { min: 0 }),
          grid: { color: look.line },
          ticks: { color: look.muted, callback: (value) => measured(measure, Number(value), formats) },
        },
      },
    },
    plugins: [marksPlugin(marksOf(preview), look.fade(look.negative, 0.18), look.negative)],
  });
}

/** Over 90 days the day is enough, and leaves room between the names. */
const dayAxis = ({ points }: AlertPreview, look: ChartLook, formats: Formats) => ({
  ticks: {
    ...{ maxTicksLimit: 6, maxRotation: 0, color: look.muted },
    callback: (index: string | number) => formats.day(points[Number(index)]?.at ?? ''),
  },
  grid: { display: false },
});

const usualLine = (look: ChartLook) => ({
  borderColor: look.muted,
  borderDash: [4, 4],
  borderWidth: 1,
  pointRadius: 0,
  spanGaps: true,
});

/** Shades the marked times, with a line at the beginning, so that they are told without colour, too. */
const marksPlugin = (marks: readonly Mark[], fill: string, line: string): Plugin => ({
  id: 'alarmMarks',
  beforeDatasetsDraw({ ctx, chartArea, scales }: Chart): void {
    const x = scales['x'];
    if (!x) return;
    ctx.save();
    for (const { from, to } of marks) {
      const [left, right] = [x.getPixelForValue(from), x.getPixelForValue(to)];
      ctx.fillStyle = fill;
      ctx.fillRect(left, chartArea.top, Math.max(3, right - left), chartArea.height);
      ctx.fillStyle = line;
      ctx.fillRect(left, chartArea.top, 1.5, chartArea.height);
    }
    ctx.restore();
  },
});
