/** A part of a text, and whether it is what was looked for. */
export interface MarkedPart {
  readonly text: string;
  readonly marked: boolean;
}

/** A text in up to three parts, the one that was quoted among them; in one where it does not stand there. */
export function markedText(text: string, quote: string): MarkedPart[] {
  const at = quote ? text.indexOf(quote) : -1;
  if (at < 0) return [{ text, marked: false }];
  return [
    { text: text.slice(0, at), marked: false },
    { text: quote, marked: true },
    { text: text.slice(at + quote.length), marked: false },
  ].filter((part) => part.text);
}
