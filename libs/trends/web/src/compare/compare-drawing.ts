import type { Formats } from '@moodline/shared/i18n';
import type { ChartDrawing, ChartLook } from '@moodline/shared/ui';
import type { MoodPoint, MoodSeries } from '@moodline/trends/contract';
import type { ChartConfiguration, ChartDataset, TooltipItem } from 'chart.js';
import { LOW_N } from '../findings/low-n';
import { gapOf } from '../mood-chart/line-gap-look';
import { intervalWords } from '../mood-chart/mood-drawing';
import { netScale } from '../mood-chart/net-scale';

export type CompareSeries = Pick<MoodSeries, 'points' | 'step' | 'period'>;

/** Both lines, and what they are called. */
export interface ComparedLines {
  readonly a: CompareSeries;
  readonly b: CompareSeries;
  readonly names: { readonly a: string; readonly b: string };
}

/** Of the lines around a net mood. */
const BAND = 'band';

/** What stands on the x axis: the interval where both sides have the same, else its number. */
export function comparedLabels({ a, b }: Pick<ComparedLines, 'a' | 'b'>, formats: Formats): string[] {
  const longer = a.points.length >= b.points.length ? a : b;
  const same = a.points[0]?.start === b.points[0]?.start;
  return longer.points.map(({ start }, index) =>
    same ? intervalWords(start, longer, formats) : formats.number(index + 1),
  );
}

/** The net mood of both sides on one scale; each from its own beginning. B is dashed, so that colour alone tells nothing. */
export function comparedDrawing(
  lines: ComparedLines,
  formats: Formats,
  words: { readonly net: string; readonly count: (n: number) => string },
): ChartDrawing {
  const labels = comparedLabels(lines, formats);
  return (look) =>
    ({
      type: 'line',
      data: {
        labels,
        datasets: [
          line(lines.a.points, { name: lines.names.a, color: look.accent, dash: [] }),
          line(lines.b.points, { name: lines.names.b, color: look.text, dash: [6, 4] }),
          ...band(lines.a.points, look.fade(look.accent, 0.14)),
          ...band(lines.b.points, look.fade(look.text, 0.1)),
        ],
      },
      options: {
        font: { family: look.fontFamily },
        // The marks of what happened stand above.
        layout: { padding: { top: 32, right: 16 } },
        scales: scales(lines, formats, look),
        plugins: { legend: { display: false }, tooltip: tooltip(lines, formats, { look, words }) },
      },
    }) as unknown as ChartConfiguration;
}

const told = ({ net, n }: MoodPoint): number | null => (n < LOW_N ? null : net);

function line(
  points: readonly MoodPoint[],
  { name, color, dash }: { readonly name: string; readonly color: string; readonly dash: number[] },
): ChartDataset<'line'> {
  return {
    label: name,
    data: points.map(told),
    borderColor: color,
    backgroundColor: color,
    borderDash: dash,
    borderWidth: 2,
    pointRadius: points.length > 70 ? 0 : 2.5,
    pointHoverRadius: 5,
    spanGaps: true,
    segment: gapOf(points.map(told)),
    order: 0,
  };
}

function band(points: readonly MoodPoint[], color: string): ChartDataset<'line'>[] {
  const ends = (end: 'low' | 'high') =>
    points.map((point) => (point.n < LOW_N ? null : (point.interval?.[end] ?? null)));
  const edge = (end: 'low' | 'high', fill: ChartDataset<'line'>['fill']): ChartDataset<'line'> => ({
    label: BAND,
    data: ends(end),
    borderWidth: 0,
    pointRadius: 0,
    pointHoverRadius: 0,
    spanGaps: true,
    segment: gapOf(ends(end)),
    backgroundColor: color,
    fill,
    order: 1,
  });
  return [edge('high', false), edge('low', '-1')];
}

function scales({ a, b }: ComparedLines, formats: Formats, look: ChartLook) {
  const { min, max, step } = netScale([...a.points, ...b.points].map(told));
  return {
    x: {
      grid: { display: false },
      border: { color: look.line },
      ticks: { maxRotation: 0, autoSkipPadding: 24, color: look.muted },
    },
    y: {
      min,
      max,
      border: { display: false },
      grid: {
        drawTicks: false,
        color: ({ tick }: { tick?: { value: number } }) => (tick?.value === 0 ? look.neutral : look.line),
      },
      ticks: {
        padding: 8,
        stepSize: step,
        color: look.muted,
        callback: (value: number | string) => formats.signed(Number(value)),
      },
    },
  };
}

function tooltip(
  { a, b, names }: ComparedLines,
  formats: Formats,
  { look, words }: { look: ChartLook; words: { net: string; count: (n: number) => string } },
) {
  return {
    backgroundColor: look.raised,
    borderColor: look.line,
    borderWidth: 1,
    titleColor: look.text,
    bodyColor: look.text,
    padding: 12,
    cornerRadius: 8,
    boxPadding: 6,
    usePointStyle: true,
    filter: ({ dataset }: TooltipItem<'line'>) => dataset.label !== BAND,
    callbacks: {
      title: () => words.net,
      label: ({ datasetIndex, dataIndex }: TooltipItem<'line'>) => {
        const [series, name] = datasetIndex === 0 ? [a, names.a] : [b, names.b];
        const point = series.points[dataIndex];
        if (!point || point.net === null) return name;
        const when = intervalWords(point.start, series, formats);
        return `${name} · ${when}: ${formats.signed(point.net)} (${words.count(point.n)})`;
      },
      labelPointStyle: () => ({ pointStyle: 'line' as const, rotation: 0 }),
    },
  };
}
