const WORDS: Readonly<Record<string, string>> = {
  'no-words': 'noWords',
  'unsupported-language': 'unsupportedLanguage',
  'quotes-only': 'quotesOnly',
  'stars-only': 'starsOnly',
};

/** The key of the words for the reason why there is no label. */
export const unscoredWords = (reason: string | null): string =>
  `comments.row.unscored.${WORDS[reason ?? ''] ?? 'failed'}`;
