import type { Chart, ChartConfiguration } from 'chart.js';
import type { ChartLook } from './chart-look';
import { escaped, SvgRecorder } from './svg-recorder';

/** A chart that can be drawn once more, away from the page. */
export interface DrawableChart {
  readonly library: typeof Chart;
  readonly configuration: ChartConfiguration;
  readonly look: ChartLook;
  /** Size on the page, in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** What stands above the chart. */
export interface PictureWords {
  readonly heading: string;
  readonly subtitle: string;
}

const MARGIN = 24;
const HEAD = 64;
const HEADING_SIZE = 18;
const SUBTITLE_SIZE = 12;
/** Pixels of the file for one of the page. */
const SHARPNESS = 2;

/** The chart as a PNG with its heading, twice as sharp as on the page. */
export async function chartPng(chart: DrawableChart, words: PictureWords): Promise<Blob> {
  const { look, width, height } = chart;
  const canvas = document.createElement('canvas');
  canvas.width = (width + 2 * MARGIN) * SHARPNESS;
  canvas.height = (height + HEAD + MARGIN) * SHARPNESS;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no drawing context.');
  context.scale(SHARPNESS, SHARPNESS);
  context.fillStyle = look.surface;
  context.fillRect(0, 0, width + 2 * MARGIN, height + HEAD + MARGIN);
  context.fillStyle = look.text;
  context.font = `600 ${HEADING_SIZE}px ${look.fontFamily}`;
  context.fillText(words.heading, MARGIN, MARGIN + HEADING_SIZE, width);
  context.fillStyle = look.muted;
  context.font = `${SUBTITLE_SIZE}px ${look.fontFamily}`;
  context.fillText(words.subtitle, MARGIN, HEAD - 4, width);
  drawnApart(chart, (drawn) => context.drawImage(drawn.canvas, MARGIN, HEAD, width, height));
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('This browser makes no picture of the chart.');
  return blob;
}

/** The chart as an SVG with its heading; its texts stay texts. */
export function chartSvg(chart: DrawableChart, { heading, subtitle }: PictureWords): string {
  const { look, width, height } = chart;
  const [whole, high] = [width + 2 * MARGIN, height + HEAD + MARGIN];
  const font = `font-family="${escaped(look.fontFamily)}"`;
  const inside = drawnApart(chart, recorded);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${whole}" height="${high}" viewBox="0 0 ${whole} ${high}">` +
    `<rect width="100%" height="100%" fill="${escaped(look.surface)}"/>` +
    `<text x="${MARGIN}" y="${MARGIN + HEADING_SIZE}" ${font} font-size="${HEADING_SIZE}" font-weight="600" fill="${escaped(look.text)}">${escaped(heading)}</text>` +
    `<text x="${MARGIN}" y="${HEAD - 4}" ${font} font-size="${SUBTITLE_SIZE}" fill="${escaped(look.muted)}">${escaped(subtitle)}</text>` +
    `<g transform="translate(${MARGIN} ${HEAD})">${inside}</g></svg>`
  );
}

/** Draws the chart on a canvas of its own, with the same room as on the page. */
function drawnApart<T>({ library, configuration, width, height }: DrawableChart, use: (chart: Chart) => T): T {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const options = {
    ...configuration.options,
    ...{ animation: false as const, responsive: false, maintainAspectRatio: false, devicePixelRatio: SHARPNESS },
  };
  const chart = new library(canvas, {
    ...configuration,
    data: segmented(configuration.data),
    options,
  } as ChartConfiguration);
  try {
    return use(chart);
  } finally {
    chart.destroy();
  }
}

/** Lines that have segments are drawn call by call; the others as one Path2D, of which nobody can read what is in it. */
function segmented(data: ChartConfiguration['data']): ChartConfiguration['data'] {
  const datasets = data.datasets.map((dataset) => ({ segment: {}, ...dataset }) as typeof dataset);
  return { ...data, datasets };
}

/** Has the chart draw once more into a recorder. Its scales and the controllers of its data keep the context that they began with. */
function recorded(chart: Chart): string {
  const own = chart.ctx;
  const recorder = new SvgRecorder(own);
  const drawers = chart.data.datasets.map((_, index) => chart.getDatasetMeta(index).controller) as unknown as Drawer[];
  const scales = Object.values(chart.scales) as unknown as Drawer[];
  const holders = [chart as unknown as Drawer, ...scales, ...drawers];
  for (const holder of holders) for (const name of ['ctx', '_ctx'] as const) if (holder[name]) holder[name] = recorder;
  chart.draw();
  // Whoever takes the chart away wipes its canvas first.
  (chart as unknown as Drawer).ctx = own;
  return recorder.markup;
}

/** What of chart.js draws, by the context that it holds. */
type Drawer = Partial<Record<'ctx' | '_ctx', unknown>>;
