/** Bounds of an essay: what a class writes in a lesson or two. */
export const LONGEST_ESSAY = 20_000;
export const MOST_PARAGRAPHS = 60;

/** Paragraphs as the writer set them: parted by blank lines, or by line ends where there is no blank line. */
export function paragraphsOf(text: string): string[] {
  const lines = text.replace(/\r\n?/gu, '\n').trim();
  const blank = /\n[^\S\n]*\n/u.test(lines);
  return lines
    .split(blank ? /\n(?:[^\S\n]*\n)+/u : /\n/u)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => /[\p{L}\p{N}]/u.test(paragraph));
}

/** Sentences of a paragraph, each as it stands there with the signs that end it. */
export const essaySentences = (paragraph: string): string[] =>
  (paragraph.match(/[^.!?。！？…\n]+(?:[.!?。！？…]+["”』」’)）]*|\n|$)/gu) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));

/** Words of a text as its language parts them; punctuation is left out. */
export const essayWords = (text: string, language: Spoken): string[] =>
  [...segmenterOf(language).segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);

/** The languages that essays are read in. */
export type Spoken = 'zh' | 'en' | 'ja';

const segmenters = new Map<Spoken, Intl.Segmenter>();

function segmenterOf(language: Spoken): Intl.Segmenter {
  const known = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, known);
  return known;
}
