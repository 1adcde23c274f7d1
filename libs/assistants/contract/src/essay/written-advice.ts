import { isIn } from '../reply-flaws';
import { LEAST_ADVICE, MOST_ADVICE, type Advice } from './advice';
import type { MoodParagraph } from './essay-mood';
import type { Spoken } from './essay-paragraphs';

/** What a program can see to be wrong with a piece of advice that a model wrote. */
export const ADVICE_FLAWS = ['quote', 'language', 'echo', 'long', 'short', 'repetition', 'cut'] as const;
export type AdviceFlaw = (typeof ADVICE_FLAWS)[number];

const LONGEST = { en: 320, zh: 120, ja: 160 } as const;
const SHORTEST = { en: 25, zh: 10, ja: 12 } as const;
/** A quote is a phrase: one sign could stand anywhere. */
const SHORTEST_QUOTE = 2;
const QUOTES = /“([^”]+)”|"([^"]+)"|「([^」]+)」|『([^』]+)』|‘([^’]{2,})’|(?<![\p{L}])'([^']{2,})'(?![\p{L}])/gu;

/** A piece as it was written, and what is wrong with it; null where nothing is. */
export interface WrittenPiece {
  readonly advice: Advice;
  readonly flaw: AdviceFlaw | null;
}

/** The numbered lines of what the model wrote; the line that names the mood is none. */
export const writtenPieces = (raw: string): string[] =>
  raw
    .split(/\n+|(?<=[.。!！?？”」])\s*(?=[23][.．、)]\s*\S)/u)
    .map((line) => line.trim())
    .filter((line) => line && !/^mood\s*[:：]/iu.test(line))
    .map((line) => line.replace(/^(?:\d+\s*[.．、)）:：]|[-•*])\s*/u, '').trim())
    .filter(Boolean);

/**
 * Each piece with the first phrase of its quotes that stands in the paragraph.
 * @param cut whether the model was stopped at the limit of its length: its last piece is none then
 */
export function checkedPieces(
  raw: string,
  { text, paragraph, language, cut }: { text: string; paragraph: number; language: Spoken; cut: boolean },
): WrittenPiece[] {
  const pieces = writtenPieces(raw);
  const seen = new Set<string>();
  return pieces.map((piece, at) => {
    const quote = quotesIn(piece).find((one) => text.includes(one)) ?? '';
    const key = quote.toLowerCase();
    const flaw = seen.has(key) && key ? 'repetition' : flawOf(piece, { text, quote, language });
    if (key) seen.add(key);
    return {
      advice: { paragraph, quote, text: piece, rule: null },
      flaw: cut && at === pieces.length - 1 ? 'cut' : flaw,
    };
  });
}

/**
 * Two or three pieces, none of them about the same place: what rules found first, as it is certain, and then the model's, which must fill one
 * place where it has anything to say.
 */
export function chosenAdvice(byRules: readonly Advice[], written: readonly Advice[]): Advice[] {
  const certain = byRules.filter(({ rule }) => rule !== 'detail');
  const model = written.slice(0, Math.max(1, MOST_ADVICE - certain.length));
  const kept = certain.slice(0, MOST_ADVICE - Math.min(model.length, MOST_ADVICE));
  const chosen = [...kept, ...model].filter((one, at, all) => !all.slice(0, at).some((other) => samePlace(one, other)));
  const fill = byRules.filter((one) => !chosen.some((other) => samePlace(one, other)));
  return [...chosen, ...fill.slice(0, Math.max(0, LEAST_ADVICE - chosen.length))];
}

/** Whether a quote stands in its paragraph word for word. */
export const isQuoted = ({ quote, paragraph }: Advice, paragraphs: readonly Pick<MoodParagraph, 'text'>[]): boolean =>
  quote !== '' && (paragraphs[paragraph]?.text.includes(quote) ?? false);

const quotesIn = (piece: string): string[] =>
  [...piece.matchAll(QUOTES)]
    .map((match) =>
      (match.slice(1).find((group) => group !== undefined) ?? '').trim().replace(/[.,，。、!！?？]+$/u, ''),
    )
    .filter((quote) => quote.length >= SHORTEST_QUOTE);

function flawOf(
  piece: string,
  { text, quote, language }: { text: string; quote: string; language: Spoken },
): AdviceFlaw | null {
  if (!quote) return 'quote';
  // A quote may be in the other language; what is said around it may not.
  const own = piece.replaceAll(QUOTES, ' ');
  if (!isIn(language, own)) return 'language';
  if (own.replace(/[^\p{L}\p{N}]/gu, '').length < SHORTEST[language] / 2 || piece.length < SHORTEST[language])
    return 'short';
  if (piece.length > LONGEST[language]) return 'long';
  return text.includes(piece) || quote.length > 0.8 * piece.length ? 'echo' : null;
}

const samePlace = (a: Advice, b: Advice) =>
  a.paragraph === b.paragraph && (a.quote.includes(b.quote) || b.quote.includes(a.quote));
