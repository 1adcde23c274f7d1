import { differentFirst } from '../review/different-first';

/** A row that could be judged. */
export interface Waiting {
  readonly text: string;
  /** How far the best answer is ahead of the next one. */
  readonly margin: number;
}

/** Of the rows that the queue shows, each of this many is drawn at random. */
export const RANDOM_EVERY = 4;
/** Rows on a page, and of how many for one the different ones come first. */
const PAGE = 20;
const LOOKED_AT = 3;
const REMEMBERED = 200;

/** Which rows people come to when they judge what the queue shows, page by page. @param chance a fraction from 0 up to 1 @returns the rows in their order */
export function rehearseQueue<Row extends Waiting>(
  waiting: readonly Row[],
  count: number,
  { judged, chance }: { judged: readonly string[]; chance: () => number },
): Row[] {
  const taken: Row[] = [];
  let left = [...waiting].sort((a, b) => a.margin - b.margin);
  while (taken.length < count && left.length) {
    const seen = [...judged, ...taken.map(({ text }) => text)].slice(-REMEMBERED);
    const window = left.slice(0, PAGE * LOOKED_AT);
    const order = differentFirst(
      window.map(({ text }) => text),
      seen,
    );
    const page: Row[] = [];
    for (const place of order) {
      const random = left[Math.floor(chance() * left.length)];
      if (page.length % RANDOM_EVERY === RANDOM_EVERY - 1 && random && !page.includes(random)) page.push(random);
      const row = window[place];
      if (row && page.length < PAGE && !page.includes(row)) page.push(row);
      if (page.length >= PAGE) break;
    }
    taken.push(...page.slice(0, count - taken.length));
    const gone = new Set<Row>(page);
    left = left.filter((row) => !gone.has(row));
  }
  return taken;
}
