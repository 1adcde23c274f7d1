import { wordDigest } from './word-digest';

/** How words become numbers: heads that read other words must not be read as these. */
export const WORDS_BY = 1 as const;
/** Signs that are written without spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu;
const HAN = /\p{Script=Han}/u;
/** Words of two letters or digits and more. */
const SPACED = /[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{M}\p{N}'’]+/gu;
/** From a longer word its beginning counts as well: delivered, delivery. */
const STEM = 5;

/**
 * What a text says word by word, as numbers of a fixed width: each of its words (pairs of signs and single Han signs where words are not
 * spaced) adds 1 or −1 at a place that is computed from it; the whole has length 1. Nothing has to be remembered of any word.
 * Method: K. Weinberger et al., Feature hashing for large scale multitask learning, ICML 2009.
 */
export function wordFeatures(text: string, width: number): Float32Array {
  const features = new Float32Array(width);
  for (const word of wordsOf(text)) {
    const digest = wordDigest(word);
    const place = digest % width;
    features[place] = (features[place] ?? 0) + (digest & 0x40000000 ? 1 : -1);
  }
  const length = Math.hypot(...features);
  return length ? features.map((value) => value / length) : features;
}

function wordsOf(text: string): Set<string> {
  const words = new Set<string>();
  const plain = text.normalize('NFKC').toLowerCase();
  for (const [run] of plain.matchAll(UNSPACED)) {
    const signs = [...run];
    signs.forEach((sign, index) => {
      if (HAN.test(sign)) words.add(sign);
      if (index) words.add(`${signs[index - 1]}${sign}`);
    });
  }
  for (const [word] of plain.matchAll(SPACED)) {
    words.add(word);
    if (word.length > STEM) words.add(`${word.slice(0, STEM)}*`);
  }
  return words;
}
