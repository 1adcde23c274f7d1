import type { Formats } from '@moodline/shared/i18n';
import type { ChartDrawing, ChartLook } from '@moodline/shared/ui';
import { gapOf } from '@moodline/trends/web';
import { isHourly, type LineTable } from './line-table';

/** Lines are told apart by dashes first: accent, text and grey say nothing about mood, and dashes need no colour. */
export const DASHES: readonly (readonly number[])[] = [[], [6, 4], [2, 3], [10, 3, 2, 3]];

/** The dash pattern of the n-th line. */
export const dashOf = (index: number): readonly number[] => DASHES[index % DASHES.length] ?? [];

const LINE_TOKENS = ['accent', 'text', 'muted', 'neutral'] as const;

/** The token that colours the n-th line. */
export const tokenOf = (index: number): (typeof LINE_TOKENS)[number] =>
  LINE_TOKENS[index % LINE_TOKENS.length] ?? 'accent';

/** Under so many comments a point swings by chance and is drawn hollow. */
const LOW_N = 10;
/** With more points than this the dots hide the line and its dashes; those with few comments stay marked. */
const MOST_DOTS = 14;
const DOT = 2.5;
/** Net mood that the axis shows at least on both sides of zero, so that small moves look small. */
const LEAST_REACH = 20;

/** The time of an interval as the axis and the table write it. */
export function startWords(table: LineTable, formats: Formats): string[] {
  const hourly = isHourly(table.starts);
  return table.starts.map((start) => (hourly ? formats.hour(start) : formats.day(start)));
}

/** Net mood lines over a common time axis, with the zero line set off. */
export function lineDrawing(table: LineTable, formats: Formats): ChartDrawing {
  return (look) => ({
    type: 'line',
    data: {
      labels: startWords(table, formats),
      datasets: table.lines.map((line, index) => dataset(line, index, look)),
    },
    options: {
      // Room for the marks of what happened.
      layout: { padding: { top: 26 } },
      scales: {
        x: { grid: { display: false }, border: { display: false }, ticks: { maxRotation: 0, autoSkipPadding: 16 } },
        y: {
          suggestedMin: -LEAST_REACH,
          suggestedMax: LEAST_REACH,
          border: { display: false },
          grid: { color: ({ tick }) => (tick.value === 0 ? look.muted : look.line) },
          ticks: { maxTicksLimit: 5, callback: (value) => formats.signed(Number(value)) },
        },
      },
      plugins: {
        tooltip: {
          displayColors: false,
          callbacks: {
            label: ({ datasetIndex, dataIndex }) => {
              const line = table.lines[datasetIndex];
              const point = line?.points[dataIndex];
              return line && point && point.net !== null
                ? `${line.name}: ${formats.signed(point.net)} (n = ${formats.number(point.n)})`
                : '';
            },
          },
        },
      },
    },
  });
}

function dataset({ name, points }: LineTable['lines'][number], index: number, look: ChartLook) {
  const color = look[tokenOf(index)];
  return {
    label: name,
    data: points.map(({ net }) => net),
    borderColor: color,
    borderWidth: 2,
    borderDash: [...dashOf(index)],
    pointRadius: points.map(({ n }) => (n < LOW_N || points.length <= MOST_DOTS ? DOT : 0)),
    pointBorderColor: color,
    pointBackgroundColor: points.map(({ n }) => (n < LOW_N ? look.surface : color)),
    spanGaps: true,
    segment: gapOf(points.map(({ net }) => net)),
  };
}
