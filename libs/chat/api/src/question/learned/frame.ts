/** Stand in a frame where a name or a time stood. */
export const NAME = '§';
export const TIME = '¤';

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A question with a sign over each letter of the names of sources and of the times in it: how it asks, and not of when and where.
 * It is as long as the text.
 * @param names spans of the text
 * @param timeless the text in which names and times are blanked out
 */
export function frameOf(text: string, names: readonly Span[], timeless: string): string {
  const named = names.reduce(
    (frame, { start, end }) => frame.slice(0, start) + NAME.repeat(end - start) + frame.slice(end),
    text,
  );
  return [...named.split('')]
    .map((sign, at) => (sign !== ' ' && sign !== NAME && timeless[at] === ' ' ? TIME : sign))
    .join('');
}

/** A word, a sign of a script that is written without spaces, a mark, or a whole name or time. */
export interface Unit extends Span {
  readonly words: string;
}

const UNITS =
  /§+|¤+(?: +¤+)*|[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{M}\p{N}'’+#]*(?:[.-][\p{Script=Latin}\p{N}]+)*|[^\s]/gu;

/** The units of a frame, in lower case and with 0 for every number. */
export const unitsOf = (frame: string): Unit[] =>
  [...frame.matchAll(UNITS)].map(({ 0: found, index }) => ({
    words: found.startsWith(NAME) ? NAME : found.startsWith(TIME) ? TIME : found.toLowerCase().replace(/\d+/g, '0'),
    start: index,
    end: index + found.length,
  }));
