/** A pattern of words that stand in a list, with spaces between them; longer ones are found before those that they hold. */
export function wordsPattern(words: string): RegExp {
  const sorted = [...new Set(words.split(/\s+/).filter(Boolean))].sort((a, b) => b.length - a.length);
  return new RegExp(sorted.join('|'), 'giu');
}
