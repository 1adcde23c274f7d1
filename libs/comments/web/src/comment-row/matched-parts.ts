/** A piece of a text and whether the search matched it. */
export interface TextPart {
  readonly text: string;
  readonly matched: boolean;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts a text at the places where the search stands in it, upper or lower case, as the server searches: the whole search as typed;
 * and at the places where the words of a monitor stand.
 */
export function matchedParts(text: string, search: string | undefined, spans: readonly Span[] = []): TextPart[] {
  const parts: TextPart[] = [];
  const add = (part: string, matched: boolean) => void (part && parts.push({ text: part, matched }));
  let done = 0;
  for (const { start, end } of [...searched(text, search), ...spans].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  )) {
    // Where two overlap, the later one is marked from where the earlier one ends.
    const from = Math.max(start, done);
    if (end <= from) continue;
    add(text.slice(done, from), false);
    add(text.slice(from, end), true);
    done = end;
  }
  add(text.slice(done), false);
  return parts.length ? parts : [{ text, matched: false }];
}

function searched(text: string, search: string | undefined): Span[] {
  const wanted = search?.trim();
  if (!wanted) return [];
  const pattern = new RegExp(wanted.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'), 'giu');
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
}
