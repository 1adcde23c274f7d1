import type { ChartColor, ChartLook } from './chart-look';
import { valueRuns } from '../sparkline/value-runs';
import { fontOf, type PictureContext, shortened } from './picture-text';

/** A bar of a share from 0 to 1. */
export interface PlainBar {
  readonly name: string;
  readonly share: number;
  /** What stands at its end. */
  readonly said: string;
  readonly color: ChartColor;
}

/** A small line; null is where nothing is known. */
export interface PlainLine {
  readonly name: string;
  /** Its number, and what else stands beside it. */
  readonly said: string;
  readonly note: string;
  readonly values: readonly (number | null)[];
  /** Across how many places at most, from one value to the next, the line is drawn. */
  readonly bridge: number;
}

/** A chart that a page draws with elements, told so that it can be drawn as a picture: bars in groups, or small lines on one scale. */
export type PlainChart =
  | { readonly kind: 'bars'; readonly groups: readonly { readonly name: string; readonly bars: readonly PlainBar[] }[] }
  | { readonly kind: 'lines'; readonly lines: readonly PlainLine[]; readonly min: number; readonly max: number };

const BAR_ROW = 28;
const GROUP_HEAD = 30;
const CELL = { least: 240, height: 112, gap: 24, top: 52, line: 44 } as const;

/** Height of the picture for a width. */
export function plainHeight(chart: PlainChart, width: number): number {
  if (chart.kind === 'lines') return Math.ceil(chart.lines.length / columnsIn(width)) * CELL.height;
  return chart.groups.reduce((sum, { name, bars }) => sum + (name ? GROUP_HEAD : 0) + bars.length * BAR_ROW, 0);
}

const columnsIn = (width: number): number => Math.max(1, Math.floor((width + CELL.gap) / (CELL.least + CELL.gap)));

/** Draws it from the top left corner. */
export function drawPlain(chart: PlainChart, width: number, look: ChartLook, context: PictureContext): void {
  if (chart.kind === 'bars') drawGroups(chart.groups, width, look, context);
  else drawCells(chart, width, look, context);
}

function drawGroups(
  groups: (PlainChart & { kind: 'bars' })['groups'],
  width: number,
  look: ChartLook,
  context: PictureContext,
): void {
  let y = 0;
  for (const { name, bars } of groups) {
    if (name) {
      write(context, name, { at: [0, y + GROUP_HEAD / 2], font: fontOf(look, 14, 600), color: look.text });
      y += GROUP_HEAD;
    }
    for (const bar of bars) {
      drawBar(bar, { y: y + BAR_ROW / 2, width }, look, context);
      y += BAR_ROW;
    }
  }
}

function drawBar(
  { name, share, said, color }: PlainBar,
  { y, width }: { readonly y: number; readonly width: number },
  look: ChartLook,
  context: PictureContext,
): void {
  const [left, right] = [Math.round(width * 0.28), Math.round(width * 0.76)];
  const font = fontOf(look, 13);
  context.font = font;
  write(context, shortened(context, name, left - 16), { at: [0, y], font, color: look.text });
  context.fillStyle = look.line;
  context.fillRect(left, y - 5, right - left, 10);
  context.fillStyle = look[color];
  context.fillRect(left, y - 5, (right - left) * Math.min(1, Math.max(0, share)), 10);
  write(context, said, { at: [right + 16, y], font, color: look.text });
}

function drawCells(
  { lines, min, max }: PlainChart & { kind: 'lines' },
  width: number,
  look: ChartLook,
  context: PictureContext,
): void {
  const columns = columnsIn(width);
  const wide = (width - (columns - 1) * CELL.gap) / columns;
  lines.forEach((line, index) => {
    context.save();
    context.translate((index % columns) * (wide + CELL.gap), Math.floor(index / columns) * CELL.height);
    drawCell(line, { wide, min, max }, look, context);
    context.restore();
  });
}

function drawCell(
  { name, said, note, values, bridge }: PlainLine,
  { wide, min, max }: { readonly wide: number; readonly min: number; readonly max: number },
  look: ChartLook,
  context: PictureContext,
): void {
  const font = fontOf(look, 13);
  context.font = font;
  write(context, shortened(context, name, wide), { at: [0, 10], font, color: look.text });
  const bold = fontOf(look, 18, 600);
  write(context, said, { at: [0, 34], font: bold, color: look.text });
  const after = context.measureText(said).width + 10;
  write(context, note, { at: [after, 35], font: fontOf(look, 12), color: look.muted });
  const y = (value: number) => CELL.top + (CELL.line * (max - value)) / (max - min || 1);
  if (min < 0 && max > 0)
    drawPath(
      context,
      [
        [0, y(0)],
        [wide, y(0)],
      ],
      { color: look.line, width: 1 },
    );
  const x = (index: number) => (values.length > 1 ? (index * wide) / (values.length - 1) : wide / 2);
  for (const run of valueRuns(values, bridge)) {
    const points = run.map(({ index, value }) => [x(index), y(value)] as const);
    drawPath(context, points, { color: look.text, width: 1.5 });
  }
}

function drawPath(
  context: PictureContext,
  points: readonly (readonly [number, number])[],
  { color, width }: { readonly color: string; readonly width: number },
): void {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.beginPath();
  points.forEach(([x, y], index) => (index ? context.lineTo(x, y) : context.moveTo(x, y)));
  // A value alone is a dot: the shortest line with round ends. One of no length is not drawn.
  const [only] = points;
  if (only && points.length === 1) context.lineTo(only[0] + 0.1, only[1]);
  context.stroke();
}

function write(
  context: PictureContext,
  text: string,
  {
    at: [x, y],
    font,
    color,
  }: { readonly at: readonly [number, number]; readonly font: string; readonly color: string },
): void {
  context.font = font;
  context.fillStyle = color;
  context.textBaseline = 'middle';
  context.fillText(text, x, y);
}
