import type { Term } from '@moodline/comments/contract';

/** The words of a theme as terms of a search; `updat*` takes every ending. */
export const themeTerms = (words: readonly string[]): Term[] =>
  words.map((word) => ({ text: word.replace(/\*$/, ''), prefix: word.endsWith('*') }));
