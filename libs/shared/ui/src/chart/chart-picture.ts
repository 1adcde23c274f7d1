import type { Chart, ChartConfiguration } from 'chart.js';
import { type ChartLayout, readLayout } from './chart-layout';
import { type ChartLook, loadChartFonts } from './chart-look';
import {
  drawKey,
  drawLines,
  drawMarks,
  keyHeight,
  keyOf,
  linesHeight,
  markLines,
  type PictureKey,
  type PictureMark,
} from './picture-notes';
import { fontOf, type PictureContext, wrapped } from './picture-text';
import { drawPlain, type PlainChart, plainHeight } from './plain-picture';
import { escaped, SvgRecorder } from './svg-recorder';

/** A chart of chart.js that can be drawn once more, away from the page. */
export interface DrawableCanvas {
  readonly library: typeof Chart;
  readonly configuration: ChartConfiguration;
  readonly look: ChartLook;
  /** Size in the picture, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** What happened when. */
  readonly marks: readonly PictureMark[];
}

/** A chart that the page draws with elements. */
export interface DrawablePlain {
  readonly plain: PlainChart;
  readonly look: ChartLook;
  readonly width: number;
}

export type DrawableChart = DrawableCanvas | DrawablePlain;

/** What stands above the chart. */
export interface PictureWords {
  readonly heading: string;
  readonly subtitle: string;
}

const MARGIN = 24;
const HEADING = { size: 18, line: 24 } as const;
const SUBTITLE = { size: 12, line: 18 } as const;
const GAP = 16;
/** Pixels of the file for one of the page. */
const SHARPNESS = 2;

/** The chart as a PNG with its heading, twice as sharp as on the page. */
export async function chartPng(chart: DrawableChart, words: PictureWords): Promise<Blob> {
  const told = 'marks' in chart ? chart.marks.map((mark) => mark.words) : [];
  await loadChartFonts(document.body, [words.heading, words.subtitle, ...told].join(' '));
  const canvas = document.createElement('canvas');
  const context = contextOf(canvas);
  const page = pageOf(chart, words, context);
  // A new size wipes a canvas and what was set of it.
  canvas.width = page.width * SHARPNESS;
  canvas.height = page.height * SHARPNESS;
  context.scale(SHARPNESS, SHARPNESS);
  drawPage(page, chart, {
    context,
    place: (drawn, { width, height }) => context.drawImage(drawn.canvas, 0, 0, width, height),
  });
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('This browser makes no picture of the chart.');
  return blob;
}

/** The chart as an SVG with its heading; its texts stay texts. */
export function chartSvg(chart: DrawableChart, words: PictureWords): string {
  const measure = contextOf(document.createElement('canvas'));
  const recorder = new SvgRecorder(measure);
  const page = pageOf(chart, words, measure);
  drawPage(page, chart, {
    context: recorder as unknown as PictureContext,
    place: (drawn) => recorder.include(recorded(drawn)),
  });
  const { width, height } = page;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">` +
    `<title>${escaped(words.heading)}</title>${recorder.markup}</svg>`
  );
}

/** What the picture is made of, one below the other. */
interface Page {
  readonly width: number;
  readonly height: number;
  /** Width of the chart. */
  readonly inner: number;
  readonly heading: readonly string[];
  readonly subtitle: readonly string[];
  readonly chartHeight: number;
  readonly key: readonly PictureKey[];
  readonly keyHeight: number;
  readonly told: readonly string[];
}

function pageOf(chart: DrawableChart, words: PictureWords, context: PictureContext): Page {
  const { look, width: inner } = chart;
  context.font = fontOf(look, HEADING.size, 600);
  const heading = wrapped(context, words.heading, inner);
  context.font = fontOf(look, SUBTITLE.size);
  const subtitle = wrapped(context, words.subtitle, inner);
  const isPlain = 'plain' in chart;
  const chartHeight = isPlain ? plainHeight(chart.plain, inner) : chart.height;
  const key = isPlain ? [] : keyOf(chart.configuration.data);
  const told = isPlain ? [] : markLines(chart.marks, inner, look, context);
  const keyed = keyHeight(key, inner, look, context);
  const head = heading.length * HEADING.line + subtitle.length * SUBTITLE.line + GAP;
  const height = Math.ceil(2 * MARGIN + head + chartHeight + keyed + linesHeight(told));
  return { width: inner + 2 * MARGIN, height, inner, heading, subtitle, chartHeight, key, keyHeight: keyed, told };
}

/** Where a picture is drawn, and how a chart of chart.js comes onto it. */
interface Paper {
  readonly context: PictureContext;
  readonly place: (drawn: Chart, chart: DrawableCanvas) => void;
}

function drawPage(page: Page, chart: DrawableChart, { context, place }: Paper): void {
  const { look } = chart;
  context.fillStyle = look.surface;
  context.fillRect(0, 0, page.width, page.height);
  context.translate(MARGIN, MARGIN);
  for (const [lines, { size, line }, weight, color] of [
    [page.heading, HEADING, 600, look.text],
    [page.subtitle, SUBTITLE, 400, look.muted],
  ] as const) {
    context.font = fontOf(look, size, weight);
    context.fillStyle = color;
    context.textBaseline = 'middle';
    lines.forEach((words, row) => context.fillText(words, 0, row * line + line / 2));
    context.translate(0, lines.length * line);
  }
  context.translate(0, GAP);
  if ('plain' in chart) drawPlain(chart.plain, page.inner, look, context);
  else drawCanvas(chart, { context, place });
  context.translate(0, page.chartHeight + (page.keyHeight ? 8 : 0));
  drawKey(page.key, page.inner, look, context);
  context.translate(0, page.keyHeight);
  drawLines(page.told, look, context);
}

function drawCanvas(chart: DrawableCanvas, { context, place }: Paper): void {
  drawnApart(chart, (drawn) => {
    const layout: ChartLayout | null = readLayout(drawn);
    // Read first: whoever records the chart has it draw once more.
    place(drawn, chart);
    if (layout) drawMarks(chart.marks, layout, chart.look, context);
  });
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no drawing context.');
  return context;
}

/** Draws the chart on a canvas of its own, with the same room as on the page. */
function drawnApart<T>({ library, configuration, width, height }: DrawableCanvas, use: (chart: Chart) => T): T {
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
