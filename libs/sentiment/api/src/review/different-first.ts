/** Letters in a row that are compared, and the share of them from which two texts are alike. */
const LENGTH = 3;
const ALIKE = 0.4;

/**
 * Texts that are unlike those already judged and unlike each other first, the alike ones behind them; else in their order. A word on the
 * second of two alike texts teaches little.
 * @param texts what could be shown
 * @param judged what was judged lately
 * @returns places in `texts`
 */
export function differentFirst(texts: readonly string[], judged: readonly string[]): number[] {
  const known = judged.map(piecesOf);
  const [different, alike]: [number[], number[]] = [[], []];
  texts.forEach((text, place) => {
    const pieces = piecesOf(text);
    if (known.some((other) => sharedShare(pieces, other) >= ALIKE)) alike.push(place);
    else {
      different.push(place);
      known.push(pieces);
    }
  });
  return [...different, ...alike];
}

/** Pieces of a text without case, spaces and punctuation. */
function piecesOf(text: string): Set<string> {
  const letters = [...text.toLowerCase().replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]+/gu, '')];
  const pieces = new Set<string>();
  for (let at = 0; at + LENGTH <= letters.length; at++) pieces.add(letters.slice(at, at + LENGTH).join(''));
  // A text of one or two signs is a piece of its own.
  if (!pieces.size) pieces.add(letters.join(''));
  return pieces;
}

/** Jaccard index: what two texts share of all that is in either. */
function sharedShare(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  // Sets of very different sizes cannot share enough: most pairs end here.
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  if (small.size < ALIKE * large.size) return 0;
  let shared = 0;
  for (const piece of small) if (large.has(piece)) shared++;
  return shared / (one.size + other.size - shared);
}
