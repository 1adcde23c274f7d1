/** A point in a drawing: from the left and from the top. */
export type Point = readonly [x: number, y: number];

/** What drawings are made of. Each way of showing one (SVG, PNG, PDF) draws these and nothing else. */
export type Shape =
  | {
      readonly kind: 'rect';
      readonly at: Point;
      readonly width: number;
      readonly height: number;
      readonly fill: string;
    }
  | {
      readonly kind: 'line';
      readonly points: readonly Point[];
      readonly stroke: string;
      readonly width: number;
      readonly dash?: readonly [number, number];
    }
  | {
      readonly kind: 'circle';
      readonly at: Point;
      readonly radius: number;
      readonly fill: string;
      readonly stroke: string;
    }
  | {
      readonly kind: 'text';
      /** Left end, middle or right end of the line on which the letters stand. */
      readonly at: Point;
      readonly text: string;
      readonly size: number;
      readonly fill: string;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly bold?: boolean;
    };

/** A chart in points, with what it says in words for those who do not see it. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly alternative: string;
  readonly shapes: readonly Shape[];
}

/**
 * How large a drawing is made: the sizes of its letters stay readable when it is shown as wide as its place is. `narrow` is for mails, which
 * phones show about 340 px wide.
 */
export interface DrawingSize {
  /** Of the whole drawing, in points. */
  readonly width: number;
  readonly letters: number;
  /** Moments that fit below a line. */
  readonly moments: number;
  /** Room for the names of bars. */
  readonly names: number;
}
export const WIDE: DrawingSize = { width: 640, letters: 10, moments: 7, names: 190 };
export const NARROW: DrawingSize = { width: 400, letters: 13, moments: 4, names: 168 };

/** The same chart for pages and for mails. */
export interface Drawings {
  readonly drawing: Drawing;
  readonly narrow: Drawing;
}

/** Draws a chart in both sizes. */
export const inBothSizes = (draw: (size: DrawingSize) => Drawing): Drawings => ({
  drawing: draw(WIDE),
  narrow: draw(NARROW),
});

/** Colours on white: those of the product's light theme. */
export const INK = {
  text: '#17191c',
  muted: '#5b6268',
  line: '#e4e6e8',
  positive: '#0b7a75',
  neutral: '#8a9199',
  negative: '#c2410c',
  ground: '#ffffff',
} as const;

/** About how wide a text is, for cutting it: letters of East Asia are square. */
export const roughWidth = (text: string, size: number): number =>
  [...text].reduce((sum, sign) => sum + (/[\u1100-\uffdc]/u.test(sign) ? 1 : 0.56), 0) * size;

/** The text, or its beginning with `…`, so that it is no wider than `width`. */
export function cutTo(text: string, size: number, width: number): string {
  if (roughWidth(text, size) <= width) return text;
  const signs = [...text];
  while (signs.length && roughWidth(`${signs.join('')}…`, size) > width) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}
