/** A piece of a text and whether the search matched it. */
export interface TextPart {
  readonly text: string;
  readonly matched: boolean;
}

/** Cuts a text at the places where the search stands in it, upper or lower case, as the server searches: the whole search as typed. */
export function matchedParts(text: string, search: string | undefined): TextPart[] {
  const wanted = search?.trim();
  if (!wanted) return [{ text, matched: false }];
  const pattern = new RegExp(`(${wanted.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')})`, 'giu');
  // Splitting by a group puts the matches at the odd places.
  return text.split(pattern).flatMap((part, index) => (part ? [{ text: part, matched: index % 2 === 1 }] : []));
}
