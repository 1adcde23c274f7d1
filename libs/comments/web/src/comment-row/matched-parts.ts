import { quotedSpans } from '@moodline/comments/contract';

/** A piece of a text, whether the search matched it, and whether it repeats the words of somebody else. */
export interface TextPart {
  readonly text: string;
  readonly matched: boolean;
  readonly quoted: boolean;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Cuts a text at the places where the words of the search or of a monitor stand, and where quotations begin and end. */
export function matchedParts(text: string, spans: readonly Span[] = []): TextPart[] {
  const quotes = quotedSpans(text);
  const edges = new Set([0, text.length]);
  for (const { start, end } of [...spans, ...quotes]) edges.add(start).add(end);
  const cuts = [...edges].filter((edge) => edge >= 0 && edge <= text.length).sort((a, b) => a - b);
  const within = (list: readonly Span[], start: number, end: number) =>
    list.some((span) => span.start <= start && end <= span.end);
  const parts: TextPart[] = [];
  cuts.slice(1).forEach((end, index) => {
    const start = cuts[index] as number;
    const [matched, quoted] = [within(spans, start, end), within(quotes, start, end)];
    const last = parts.at(-1);
    const piece = text.slice(start, end);
    if (last && last.matched === matched && last.quoted === quoted)
      parts[parts.length - 1] = { ...last, text: last.text + piece };
    else parts.push({ text: piece, matched, quoted });
  });
  return parts.length ? parts : [{ text, matched: false, quoted: false }];
}
