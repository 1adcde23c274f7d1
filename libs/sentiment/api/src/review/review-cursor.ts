/** A place in the queue by what a word is worth. */
export interface ReviewPlace {
  readonly id: number;
  readonly score: string;
}

/** A place in the order of drawing. */
export interface DrawnPlace {
  readonly id: number;
  readonly place: string;
}

/** How far the queue was shown. */
export interface ReviewCursor {
  /** In the first pass texts like others are passed over; in the second all are shown. */
  readonly pass: 1 | 2;
  /** Behind which place it goes on; null at the beginning, `end` where nothing is left. */
  readonly telling: ReviewPlace | null | 'end';
  readonly drawn: DrawnPlace | null | 'end';
}

export const FIRST: ReviewCursor = { pass: 1, telling: null, drawn: null };

/** Pass, place by worth, place in the order of drawing. */
const SHAPE = /^([12])~(?:(\d{1,6}\.\d{6})_(\d{1,16})|(end)?)~(?:(-?\d{1,19})_(\d{1,16})|(end)?)$/;

/** @returns the beginning for what is no cursor */
export function readCursor(text: string | undefined): ReviewCursor {
  const match = text?.match(SHAPE);
  if (!match) return FIRST;
  const [, pass, score, scored, told, place, drawn, drew] = match;
  return {
    pass: pass === '2' ? 2 : 1,
    telling: score ? { score, id: Number(scored) } : told ? 'end' : null,
    drawn: place ? { place, id: Number(drawn) } : drew ? 'end' : null,
  };
}

export function writeCursor({ pass, telling, drawn }: ReviewCursor): string {
  const first = telling && (telling === 'end' ? telling : `${telling.score}_${telling.id}`);
  const second = drawn && (drawn === 'end' ? drawn : `${drawn.place}_${drawn.id}`);
  return `${pass}~${first ?? ''}~${second ?? ''}`;
}
