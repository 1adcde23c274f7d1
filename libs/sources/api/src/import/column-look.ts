import { plainText } from '../incoming/plain-text';

/** What the values of a column in the sample look like. Shares are of the values that are not empty. */
export interface ColumnLook {
  readonly column: string;
  readonly values: readonly string[];
  readonly filled: number;
  readonly distinctShare: number;
  /** How many different values there are. */
  readonly distinct: number;
  /** Letters and characters of any script per value. */
  readonly letters: number;
  readonly wordShare: number;
  readonly numberShare: number;
  readonly linkShare: number;
  /** 1, 2, 3… : the number of the row, which says nothing of the comment. */
  readonly countsRows: boolean;
}

const NUMBER = /^[+-]?[\d,]*\.?\d+(?:e[+-]?\d+)?%?$/i;
/** Addresses of anything: `at://did:plc:7/app.bsky.feed.post/3k`, `urn:li:comment:(7,8)`. */
const ADDRESS = /^(?:[a-z][a-z\d+.-]{0,20}:\/\/|did:|urn:)\S+$/iu;
/** Addresses of pages and of mail boxes. */
const LINK = /^(?:https?:\/\/\S+|[^\s@]+@[^\s@]+\.\p{L}{2,})$/iu;

export function lookAt(column: string, rows: readonly ReadonlyMap<string, string>[]): ColumnLook {
  const values = rows.map((row) => (row.get(column) ?? '').trim());
  const filled = values.filter(Boolean);
  const share = (test: (value: string) => boolean) => (filled.length ? filled.filter(test).length / filled.length : 0);
  const letters = filled.map(lettersIn);
  return {
    column,
    values,
    filled: filled.length,
    distinct: new Set(filled).size,
    distinctShare: filled.length ? new Set(filled).size / filled.length : 0,
    letters: filled.length ? letters.reduce((sum, count) => sum + count, 0) / filled.length : 0,
    wordShare: share(
      (value) => lettersIn(value) > 0 && !NUMBER.test(value) && !LINK.test(value) && !ADDRESS.test(value),
    ),
    numberShare: share((value) => NUMBER.test(value)),
    linkShare: share((value) => LINK.test(value)),
    countsRows: countsRows(values),
  };
}

/**
 * Whether a column repeats the words of another one as a tool left them: cut into words, cleaned of punctuation, shortened, or
 * with the tags of the page. Of two such columns the one that lost more is the copy.
 */
export function isCopy(candidate: ColumnLook, original: ColumnLook): boolean {
  const pairs = candidate.values
    .map((value, index) => [value, original.values[index] ?? ''] as const)
    .filter(([value, other]) => value && other)
    .slice(0, 200)
    .map(([value, other]) => [new Shape(value), new Shape(other)] as const);
  if (!pairs.length) return false;
  const same = pairs.filter(([value, other]) => value.begins === other.begins || other.contains(value)).length;
  if (same / pairs.length <= 0.5) return false;
  const lost = (key: 'signs' | 'spaces' | 'tags') =>
    pairs.reduce((sum, [value, other]) => sum + value[key] - other[key], 0);
  return lost('signs') !== 0 ? lost('signs') < 0 : lost('spaces') !== 0 ? lost('spaces') > 0 : lost('tags') > 0;
}

/** What of a text is left when it is compared with its copies. */
class Shape {
  readonly begins: string;
  readonly signs: number;
  readonly spaces: number;
  readonly tags: number;
  private readonly words: ReadonlySet<string>;

  constructor(value: string) {
    const text = plainText(value);
    this.begins = text
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase()
      .slice(0, 40);
    this.spaces = text.match(/\s/gu)?.length ?? 0;
    this.signs = text.length - this.spaces;
    this.tags = value.length - text.length;
    this.words = new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  }

  /** All words of the other, which has at least four and fewer, are in this one: stop words were taken out of it. */
  contains(other: Shape): boolean {
    return (
      other.words.size >= 4 &&
      other.words.size < this.words.size &&
      [...other.words].every((word) => this.words.has(word))
    );
  }
}

const lettersIn = (value: string) => value.match(/[\p{L}\p{Emoji_Presentation}]/gu)?.length ?? 0;
function countsRows(values: readonly string[]): boolean {
  const first = Number(values[0]);
  return (
    values.length > 1 &&
    (first === 0 || first === 1) &&
    values.every((value, index) => value !== '' && Number(value) === first + index)
  );
}
