import type { ChartLook } from './chart-look';

/** The calls of a canvas' drawing context that pictures are made of; an SVG is recorded of the same ones. */
export type PictureContext = Pick<
  CanvasRenderingContext2D,
  | ('fillStyle' | 'strokeStyle' | 'lineWidth' | 'lineCap' | 'lineJoin' | 'font' | 'textAlign' | 'textBaseline')
  | ('beginPath' | 'moveTo' | 'lineTo' | 'arc' | 'fill' | 'stroke' | 'fillRect' | 'fillText' | 'setLineDash')
  | ('measureText' | 'save' | 'restore' | 'translate')
>;

/** A font of the page for a drawing context. */
export const fontOf = ({ fontFamily }: Pick<ChartLook, 'fontFamily'>, size: number, weight = 400): string =>
  `${weight} ${size}px ${fontFamily}`;

type Measure = Pick<PictureContext, 'measureText'>;

/** A text in lines no wider than `width` in the font in force, broken between words (of Chinese and Japanese, too); a longer word stands alone. */
export function wrapped(context: Measure, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)) {
    const isClosing = /^[\p{P}\s]+$/u.test(segment);
    if (line.trim() && !isClosing && context.measureText(line + segment).width > width) {
      lines.push(line.trim());
      line = '';
    }
    line += segment;
  }
  return line.trim() ? [...lines, line.trim()] : lines;
}

/** A text no wider than `width` in the font in force, its end left out where it is longer. */
export function shortened(context: Measure, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text;
  const signs = [...text];
  while (signs.length > 1 && context.measureText(`${signs.join('')}…`).width > width) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}
