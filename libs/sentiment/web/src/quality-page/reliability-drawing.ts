import type { ChartConfiguration, Plugin } from 'chart.js';
import type { ReliabilityBin } from '@moodline/sentiment/contract';
import type { Formats } from '@moodline/shared/i18n';
import type { ChartDrawing, ChartLook } from '@moodline/shared/ui';

/** Words of the diagram. */
export interface ReliabilityWords {
  readonly said: string;
  readonly right: string;
  readonly ideal: string;
  readonly count: (n: string) => string;
}

/** A bin that holds labels. */
export interface FilledBin extends ReliabilityBin {
  readonly confidence: number;
  readonly accuracy: number;
}

export const filledBins = (bins: readonly ReliabilityBin[]): FilledBin[] =>
  bins.filter((bin): bin is FilledBin => bin.n > 0 && bin.confidence !== null && bin.accuracy !== null);

/** How sure the machine was against how often it was right: on the diagonal its probabilities can be taken at their word. A dot is the larger, the more labels are in it. */
export function reliabilityDrawing(
  bins: readonly FilledBin[],
  formats: Formats,
  words: ReliabilityWords,
): ChartDrawing {
  return (look) => {
    const most = Math.max(1, ...bins.map(({ n }) => n));
    const axis = (title: string) => shareAxis(title, formats, look);
    const points = {
      data: bins.map(({ confidence, accuracy }) => ({ x: confidence, y: accuracy })),
      borderColor: look.accent,
      backgroundColor: look.accent,
      borderWidth: 2,
      pointRadius: bins.map(({ n }) => 3 + 6 * Math.sqrt(n / most)),
      pointHoverRadius: bins.map(({ n }) => 4 + 6 * Math.sqrt(n / most)),
    };
    const diagonal = {
      data: [
        { x: 0, y: 0 },
        { x: 1, y: 1 },
      ],
      borderColor: look.muted,
      borderDash: [4, 4],
      borderWidth: 1.5,
      pointRadius: 0,
      pointHitRadius: 0,
    };
    const configuration: ChartConfiguration<'line'> = {
      type: 'line',
      data: { datasets: [points, diagonal] },
      options: {
        layout: { padding: { top: 20, right: 16 } },
        scales: { x: axis(words.said), y: axis(words.right) },
        plugins: {
          legend: { display: false },
          tooltip: { filter: ({ datasetIndex }) => datasetIndex === 0, callbacks: tooltipWords(bins, formats, words) },
        },
      },
      plugins: [directWords(bins, formats, { ...words, look })],
    };
    return configuration as ChartConfiguration;
  };
}

/** An axis of shares from 0 to 1. */
function shareAxis(title: string, formats: Formats, look: ChartLook) {
  return {
    type: 'linear' as const,
    min: 0,
    max: 1,
    title: { display: true, text: title, color: look.muted },
    grid: { color: look.line },
    border: { display: false },
    ticks: {
      stepSize: 0.25,
      color: look.muted,
      callback: (value: string | number) => formats.percent(Number(value)),
    },
  };
}

function tooltipWords(bins: readonly FilledBin[], formats: Formats, words: ReliabilityWords) {
  return {
    title: (items: { dataIndex: number }[]) => {
      const bin = bins[items[0]?.dataIndex ?? 0];
      return bin ? `${formats.percent(bin.low)}–${formats.percent(bin.high)}` : '';
    },
    label: ({ dataIndex }: { dataIndex: number }) => {
      const bin = bins[dataIndex];
      return bin
        ? [
            `${words.said}: ${formats.percent(bin.confidence)}`,
            `${words.right}: ${formats.percent(bin.accuracy)}`,
            words.count(formats.number(bin.n)),
          ]
        : [];
    },
  };
}

/** Writes how many labels a dot stands for above it, and what the diagonal means along it. */
function directWords(
  bins: readonly FilledBin[],
  formats: Formats,
  { ideal, look }: ReliabilityWords & { look: ChartLook },
): Plugin<'line'> {
  return {
    id: 'reliability-words',
    afterDatasetsDraw: (chart) => {
      const { ctx, chartArea, scales } = chart;
      ctx.save();
      ctx.font = `12px ${look.fontFamily}`;
      ctx.fillStyle = look.muted;
      ctx.textAlign = 'center';
      chart
        .getDatasetMeta(0)
        .data.forEach((point, index) => ctx.fillText(formats.number(bins[index]?.n ?? 0), point.x, point.y - 12));
      const [x, y] = [scales['x'], scales['y']];
      if (x && y) {
        ctx.translate(x.getPixelForValue(0.22), y.getPixelForValue(0.22));
        ctx.rotate(-Math.atan2(chartArea.height, chartArea.width));
        ctx.fillText(ideal, 0, -6);
      }
      ctx.restore();
    },
  };
}
