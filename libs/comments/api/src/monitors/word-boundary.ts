const LETTER = /^[\p{L}\p{N}\p{M}_]$/u;
/** Scripts that put no spaces between words, or glue endings to them. */
const UNSPACED =
  /^[\p{Script=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;

let kept: Uint8Array | undefined;

/** Whether a UTF-16 unit is a letter or digit of a script that puts spaces between words: next to such a one a word goes on. */
export function isSpacedLetter(unit: number): boolean {
  kept ??= Uint8Array.from({ length: 0x10000 }, (_, code) => {
    const sign = String.fromCharCode(code);
    return LETTER.test(sign) && !UNSPACED.test(sign) ? 1 : 0;
  });
  return kept[unit] === 1;
}

/** Whether a word begins at an offset: before it no letter goes on into it. Chinese may begin anywhere. */
export const beginsWord = (text: string, start: number): boolean =>
  start === 0 || !isSpacedLetter(text.charCodeAt(start)) || !isSpacedLetter(text.charCodeAt(start - 1));

/** Whether a word ends at an offset. */
export const endsWord = (text: string, end: number): boolean =>
  end === text.length || !isSpacedLetter(text.charCodeAt(end - 1)) || !isSpacedLetter(text.charCodeAt(end));
