import type { Formats } from '@moodline/shared/i18n';
import type { ChartDrawing, ChartLook } from '@moodline/shared/ui';
import type { MoodPoint, MoodSeries } from '@moodline/trends/contract';
import type { ChartConfiguration, ChartDataset, Plugin, ScaleOptionsByType, TooltipItem } from 'chart.js';
import { LOW_N } from '../findings/low-n';
import { isPartial } from '../findings/partial-interval';
import { type DirectLabels, directLabels } from './direct-labels';
import { gapOf } from './line-gap-look';
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
  /** Between which numbers the net mood lies. */
  readonly between: (low: string, high: string) => string;
}

const LABELS = ['positive', 'neutral', 'negative'] as const;
/** Of the lines around the net mood, which are none to be read. */
const BAND = 'band';
/** More points than this stand too close for dots. */
const MOST_DOTS = 70;

/** What names the intervals of a series. */
type Axis = Pick<MoodSeries, 'step' | 'period'>;

/** An interval as its axis and its tooltip name it; with the year where the period lies in another one, or in several. */
export function intervalWords(start: string, { step, period }: Axis, formats: Formats): string {
  if (step === 'hour') return formats.hour(start);
  return formats.isThisYear(period.from) && formats.isThisYear(start) ? formats.day(start) : formats.dayOfYear(start);
}

/** Net mood as a line over bars of the comments behind it, on one time axis. */
export function moodDrawing(
  series: Pick<MoodSeries, 'points' | 'step' | 'period'>,
  formats: Formats,
  words: MoodChartWords,
): ChartDrawing {
  // Checked part by part: whether the whole fits the configurations of all kinds of charts hangs on the order of checking.
  return (look) =>
    ({
      type: 'line',
      data: {
        labels: series.points.map(({ start }) => intervalWords(start, series, formats)),
        datasets: [
          netLine(series, look, words),
          lowPoints(series.points, look, words),
          ...LABELS.map((label) => volumeBars(series.points, label, look, words)),
          ...band(series.points, look),
        ] as ChartDataset<'line'>[],
      },
      plugins: [directLabels as Plugin],
      options: {
        font: { family: look.fontFamily },
        // The marks of what happened stand above the name of the axis.
        layout: { padding: { top: 48, right: 44 } },
        scales: scales(series.points, formats, look),
        plugins: {
          legend: { display: false },
          tooltip: tooltip(series, formats, { look, words }),
          ...{ directLabels: namesBeside(series.points, formats, { look, words }) },
        },
      },
    }) as unknown as ChartConfiguration;
}

function namesBeside(points: readonly MoodPoint[], formats: Formats, { look, words }: Surroundings): DirectLabels {
  const last = points.findLast((point) => point.net !== null && !isLow(point))?.net ?? null;
  return {
    net: words.net,
    volume: words.volume,
    last: last === null ? '' : formats.signed(last),
    color: look.text,
    muted: look.muted,
    ground: look.surface,
  };
}

const isLow = ({ n }: MoodPoint) => n < LOW_N;

function netLine(
  series: Pick<MoodSeries, 'points' | 'step' | 'period'>,
  look: ChartLook,
  words: MoodChartWords,
): ChartDataset<'line'> {
  // The line goes past what a handful of comments say: it would be a peak of nothing.
  const points = series.points.map((point) => (isLow(point) ? { ...point, net: null } : point));
  // Among many points only those are marked that no line reaches.
  const isAlone = (index: number) =>
    (points[index - 1]?.net ?? null) === null && (points[index + 1]?.net ?? null) === null;
  const radius = points.map((point, index) =>
    point.net !== null && (points.length <= MOST_DOTS || isAlone(index)) ? 3 : 0,
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
    pointBackgroundColor: look.text,
    spanGaps: true,
    // Counted in part only: the first week of a period, today.
    segment: {
      borderDash: ({ p0DataIndex, p1DataIndex }: { p0DataIndex: number; p1DataIndex: number }) =>
        isPartial(series, p0DataIndex) || isPartial(series, p1DataIndex) ? [4, 4] : undefined,
      ...gapOf(points.map(({ net }) => net)),
    },
    fill: { target: 'origin', above: look.fade(look.positive, 0.14), below: look.fade(look.negative, 0.16) },
    order: 0,
    clip: false,
  };
}

/** Where the net mood may lie: the room between two lines that are not drawn. Not for points that no line reaches. */
function band(points: readonly MoodPoint[], look: ChartLook): ChartDataset<'line'>[] {
  const ends = (end: 'low' | 'high') => points.map((point) => (isLow(point) ? null : (point.interval?.[end] ?? null)));
  const edge = (end: 'low' | 'high', fill: ChartDataset<'line'>['fill']): ChartDataset<'line'> => ({
    label: BAND,
    yAxisID: 'net',
    data: ends(end),
    borderWidth: 0,
    pointRadius: 0,
    pointHoverRadius: 0,
    spanGaps: true,
    segment: gapOf(ends(end)),
    backgroundColor: look.fade(look.muted, 0.22),
    fill,
    order: 1,
  });
  return [edge('high', false), edge('low', '-1')];
}

/** What fewer than {@link LOW_N} comments say: hollow, and no line leads there. */
function lowPoints(points: readonly MoodPoint[], look: ChartLook, words: MoodChartWords): ChartDataset<'line'> {
  return {
    label: words.net,
    yAxisID: 'net',
    data: points.map((point) => (isLow(point) ? point.net : null)),
    showLine: false,
    pointRadius: 2.5,
    pointHoverRadius: 4,
    pointBorderWidth: 1,
    pointBorderColor: look.muted,
    pointBackgroundColor: look.surface,
    order: 0,
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

function netWords({ net, interval }: MoodPoint, formats: Formats, words: MoodChartWords): string {
  if (net === null) return words.net;
  const between = interval ? ` ${words.between(formats.signed(interval.low), formats.signed(interval.high))}` : '';
  return `${words.net} ${formats.signed(net)}${between}`;
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
    filter: ({ dataset }: TooltipItem<'line'>) => dataset.label !== BAND,
    callbacks: {
      title: ([first]: TooltipItem<'line'>[]) => {
        const point = at(first);
        return point ? (step === 'hour' ? formats.hour(point.start) : formats.dayLong(point.start)) : '';
      },
      label: (item: TooltipItem<'line'>) => {
        const point = at(item);
        if (!point) return '';
        if (item.datasetIndex <= 1) return netWords(point, formats, words);
        const label = LABELS[item.datasetIndex - 2] ?? 'neutral';
        return `${words[label]} ${formats.percent(point.n === 0 ? 0 : point[label] / point.n)} (${formats.number(point[label])})`;
      },
      labelPointStyle: ({ datasetIndex }: TooltipItem<'line'>) => ({
        pointStyle: datasetIndex <= 1 ? ('line' as const) : ('rect' as const),
        rotation: 0,
      }),
      footer: ([first]: TooltipItem<'line'>[]) => {
        const point = at(first);
        return point ? `${words.count(point.n)}\n${words.openHint}` : '';
      },
    },
  };
}
