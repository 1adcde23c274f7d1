/**
 * A sentence as it is shown: without the marks `[F1]` or `[#12]` that the model writes, as the chips behind it say the same,
 * and with the minus sign that all numbers around it have.
 */
export function sentenceWords(text: string): string {
  return text
    .replace(/\s*\[(?:F\d+|#\d+)(?:\s*,\s*(?:F\d+|#\d+))*\]?/g, '')
    .replace(/\s*\[[F#]?$/, '')
    .replace(/(?<![\w.-])-(?=\d)/g, '\u2212')
    .trim();
}
