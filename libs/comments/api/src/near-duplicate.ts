/** Texts whose essence is shorter are alike only when it is the same: one sign changes too much in them. */
const FEWEST_UNITS = 48;
/** Characters of a shingle; Chinese and Japanese characters carry more than a letter. */
const SHINGLE = { cjk: 3, other: 5 } as const;
/** Only so many characters are looked at for likeness, which bounds the cost of a very long text. */
const MOST_COMPARED = 4000;
/** Of all shingles of two texts at least this share must be in both (Jaccard index). */
const ALIKE = 0.9;

/** Properties of a UTF-16 unit: it says something, it is Chinese or Japanese, it is a digit. */
const SAYS = 1;
const CJK = 2;
const DIGIT = 4;
let properties: Uint8Array | null = null;

/** Looked up once for all units: a text is then read in one pass, which is what makes the import affordable. */
function unitProperties(): Uint8Array {
  if (properties) return properties;
  const table = new Uint8Array(0x10000);
  for (let unit = 0; unit < table.length; unit++) {
    const sign = String.fromCharCode(unit);
    const isAstral = unit >= 0xd800 && unit <= 0xdfff;
    if (!isAstral && !/[\p{L}\p{M}\p{N}\p{Extended_Pictographic}?]/u.test(sign)) continue;
    if (unit >= 0xfe00 && unit <= 0xfe0f) continue;
    table[unit] =
      SAYS |
      (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(sign) ? CJK : 0) |
      (!isAstral && /\p{N}/u.test(sign) ? DIGIT : 0);
  }
  return (properties = table);
}

/** A text as far as it says something, as UTF-16 units. */
interface Essence {
  readonly units: Uint16Array;
  readonly cjk: number;
}

/**
 * A text without width, case, links, masked names, punctuation, spacing and drawn-out letters. Emoji, digits and question marks
 * stay, because they change what is said. A text that is nothing else is taken as it is.
 */
function essenceOf(text: string): Essence {
  let plain = /[^\x20-\x7e\u3001-\u30ff\u4e00-\u9fff]/.test(text) ? text.normalize('NFKC') : text;
  plain = plain.toLowerCase();
  if (plain.includes('://') || plain.includes('www.')) plain = plain.replace(/(?:https?:\/\/|www\.)\S+/gu, ' ');
  if (plain.includes('@')) plain = plain.replace(/^\s*rt\s+(?=@)/u, ' ').replace(/@(?:…|\.\.\.)/gu, ' ');
  const table = unitProperties();
  const units = new Uint16Array(plain.length);
  let length = 0;
  let cjk = 0;
  for (let place = 0; place < plain.length; place++) {
    const unit = plain.charCodeAt(place);
    const property = table[unit] ?? 0;
    if (!property) continue;
    units[length++] = unit;
    if (property & CJK) cjk++;
    // Of a sign that is drawn out, two are kept; an emoji is two units.
    const period = unit >= 0xdc00 && unit <= 0xdfff ? 2 : 1;
    if (!(property & DIGIT) && repeats(units, length, period)) length -= period;
  }
  if (length) return { units: units.subarray(0, length), cjk };
  const whole = text.trim().toLowerCase();
  return { units: Uint16Array.from(whole, (_, place) => whole.charCodeAt(place)), cjk: 0 };
}

/** Whether the last sign stands three times in a row. */
function repeats(units: Uint16Array, length: number, period: number): boolean {
  if (length < 3 * period) return false;
  for (let back = 1; back <= 2 * period; back++)
    if (units[length - back] !== units[length - back - period]) return false;
  return true;
}

/**
 * Prints of a text, whole numbers of 52 bits, by which nearly the same texts are found. A short text has one, of its whole essence.
 * A longer one has two by MinHash with banding, each of four minima: of pairs 95 % alike 97 % share one, of pairs 90 % alike 88 %,
 * and unrelated texts next to never do. Without a text there is nothing to be alike, and no print. What is found by a print is compared before it is believed.
 * Source: A. Z. Broder, On the resemblance and containment of documents (1997); J. Leskovec et al., Mining of massive datasets, §3.4.
 */
export function printsOf(text: string): number[] {
  if (!text) return [];
  const essence = essenceOf(text);
  const { units, cjk } = essence;
  if (units.length + cjk >= FEWEST_UNITS) return bandsOf(shinglesOf(essence));
  let [high, low] = [0x811c9dc5, 0x9e3779b1];
  for (let place = 0; place < units.length; place++) {
    const unit = units[place] ?? 0;
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul((low ^ unit) + (low >>> 15), 0x85ebca6b);
  }
  return [joined(high, low)];
}

/**
 * Whether two texts say the same but for trifles: the same essence, or nearly the same shingles with the same negations, emoji and
 * question marks, and none much longer than the other.
 */
export function nearlyTheSame(one: string, other: string): boolean {
  const [a, b] = [essenceOf(one), essenceOf(other)];
  const [shorter, longer] = [Math.min(a.units.length, b.units.length), Math.max(a.units.length, b.units.length)];
  if (shorter === longer && a.units.every((unit, place) => unit === b.units[place])) return true;
  if (shorter + Math.min(a.cjk, b.cjk) < FEWEST_UNITS || shorter < ALIKE * longer) return false;
  const [left, right] = [new Set(shinglesOf(a)), new Set(shinglesOf(b))];
  let both = 0;
  for (const shingle of left) if (right.has(shingle)) both++;
  return both >= ALIKE * (left.size + right.size - both) && turns(one) === turns(other);
}

/** What turns the sense of a text round, counted by kind: a long text with one "not" more is no copy. */
function turns(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase();
  const found =
    plain.match(
      /\b(?:not?|never|none|nothing|nobody|hardly|without)\b|n['’]t\b|[不没沒无無别別未非差坏烂]|ない|なかった|ません|ずに|\p{Extended_Pictographic}|\?/gu,
    ) ?? [];
  return found.sort().join('');
}

/** Hashes of all runs of a few characters (FNV-1a). */
function shinglesOf({ units, cjk }: Essence): Int32Array {
  const length = cjk * 2 > units.length ? SHINGLE.cjk : SHINGLE.other;
  const count = Math.max(0, Math.min(units.length, MOST_COMPARED) - length + 1);
  const shingles = new Int32Array(count);
  for (let start = 0; start < count; start++) {
    let hash = 0x811c9dc5;
    for (let place = start; place < start + length; place++) hash = Math.imul(hash ^ (units[place] ?? 0), 0x01000193);
    shingles[start] = hash;
  }
  return shingles;
}

/** Odd multipliers of the hash functions, drawn once. */
const FACTORS = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f, 0x165667b1, 0x2c1b3c6d, 0x297a2d39, 0x1b56c4e9];

/** The smallest value of each hash function over the shingles, joined four by four. */
function bandsOf(shingles: Int32Array): number[] {
  const minima = FACTORS.map((factor, index) => {
    let lowest = 0xffffffff;
    for (let place = 0; place < shingles.length; place++) {
      const mixed = Math.imul((shingles[place] ?? 0) ^ (index * 0x3c6ef372), factor);
      const value = Math.imul(mixed ^ (mixed >>> 15), factor) >>> 0;
      if (value < lowest) lowest = value;
    }
    return lowest;
  });
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = minima;
  return [
    joined(Math.imul(a, 0x2545f491) ^ b, Math.imul(c, 0x5851f42d) ^ d),
    joined(Math.imul(e, 0x2545f491) ^ f ^ 1, Math.imul(g, 0x5851f42d) ^ h),
  ];
}

/** A whole number of 52 bits from two of 32: exact as a JavaScript number. */
function joined(high: number, low: number): number {
  const [a, b] = [Math.imul(high ^ (high >>> 16), 0x7feb352d), Math.imul(low ^ (low >>> 15), 0x846ca68b)];
  return ((a ^ (b >>> 13)) >>> 12) * 0x100000000 + ((b ^ (b >>> 16)) >>> 0);
}
