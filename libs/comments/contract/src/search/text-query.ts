/** One thing that is looked for: a word, or several in this order. With `prefix`, a longer word that begins so is right, too. */
export interface Term {
  readonly text: string;
  readonly prefix: boolean;
}

/** What the search box was told: of every group at least one term, and none of `none`. Nothing in both: everything is taken. */
export interface TextQuery {
  readonly groups: readonly (readonly Term[])[];
  readonly none: readonly Term[];
}

/** Words of a query that are looked at, each OR counted as one; what follows is left out. */
export const MOST_TERMS = 40;

const QUOTE_PAIRS: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”"',
  '”': '”',
  '„': '“”',
  '＂': '＂',
  '「': '」',
  '『': '』',
  '«': '»',
};
const OR = /^(?:OR|ＯＲ|\||｜|\|\|)$/;
/** All words are wanted anyhow. */
const AND = /^(?:AND|ＡＮＤ|&|&&)$/;
const NOT = /^(?:NOT|ＮＯＴ)$/;
/** Before a word, as other searches have it: it is wanted, as all are. `+1` is a word. */
const PLUS = /^[+＋](?=\p{L})/u;
/** Signs of a sentence behind a word, which is looked for without them: `slow, expensive!`. */
const SENTENCE = /(?<=[\p{L}\p{N}])[,，、;；:：!！?？。]+$/u;
/** Between words of scripts without spaces they part words. */
const BETWEEN = /(?<=[\p{L}\p{N}])[，、；。！？](?=[\p{L}\p{N}])/gu;
const GROUP = /[(（]([^()（）]*\s(?:OR|ＯＲ|\||｜)\s[^()（）]*)[)）]/gu;
const MINUS = /^[-－−‐‑–—]/u;
const SOMETHING = /[\p{L}\p{N}\p{S}]/u;
const STAR = /[*＊]$/u;
const SPACE = /\s/u;

/**
 * Reads what people type into the search box, with the rules that monitors have for their keywords: words stand anywhere and all of
 * them are wanted; `"words in quotes"` in this order; `OR` (or `|`) between two for either of them, in brackets or not; `-word` or `NOT word` for
 * none; `batter*` for every ending. `AND`, `+` before a word and the signs of a sentence behind it change nothing. Whatever is typed is a query: signs that mean nothing here are looked for as they are.
 */
export function parseTextQuery(written: string): TextQuery {
  const groups: Term[][] = [];
  const none: Term[] = [];
  let either = false;
  let not = false;
  const all = pieces(plainly(written)).slice(0, MOST_TERMS);
  // `earbuds - black`: a sign between words is none of them. A query of signs alone looks for the signs.
  const telling = all.filter(({ text, quoted }) => quoted || SOMETHING.test(text));
  for (const { text, minus, quoted } of telling.length ? telling : all) {
    if (!quoted && !minus && OR.test(text)) {
      either = groups.length > 0;
      continue;
    }
    if (!quoted && !minus && AND.test(text)) continue;
    if (!quoted && !minus && NOT.test(text)) {
      not = true;
      continue;
    }
    const term = readTerm(quoted ? text : text.replace(PLUS, '').replace(SENTENCE, ''), quoted);
    if (!term) continue;
    const last = groups.at(-1);
    if (minus || not) none.push(term);
    else if (either && last) last.push(term);
    else groups.push([term]);
    either = false;
    not = false;
  }
  return { groups, none };
}

/** Outside of quotes: brackets around words of which one is wanted are none of them, and signs between words without spaces part them. */
function plainly(written: string): string {
  if (/["“”„＂「『«]/u.test(written)) return written;
  return written.replace(GROUP, ' $1 ').replace(BETWEEN, ' ');
}

/** Whether a query takes every text. */
export const asksNothing = ({ groups, none }: TextQuery): boolean => !groups.length && !none.length;

/** A query as people write it, for example to add a form of a word to it. */
export function writeTextQuery({ groups, none }: TextQuery): string {
  const write = ({ text, prefix }: Term) => (NEEDS_QUOTES.test(text) ? `"${text}"` : text) + (prefix ? '*' : '');
  return [...groups.map((terms) => terms.map(write).join(' OR ')), ...none.map((term) => `-${write(term)}`)].join(' ');
}

/** What would be read as something else without them. */
const NEEDS_QUOTES =
  /[\s"]|^[-|+＋&]|[*＊|]$|^(?:OR|AND|NOT|ＯＲ|ＡＮＤ|ＮＯＴ)$|[,，、;；:：!！?？。]$|[，、；。！？]/u;

interface Piece {
  readonly text: string;
  readonly minus: boolean;
  readonly quoted: boolean;
}

function pieces(written: string): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  while (at < written.length) {
    if (SPACE.test(written[at] as string)) {
      at += 1;
      continue;
    }
    // A minus belongs to what follows at once; alone it is a sign like another.
    const minus = MINUS.test(written.slice(at)) && /^\S/u.test(written.slice(at + 1));
    const start = minus ? at + 1 : at;
    const close = closingQuote(written, start);
    if (close > start) {
      const star = STAR.test(written[close + 1] ?? '') ? 1 : 0;
      found.push({ text: written.slice(start + 1, close) + (star ? '*' : ''), minus, quoted: !star });
      at = close + 1 + star;
      continue;
    }
    let end = start + 1;
    while (end < written.length && !SPACE.test(written[end] as string) && closingQuote(written, end) < 0) end += 1;
    found.push({ text: written.slice(start, end), minus, quoted: false });
    at = end;
  }
  return found;
}

/** Where the quotation that opens here ends; -1 when none opens or it does not end. */
function closingQuote(written: string, open: number): number {
  const closers = QUOTE_PAIRS[written[open] ?? ''];
  if (!closers) return -1;
  for (let at = open + 1; at < written.length; at++) if (closers.includes(written[at] as string)) return at;
  return -1;
}

function readTerm(written: string, quoted: boolean): Term | null {
  const prefix = !quoted && written.length > 1 && STAR.test(written);
  const text = (prefix ? written.slice(0, -1) : written).replace(/\s+/gu, ' ').trim();
  return text ? { text, prefix } : null;
}
