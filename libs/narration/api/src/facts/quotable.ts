const LONGEST = 90;

/**
 * A comment as it stands in a sentence: in one line, without links, without the (masked) people that it begins by calling, and without what could be taken for the end of the quote, for another
 * fact or for a citation. Its digits and words are its own.
 * @param longest characters at most; what is cut off is marked
 */
export function quotable(text: string, longest = LONGEST): string {
  const plain = text
    .normalize('NFC')
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/<\|[^|]*\|?>?/g, ' ')
    .replace(/^(?:\s*@…)+\s*(?=\S)/u, '')
    .replace(/["“”„«»「」『』]/g, "'")
    .replace(/[|[\]<>\p{C}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.。]$/u, '');
  const characters = [...plain];
  if (characters.length <= longest) return plain;
  return `${characters
    .slice(0, longest - 1)
    .join('')
    .trim()}…`;
}
