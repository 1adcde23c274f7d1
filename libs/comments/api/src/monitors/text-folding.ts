import { Converter } from 'opencc-js/t2cn';

/** A text in the form in which texts are compared, and where each of its UTF-16 units comes from in the original. */
export interface FoldedText {
  readonly text: string;
  /** First offset in the original of the sign that a unit stands for. */
  readonly starts: Int32Array;
  /** First offset in the original after that sign. */
  readonly ends: Int32Array;
}

/** What is known of a UTF-16 unit that stands alone. */
const enum Kind {
  /** One unit that becomes one unit, kept in the table. */
  Simple,
  /** Looked at more closely: surrogates, characters that become several or none. */
  Special,
  /** Belongs to the sign before it: accents, voice marks of half-width kana, joiners. */
  Attached,
  Space,
}

interface Tables {
  readonly kind: Uint8Array;
  /** Folded unit of the simple ones. */
  readonly simple: Uint16Array;
}

/** What of a text is not made one. Nothing, unless it says so. */
export interface FoldOptions {
  /** Upper and lower case stay two. */
  readonly keepCase?: boolean;
  /** `café` and `cafe` stay two. */
  readonly keepAccents?: boolean;
}

const UNITS = 0x10000;
const SPACE = 0x20;
const SPACES = /^\s$/u;
/** Vowels and last consonants of Hangul that was taken apart, as files of macOS have it, belong to the consonant before them. */
const ATTACHED = /^[\p{M}\uFF9E\uFF9F\u1160-\u11FF]$/u;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** Signs that keyboards and phones write for one and the same. The prime and the acute accent stand for apostrophes that were typed in haste. */
const APOSTROPHES = /[\u2018\u2019\u201b\u02bc\u02b9\u2032\u00b4\u0060\uff07\ua78c]/gu;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/gu;
const QUOTES = /[\u201c-\u201f\u2033\uff02]/gu;
/** Accents of the scripts in which people leave them out. In kana, Hangul and Indic scripts a mark makes another letter. */
const ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Greek}])[\u0300-\u036f]+/gu;
/** Letters whose accent is part of the letter. */
const STROKED = /[ßæœøłđðþıё]/giu;
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ё: 'е',
};

/** By {@link FoldOptions}; each is made with the first text that is folded so. */
const kept: (Tables | undefined)[] = [];
let dictionary: ReadonlyMap<string, string> | undefined;
const tables = ({ keepCase = false, keepAccents = false }: FoldOptions): Tables =>
  (kept[(keepCase ? 2 : 0) + (keepAccents ? 1 : 0)] ??= makeTables({ keepCase, keepAccents }));

/** Where a text is folded into. Grows when a text is longer, or when characters become several. */
let units = new Uint16Array(4096);
let starts = new Int32Array(4096);
let ends = new Int32Array(4096);

/**
 * Brings a text into the form in which it is compared: full-width is half-width (NFKC), traditional Chinese is simplified,
 * kana have one width, apostrophes, dashes and quotation marks have one form, letters have no accents, what cannot be seen is gone,
 * white space is one space, and upper case is lower case.
 */
export function foldText(text: string, options: FoldOptions = {}): string {
  return textOf(fold(text, options));
}

/** The same, and where each unit comes from. */
export function foldWithOffsets(text: string): FoldedText {
  const length = fold(text, {});
  return { text: textOf(length), starts: starts.slice(0, length), ends: ends.slice(0, length) };
}

const textOf = (length: number): string => Buffer.from(units.buffer, 0, length * 2).toString('utf16le');

/** @returns how many units were written */
function fold(text: string, options: FoldOptions): number {
  const { kind, simple } = tables(options);
  let length = 0;
  const push = (unit: number, start: number, end: number) => {
    if (length === units.length) grow();
    units[length] = unit;
    starts[length] = start;
    ends[length++] = end;
  };
  for (let index = 0; index < text.length;) {
    const unit = text.charCodeAt(index);
    const sort = kind[unit];
    if (sort === Kind.Simple && kind[text.charCodeAt(index + 1)] !== Kind.Attached) {
      push(simple[unit] as number, index, ++index);
    } else if (sort === Kind.Space) {
      index += 1;
      if (length && units[length - 1] === SPACE) ends[length - 1] = index;
      else push(SPACE, index - 1, index);
    } else {
      const end = endOfSign(text, index, kind);
      const folded = foldSign(text.slice(index, end), options);
      for (let part = 0; part < folded.length; part++) push(folded.charCodeAt(part), index, end);
      index = end;
    }
  }
  return length;
}

function grow(): void {
  const larger = <T extends Uint16Array | Int32Array>(from: T, to: T): T => (to.set(from), to);
  units = larger(units, new Uint16Array(units.length * 2));
  starts = larger(starts, new Int32Array(starts.length * 2));
  ends = larger(ends, new Int32Array(ends.length * 2));
}

/** Behind the sign that begins at an offset, with all that is attached to it. */
function endOfSign(text: string, start: number, kind: Uint8Array): number {
  let end = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  while (end < text.length && kind[text.charCodeAt(end)] === Kind.Attached) end += 1;
  return end;
}

function foldSign(sign: string, { keepCase, keepAccents }: FoldOptions): string {
  dictionary ??= simplifiedSigns();
  const one = sign.replace(APOSTROPHES, "'").replace(DASHES, '-').replace(QUOTES, '"');
  let folded = '';
  for (const part of one.normalize('NFKC').replace(INVISIBLE, '')) folded += dictionary.get(part) ?? part;
  folded = folded.replace(DASHES, '-');
  if (!keepCase) folded = folded.toLowerCase();
  return keepAccents ? folded : withoutAccents(folded);
}

function withoutAccents(text: string): string {
  const bare = text.normalize('NFD').replace(ACCENTS, '').normalize('NFC');
  return bare.replace(STROKED, (letter) => {
    const plain = PLAIN[letter.toLowerCase()] ?? letter;
    return letter === letter.toLowerCase() ? plain : plain.toUpperCase();
  });
}

function makeTables(options: FoldOptions): Tables {
  const made = { kind: new Uint8Array(UNITS), simple: new Uint16Array(UNITS) };
  for (let unit = 0; unit < UNITS; unit++) {
    const sign = String.fromCharCode(unit);
    if (SPACES.test(sign)) made.kind[unit] = Kind.Space;
    else if (ATTACHED.test(sign)) made.kind[unit] = Kind.Attached;
    else {
      const folded = foldSign(sign, options);
      const simple = folded.length === 1 && !(unit >= 0xd800 && unit <= 0xdfff);
      made.kind[unit] = simple ? Kind.Simple : Kind.Special;
      made.simple[unit] = folded.charCodeAt(0);
    }
  }
  return made;
}

/** Traditional characters with their simplified ones, character by character: texts and keywords are read with the same table, so sense does not matter. */
function simplifiedSigns(): Map<string, string> {
  const convert = Converter({ from: 't', to: 'cn' });
  const found = new Map<string, string>();
  for (const [first, last] of [
    [0x3400, 0x9fff],
    [0xf900, 0xfaff],
    [0x20000, 0x2ffff],
  ] as const) {
    const characters = Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
    convert(characters.join('\n'))
      .split('\n')
      .forEach((simple, index) => simple !== characters[index] && found.set(characters[index] as string, simple));
  }
  return found;
}
