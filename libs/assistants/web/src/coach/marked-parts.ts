import type { Advice } from '@moodline/assistants/contract';

/** A run of a paragraph; `advice` is the number (from 1) of the piece of advice that quotes it. */
export interface MarkedPart {
  readonly text: string;
  readonly advice: number | null;
}

/** A paragraph cut where advice quotes it. Where two quotes overlap, the first advice has the place. */
export function markedParts(text: string, paragraph: number, advice: readonly Advice[]): MarkedPart[] {
  const places = advice
    .map(({ quote, paragraph: of }, at) => ({
      from: of === paragraph ? text.indexOf(quote) : -1,
      quote,
      number: at + 1,
    }))
    .filter(({ from, quote }) => from >= 0 && quote)
    .filter((one, at, all) => !all.slice(0, at).some((other) => overlap(one, other)))
    .sort((a, b) => a.from - b.from);
  const parts: MarkedPart[] = [];
  let at = 0;
  for (const { from, quote, number } of places) {
    if (from > at) parts.push({ text: text.slice(at, from), advice: null });
    parts.push({ text: quote, advice: number });
    at = from + quote.length;
  }
  return at < text.length ? [...parts, { text: text.slice(at), advice: null }] : parts;
}

interface Place {
  readonly from: number;
  readonly quote: string;
}
const overlap = (a: Place, b: Place) => a.from < b.from + b.quote.length && b.from < a.from + a.quote.length;
