import type { ChartDrawing } from '@moodline/shared/ui';
import type { ChartConfiguration } from 'chart.js';

const DAYS = ['1 May', '2 May', '3 May', '4 May', '5 May', '6 May', '7 May'];
const NET = [12, 4, null, -8, -20, 6, 11];
const VOLUME = [20, 22, 3, 41, 60, 30, 18];

/** With the minus of typesetting, as everywhere. */
const signed = (value: number | string) => String(value).replace('-', '\u2212');

/** A line over bars, with the colours and the font of the place that it stands in. */
export const kitDrawing: ChartDrawing = (look) =>
  ({
    type: 'line',
    data: {
      labels: DAYS,
      datasets: [
        { label: 'Net mood', data: NET, borderColor: look.text, backgroundColor: look.text, spanGaps: true },
        { type: 'bar', label: 'Comments', data: VOLUME, backgroundColor: look.fade(look.accent, 0.4) },
      ],
    },
    options: {
      font: { family: look.fontFamily },
      scales: {
        x: { grid: { display: false }, ticks: { color: look.muted } },
        y: { grid: { color: look.line }, ticks: { color: look.muted, callback: signed } },
      },
      plugins: { legend: { display: false } },
    },
  }) as unknown as ChartConfiguration;

/** The same numbers as a table. */
export const kitTable = {
  columns: ['Day', 'Net mood', 'Comments'],
  rows: DAYS.map((day, index) => [day, signed(NET[index] ?? '–'), String(VOLUME[index])]),
};
