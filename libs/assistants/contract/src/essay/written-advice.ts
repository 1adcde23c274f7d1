import { isIn } from '../reply-flaws';
import { LEAST_ADVICE, MOST_ADVICE, type Advice } from './advice';
import type { MoodParagraph } from './essay-mood';
import type { Spoken } from './essay-paragraphs';

/** What a program can see to be wrong with a piece of advice that a model wrote. `nothing`: it says nothing that could be done. */
export const ADVICE_FLAWS = ['quote', 'language', 'nothing', 'echo', 'long', 'short', 'repetition', 'cut'] as const;
export type AdviceFlaw = (typeof ADVICE_FLAWS)[number];

const LONGEST = { en: 320, zh: 120, ja: 160 } as const;
const SHORTEST = { en: 25, zh: 10, ja: 12 } as const;
/** A quote is a phrase: one sign could stand anywhere. */
const SHORTEST_QUOTE = 2;
const QUOTES = /“([^”]+)”|"([^"]+)"|「([^」]+)」|『([^』]+)』|‘([^’]{2,})’|(?<![\p{L}])'([^']{2,})'(?![\p{L}])/gu;

/** Words that ask for something to be done, or ask what the reader would like to know. */
const ASKS: Readonly<Record<Spoken, RegExp>> = {
  en: /\b(?:add|show|explain|replace|try|cut|use|give|describe|choose|split|say|tell|write|remove|vary|could|pick|shorten|name|make|let|bring|turn|keep|move|change|what|how|why|which|where|when|who)\b/iu,
  zh: /[加写改换补删用试分]|可以|说明|描述|避免|展开|缩短|具体|为什么|怎么|什么/u,
  ja: /ましょう|ください|下さい|てみ|てはどう|たらどう|といい|とよい|と良い|ほうが|方が|書[きくけいか]|加え|足[しす]|変え|削/u,
};

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
    const said = quotesIn(piece).find((one) => placeOf(one, text) >= 0) ?? '';
    const quote = said && text.slice(placeOf(said, text), placeOf(said, text) + said.length);
    const key = quote.toLowerCase();
    const flaw = seen.has(key) && key ? 'repetition' : flawOf(piece, { text, quote, language });
    if (key) seen.add(key);
    return {
      // A model likes to begin a quote with a small letter: it is written as it stands in the text.
      advice: { paragraph, quote, text: said ? piece.replace(said, quote) : piece, rule: null },
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
  const fresh = written.filter((one) => !certain.slice(0, MOST_ADVICE - 1).some((other) => samePlace(one, other)));
  const model = fresh.slice(0, Math.max(1, MOST_ADVICE - certain.length));
  const chosen = [...certain.slice(0, MOST_ADVICE - model.length), ...model];
  const fill = byRules.filter((one) => !chosen.some((other) => samePlace(one, other)));
  return [...chosen, ...fill.slice(0, Math.max(0, LEAST_ADVICE - chosen.length))];
}

/** Whether a quote stands in its paragraph word for word. */
export const isQuoted = ({ quote, paragraph }: Advice, paragraphs: readonly Pick<MoodParagraph, 'text'>[]): boolean =>
  quote !== '' && (paragraphs[paragraph]?.text.includes(quote) ?? false);

/** Where a phrase stands in a text, whatever its capital letters; -1 where it does not. */
const placeOf = (phrase: string, text: string) =>
  text.includes(phrase) ? text.indexOf(phrase) : text.toLowerCase().indexOf(phrase.toLowerCase());

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
  if (!ASKS[language].test(own)) return 'nothing';
  if (own.replace(/[^\p{L}\p{N}]/gu, '').length < SHORTEST[language] / 2 || piece.length < SHORTEST[language])
    return 'short';
  if (piece.length > LONGEST[language]) return 'long';
  return text.includes(piece) || quote.length > 0.8 * piece.length ? 'echo' : null;
}

/** A word that comes too often stands in many places: it takes none of them. */
const samePlace = (a: Advice, b: Advice) =>
  a.paragraph === b.paragraph &&
  ![a.rule, b.rule].includes('repeated-word') &&
  (a.quote.includes(b.quote) || b.quote.includes(a.quote));
