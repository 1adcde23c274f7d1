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
    .replace(/^(?:\s*[.]?@…)+\s*(?=\S)/u, '')
    .replace(/["“”„«»「」『』]/g, "'")
    .replace(/[|[\]<>\p{C}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.。]$/u, '');
  const characters = [...plain];
  if (characters.length <= longest) return plain;
  return `${toWordEnd(characters.slice(0, longest - 1).join(''), characters[longest - 1] ?? '')}…`;
}

/** A text that was cut before `next`, without the word that was cut in two and without what only leads to the next one. */
function toWordEnd(cut: string, next: string): string {
  const isInWord = /[\p{Script=Latin}\p{N}'’-]$/u.test(cut) && /^[\p{Script=Latin}\p{N}'’-]/u.test(next);
  // Of a word that is longer than a line nothing would be left.
  const whole = isInWord ? cut.replace(/\s\S{1,30}$/u, '') : cut;
  return whole.replace(/[\s.。,，、;；:：(（'-]+$/u, '');
}
