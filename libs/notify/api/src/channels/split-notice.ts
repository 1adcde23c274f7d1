import type { Notice } from '@moodline/notify/contract';

/** A title that is longer is cut: no service shows more of it. */
const TITLE_SIGNS = 150;
/** Stands for the numbers of the parts while it is measured whether a part fits. */
const LONGEST_NUMBER = ' (99/99)';

type Quote = Notice['quotes'][number];
type Item =
  | { readonly kind: 'paragraph'; readonly value: string }
  | { readonly kind: 'fact'; readonly value: Notice['facts'][number] }
  | { readonly kind: 'quote'; readonly value: Quote };

/**
 * A notice as parts that a service takes, each with the title, its number and the link. Nothing is dropped: what is too long for one
 * part goes on in the next, and a paragraph or a quotation that is too long for any is cut between two signs.
 * @param fits whether the message made of a notice is within the limits of the service
 */
export function splitNotice(notice: Notice, fits: (part: Notice) => boolean): Notice[] {
  const whole = { ...notice, title: clip(notice.title, TITLE_SIGNS) };
  if (fits(whole)) return [whole];
  const empty = { ...whole, paragraphs: [], facts: [], quotes: [] };
  const measured = (part: Notice) => fits({ ...part, title: part.title + LONGEST_NUMBER });
  const parts: Notice[] = [];
  let current: Notice = empty;
  const waiting = itemsOf(whole);
  for (let item = waiting.shift(); item; item = waiting.shift()) {
    const longer = added(current, item);
    if (measured(longer)) current = longer;
    else if (current !== empty) {
      parts.push(current);
      current = empty;
      waiting.unshift(item);
    } else waiting.unshift(...halves(item));
  }
  parts.push(current);
  return parts.map((part, index) => ({ ...part, title: `${part.title} (${index + 1}/${parts.length})` }));
}

function itemsOf({ paragraphs, facts, quotes }: Notice): Item[] {
  return [
    ...paragraphs.map((value): Item => ({ kind: 'paragraph', value })),
    ...facts.map((value): Item => ({ kind: 'fact', value })),
    ...quotes.map((value): Item => ({ kind: 'quote', value })),
  ];
}

function added(part: Notice, { kind, value }: Item): Notice {
  if (kind === 'paragraph') return { ...part, paragraphs: [...part.paragraphs, value] };
  if (kind === 'fact') return { ...part, facts: [...part.facts, value] };
  return { ...part, quotes: [...part.quotes, value] };
}

function halves({ kind, value }: Item): Item[] {
  if (kind === 'paragraph') return halved(value).map((half) => ({ kind, value: half }));
  if (kind === 'fact') return halved(value.value).map((half) => ({ kind, value: { ...value, value: half } }));
  return halved(value.text).map((half) => ({ kind, value: { ...value, text: half } }));
}

function halved(text: string): string[] {
  const signs = [...text];
  if (signs.length < 2) throw new Error('A message of a channel has no room for a single sign');
  const middle = Math.ceil(signs.length / 2);
  return [signs.slice(0, middle).join(''), signs.slice(middle).join('')];
}

/** The first signs of a text, whole ones, with … where it was cut. */
export function clip(text: string, most: number): string {
  const signs = [...text];
  return signs.length <= most ? text : `${signs.slice(0, most - 1).join('')}…`;
}

/** Bytes of a value as JSON in UTF-8, as services count them. */
export const jsonBytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
