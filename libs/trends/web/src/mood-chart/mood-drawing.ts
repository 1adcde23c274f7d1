import type { Formats } from '@moodline/shared/i18n';
import type { ChartDrawing, ChartLook } from '@moodline/shared/ui';
import type { MoodPoint, MoodSeries, Step } from '@moodline/trends/contract';
import type { ChartConfiguration, ChartDataset, Plugin, ScaleOptionsByType, TooltipItem } from 'chart.js';
import { LOW_N } from '../findings/standout';
import { type DirectLabels, directLabels } from './direct-labels';
import { netScale } from './net-scale';

/** Words that the picture needs, translated. */
export interface MoodChartWords {
  readonly net: string;
  readonly volume: string;
  readonly positive: string;
  readonly neutral: string;
  readonly negative: string;
  readonly openHint: string;
  readonly count: (n: number) => string;
}

const LABELS = ['positive', 'neutral', 'negative'] as const;
/** More points than this stand too close for dots. */
const MOST_DOTS = 70;

/** An interval as its axis and its tooltip name it. */
export function intervalWords(start: string, step: Step, formats: Formats): string {
  return step === 'hour' ? formats.hour(start) : formats.day(start);
}

/** Net mood as a line over bars of the comments behind it, on one time axis. */
export function moodDrawing(
  series: Pick<MoodSeries, 'points' | 'step'>,
  formats: Formats,
  words: MoodChartWords,
): ChartDrawing {
  return (look) => ({
    type: 'line',
    data: {
      labels: series.points.map(({ start }) => intervalWords(start, series.step, formats)),
      datasets: [
        netLine(series.points, look, words),
        ...LABELS.map((label) => volumeBars(series.points, label, look, words)),
      ] as ChartDataset<'line'>[],
    },
    plugins: [directLabels as Plugin],
    options: {
      font: { family: look.fontFamily },
      layout: { padding: { top: 24, right: 44 } },
      scales: scales(series.points, formats, look),
      plugins: {
        legend: { display: false },
        tooltip: tooltip(series, formats, { look, words }),
        ...{ directLabels: namesBeside(series.points, formats, { look, words }) },
      },
    },
  });
}

function namesBeside(points: readonly MoodPoint[], formats: Formats, { look, words }: Surroundings): DirectLabels {
  const last = points.findLast(({ net }) => net !== null)?.net ?? null;
  return {
    net: words.net,
    volume: words.volume,
    last: last === null ? '' : formats.signed(last),
    color: look.text,
    muted: look.muted,
    ground: look.surface,
  };
}

function netLine(points: readonly MoodPoint[], look: ChartLook, words: MoodChartWords): ChartDataset<'line'> {
  const isLow = (point: MoodPoint) => point.n < LOW_N;
  // Among many points only the doubtful ones are marked, and those that no line reaches.
  const isAlone = (index: number) =>
    (points[index - 1]?.net ?? null) === null && (points[index + 1]?.net ?? null) === null;
  const radius = points.map((point, index) =>
    points.length <= MOST_DOTS || isAlone(index) ? 3 : isLow(point) ? 2 : 0,
  );
  return {
    label: words.net,
    yAxisID: 'net',
    data: points.map(({ net }) => net),
    borderColor: look.text,
    borderWidth: 2,
    pointRadius: radius,
    pointHoverRadius: 5,
    pointBorderWidth: 1.5,
    pointBorderColor: look.text,
    pointBackgroundColor: points.map((point) => (isLow(point) ? look.surface : look.text)),
    fill: { target: 'origin', above: look.fade(look.positive, 0.14), below: look.fade(look.negative, 0.16) },
    order: 0,
    clip: false,
  };
}

function volumeBars(
  points: readonly MoodPoint[],
  label: (typeof LABELS)[number],
  look: ChartLook,
  words: MoodChartWords,
): ChartDataset<'bar'> {
  return {
    type: 'bar',
    label: words[label],
    yAxisID: 'volume',
    stack: 'volume',
    data: points.map((point) => point[label]),
    backgroundColor: look[label],
    hoverBackgroundColor: look[label],
    categoryPercentage: 1,
    barPercentage: points.length > 100 ? 1 : 0.72,
    order: 1,
  };
}

/** Room between the two fields for the name of the lower one. */
const GAP = {
  axis: 'y',
  position: 'left',
  stack: 'mood',
  stackWeight: 0.4,
  ticks: { display: false },
  grid: { display: false },
  border: { display: false },
} as const;

function scales(
  points: readonly MoodPoint[],
  formats: Formats,
  look: ChartLook,
): NonNullable<ChartConfiguration['options']>['scales'] {
  const grid = (atZero: string): Partial<ScaleOptionsByType<'linear'>['grid']> => ({
    drawTicks: false,
    color: ({ tick }) => (tick?.value === 0 ? atZero : look.line),
  });
  const border = { display: false };
  const { min, max, step } = netScale(points.map(({ net }) => net));
  return {
    x: {
      offset: true,
      grid: { display: false },
      border: { color: look.line },
      ticks: { maxRotation: 0, autoSkipPadding: 24, color: look.muted },
    },
    // The first one stands lowest.
    volume: {
      position: 'left',
      stack: 'mood',
      stackWeight: 1,
      stacked: true,
      beginAtZero: true,
      grid: grid(look.line),
      border,
      ticks: {
        padding: 8,
        maxTicksLimit: 3,
        precision: 0,
        color: look.muted,
        callback: (value) => formats.compact(Number(value)),
      },
    },
    gap: GAP,
    net: {
      position: 'left',
      stack: 'mood',
      stackWeight: 3,
      min,
      max,
      grid: grid(look.neutral),
      border,
      ticks: { padding: 8, stepSize: step, color: look.muted, callback: (value) => formats.signed(Number(value)) },
    },
  };
}

interface Surroundings {
  readonly look: ChartLook;
  readonly words: MoodChartWords;
}

function tooltip(
  { points, step }: Pick<MoodSeries, 'points' | 'step'>,
  formats: Formats,
  { look, words }: Surroundings,
) {
  const at = (item: TooltipItem<'line'> | undefined) => points[item?.dataIndex ?? -1];
  return {
    backgroundColor: look.raised,
    borderColor: look.line,
    borderWidth: 1,
    titleColor: look.text,
    bodyColor: look.text,
    footerColor: look.muted,
    footerFont: { weight: 400 as unknown as 'normal' },
    padding: 12,
    cornerRadius: 8,
    boxPadding: 6,
    usePointStyle: true,
    callbacks: {
      title: ([first]: TooltipItem<'line'>[]) => {
        const point = at(first);
        return point ? (step === 'hour' ? formats.hour(point.start) : formats.dayLong(point.start)) : '';
      },
      label: (item: TooltipItem<'line'>) => {
        const point = at(item);
        if (!point) return '';
        if (item.datasetIndex === 0) return `${words.net} ${point.net === null ? '' : formats.signed(point.net)}`;
        const label = LABELS[item.datasetIndex - 1] ?? 'neutral';
        return `${words[label]} ${formats.percent(point.n === 0 ? 0 : point[label] / point.n)} (${formats.number(point[label])})`;
      },
      labelPointStyle: ({ datasetIndex }: TooltipItem<'line'>) => ({
        pointStyle: datasetIndex === 0 ? ('line' as const) : ('rect' as const),
        rotation: 0,
      }),
      footer: ([first]: TooltipItem<'line'>[]) => {
        const point = at(first);
        return point ? `${words.count(point.n)}\n${words.openHint}` : '';
      },
    },
  };
}
