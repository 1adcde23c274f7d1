import { TextDecoder } from 'node:util';

/** Letters that are common in the languages of one encoding and rare in those of another, where both read the same bytes. */
const RARE_LETTERS = /[ðþÐÞýÝ¤¦¶ƒ†‡ˆ‰¿¡]/u;
const WORD = /[\p{L}\p{M}\u00A0-\u00BF\u2020-\u2044\u20AC\u2122]{2,}/gu;
const SAMPLE = 48 * 1024;

/** The encoding in which bytes become words that people write: one script a word, small letters behind large ones, few rare signs. */
export function encodingByWords<Encoding extends string>(bytes: Uint8Array, encodings: readonly Encoding[]): Encoding {
  const sample = bytes.subarray(0, SAMPLE);
  const scored = encodings.map((encoding) => ({
    encoding,
    score: wordScore(new TextDecoder(encoding).decode(sample)),
  }));
  // Equal scores: the usual encoding, which stands first.
  return scored.reduce((best, entry) => (entry.score > best.score + 1e-9 ? entry : best)).encoding;
}

/** Mean of how word-like the words with letters beyond ASCII are, from -1 to 1. */
function wordScore(text: string): number {
  const words = (text.match(WORD) ?? []).filter((word) => /[^\p{ASCII}]/u.test(word));
  return words.length ? words.reduce((sum, word) => sum + scoreOf(word), 0) / words.length : 0;
}

function scoreOf(word: string): number {
  if (/[^\p{L}\p{M}]/u.test(word) || RARE_LETTERS.test(word)) return -1;
  const scripts = [
    /\p{Script=Latin}/u,
    /\p{Script=Cyrillic}/u,
    /\p{Script=Greek}/u,
    /\p{Script=Hebrew}/u,
    /\p{Script=Arabic}/u,
    /\p{Script=Thai}/u,
  ];
  if (scripts.filter((script) => script.test(word)).length !== 1) return -1;
  // A large letter behind a small one: the letters of another encoding of the same script.
  if (/\p{Ll}\p{Lu}/u.test(word)) return -1;
  if (!/\p{Script=Latin}/u.test(word)) return 1;
  // Words of Latin languages have some letters with marks, and not nearly all.
  const marked = word.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  return word.length >= 3 && marked > word.length / 2 ? -1 : 1;
}
