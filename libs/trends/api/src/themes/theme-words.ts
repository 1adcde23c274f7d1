const CJK = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u;
const special = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Whether a word is written between spaces, so that it can be told from a part of a longer word ("ear" in "year"). */
export const isSpaced = (word: string): boolean => !CJK.test(word);

/**
 * A regular expression, equal for JavaScript (flags `iu`) and for PostgreSQL (`~*`), that finds a theme's words in a text.
 * English words match whole, with or without a plural ending, also between Chinese characters; others match anywhere.
 */
export function themePattern(words: readonly string[]): string {
  const spaced = words.filter(isSpaced).map(special);
  const others = words.filter((word) => !isSpaced(word)).map(special);
  const parts = spaced.length ? [`(?<![A-Za-z0-9_])(?:${spaced.join('|')})(?:s|es)?(?![A-Za-z0-9_])`] : [];
  return [...parts, ...others].join('|');
}
