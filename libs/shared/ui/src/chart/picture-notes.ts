import type { ChartConfiguration } from 'chart.js';
import type { ChartLayout } from './chart-layout';
import type { ChartLook } from './chart-look';
import { fontOf, type PictureContext, wrapped } from './picture-text';

/** What a colour of a picture stands for. */
export interface PictureKey {
  readonly name: string;
  readonly color: string;
  readonly shape: 'bar' | 'line';
  readonly dash: readonly number[];
}

/** What happened at a place of the x axis: its sign stands above the chart, its words below. */
export interface PictureMark {
  readonly index: number;
  readonly sign: string;
  readonly words: string;
}

const SIZE = 12;
const LINE = 18;
const SWATCH = 16;
const GAP = 20;
/** More marks are not told one by one. */
const MOST_TOLD = 12;

/** What the colours stand for, each name once; nothing where there is one thing only. Lines that are not drawn have no name. */
export function keyOf({ datasets }: ChartConfiguration['data']): PictureKey[] {
  const keys = new Map<string, PictureKey>();
  for (const dataset of datasets as readonly KeyedDataset[]) {
    const { label: name, type, borderColor, backgroundColor, borderWidth, borderDash } = dataset;
    const color = type === 'bar' ? backgroundColor : borderColor;
    const isHidden = type !== 'bar' && (borderWidth === 0 || dataset.showLine === false);
    if (!name || typeof color !== 'string' || isHidden || keys.has(name)) continue;
    keys.set(name, { name, color, shape: type === 'bar' ? 'bar' : 'line', dash: borderDash ?? [] });
  }
  return keys.size > 1 ? [...keys.values()] : [];
}

/** What is read of a dataset of chart.js, whatever its kind. */
interface KeyedDataset {
  readonly label?: string;
  readonly type?: string;
  readonly borderColor?: unknown;
  readonly backgroundColor?: unknown;
  readonly borderWidth?: unknown;
  readonly borderDash?: readonly number[];
  readonly showLine?: boolean;
}

/** Places for the names in rows as wide as `width`. @returns for each its left end and its row */
function keyPlaces(keys: readonly PictureKey[], width: number, context: PictureContext): { x: number; row: number }[] {
  let [x, row] = [0, 0];
  return keys.map(({ name }) => {
    const wide = SWATCH + 6 + context.measureText(name).width;
    if (x > 0 && x + wide > width) [x, row] = [0, row + 1];
    const place = { x, row };
    x += wide + GAP;
    return place;
  });
}

/** Height of the names of the colours. */
export function keyHeight(
  keys: readonly PictureKey[],
  width: number,
  look: ChartLook,
  context: PictureContext,
): number {
  if (!keys.length) return 0;
  context.font = fontOf(look, SIZE);
  return ((keyPlaces(keys, width, context).at(-1)?.row ?? 0) + 1) * LINE + 8;
}

/** Draws the names of the colours from the top left corner. */
export function drawKey(keys: readonly PictureKey[], width: number, look: ChartLook, context: PictureContext): void {
  context.font = fontOf(look, SIZE);
  keyPlaces(keys, width, context).forEach(({ x, row }, index) => {
    const key = keys[index];
    if (!key) return;
    const middle = row * LINE + LINE / 2;
    if (key.shape === 'bar') {
      context.fillStyle = key.color;
      context.fillRect(x + 3, middle - 5, 10, 10);
    } else {
      drawStroke(context, { color: key.color, width: 2, dash: key.dash }, [x, middle, x + SWATCH, middle]);
    }
    context.fillStyle = look.muted;
    context.textBaseline = 'middle';
    context.fillText(key.name, x + SWATCH + 6, middle);
  });
}

/** Draws the signs above the chart, each with a line down to its axis. The layout is that of the chart at the top left corner. */
export function drawMarks(
  marks: readonly PictureMark[],
  { places, bottom }: Pick<ChartLayout, 'places' | 'bottom'>,
  look: ChartLook,
  context: PictureContext,
): void {
  for (const { index, sign } of marks) {
    const x = places[index];
    if (x === undefined || Number.isNaN(x)) continue;
    drawStroke(context, { color: look.fade(look.muted, 0.5), width: 1, dash: [3, 3] }, [x, 21, x, bottom]);
    context.beginPath();
    context.arc(x, 11, 9.5, 0, 2 * Math.PI);
    context.fillStyle = look.surface;
    context.fill();
    context.strokeStyle = look.muted;
    context.stroke();
    context.font = fontOf(look, 11);
    context.fillStyle = look.text;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(sign, x, 11.5);
    context.textAlign = 'start';
  }
}

/** The lines in which the marks are told, one mark after the other. */
export function markLines(
  marks: readonly PictureMark[],
  width: number,
  look: ChartLook,
  context: PictureContext,
): string[] {
  context.font = fontOf(look, SIZE);
  const told = marks.slice(0, MOST_TOLD).flatMap(({ sign, words }) => wrapped(context, `${sign}  ${words}`, width));
  return marks.length > MOST_TOLD ? [...told, `+ ${marks.length - MOST_TOLD}`] : told;
}

export const linesHeight = (lines: readonly string[]): number => (lines.length ? lines.length * LINE + 8 : 0);

/** Draws lines of small text from the top left corner. */
export function drawLines(lines: readonly string[], look: ChartLook, context: PictureContext): void {
  context.font = fontOf(look, SIZE);
  context.fillStyle = look.muted;
  context.textBaseline = 'middle';
  lines.forEach((line, row) => context.fillText(line, 0, row * LINE + LINE / 2));
}

interface Stroke {
  readonly color: string;
  readonly width: number;
  readonly dash: readonly number[];
}

function drawStroke(
  context: PictureContext,
  { color, width, dash }: Stroke,
  [x1, y1, x2, y2]: readonly [number, number, number, number],
): void {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.setLineDash([...dash]);
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
  context.setLineDash([]);
}
