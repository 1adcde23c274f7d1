/** Signs that are not seen: people set them between digits to slip past filters. */
const UNSEEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|\u034f|\u20e3|\ufe0e|\ufe0f/u;
/** Other forms of digits, letters, @ and the full stop. */
const OTHER_FORMS =
  /[\uff10-\uff19\uff20\uff0e\uff0b\uff03\uff21-\uff3a\uff41-\uff5a\u2460-\u2468\u24ea\u2070\u00b9\u00b2\u00b3\u2074-\u2079\u2080-\u2089\ufe6b\u{1d7ce}-\u{1d7ff}]/u;
const FOLDS = new RegExp(`${UNSEEN.source}|${OTHER_FORMS.source}`, 'u');

/** A text in its plain form, for searching, and where each sign of it stands in the text as it was. */
export interface FoldedText {
  readonly plain: string;
  /** Position in the original text of a position in the plain one. */
  readonly original: (position: number) => number;
}

/** Full-width and other forms of a character become the plain one, characters that are not seen go. Most texts are plain as they are. */
export function foldText(text: string): FoldedText {
  if (!FOLDS.test(text)) return { plain: text, original: (position) => position };
  const parts: string[] = [];
  const starts: number[] = [];
  let position = 0;
  for (const sign of text) {
    const plain = UNSEEN.test(sign) ? '' : OTHER_FORMS.test(sign) ? sign.normalize('NFKC') : sign;
    parts.push(plain);
    for (let unit = 0; unit < plain.length; unit++)
      starts.push(plain.length === sign.length ? position + unit : position);
    position += sign.length;
  }
  starts.push(text.length);
  return { plain: parts.join(''), original: (index) => starts[index] ?? text.length };
}
