/** What the values of a column in the sample look like. Shares are of the values that are not empty. */
export interface ColumnLook {
  readonly column: string;
  readonly values: readonly string[];
  readonly filled: number;
  readonly distinctShare: number;
  /** Letters and characters of any script per value. */
  readonly letters: number;
  readonly wordShare: number;
  readonly numberShare: number;
  readonly linkShare: number;
  /** 1, 2, 3… : the number of the row, which says nothing of the comment. */
  readonly countsRows: boolean;
}

const NUMBER = /^[+-]?[\d,]*\.?\d+(?:e[+-]?\d+)?%?$/i;
const LINK = /^https?:\/\/\S+$/i;

export function lookAt(column: string, rows: readonly ReadonlyMap<string, string>[]): ColumnLook {
  const values = rows.map((row) => (row.get(column) ?? '').trim());
  const filled = values.filter(Boolean);
  const share = (test: (value: string) => boolean) => (filled.length ? filled.filter(test).length / filled.length : 0);
  const letters = filled.map(lettersIn);
  return {
    column,
    values,
    filled: filled.length,
    distinctShare: filled.length ? new Set(filled).size / filled.length : 0,
    letters: filled.length ? letters.reduce((sum, count) => sum + count, 0) / filled.length : 0,
    wordShare: share((value) => lettersIn(value) > 0 && !NUMBER.test(value) && !LINK.test(value)),
    numberShare: share((value) => NUMBER.test(value)),
    linkShare: share((value) => LINK.test(value)),
    countsRows: countsRows(values),
  };
}

/** Two columns with the same letters, of which one has spaces between the words of languages that write without: its tokenised copy. */
export function isSpacedCopy(candidate: ColumnLook, original: ColumnLook): boolean {
  const pairs = candidate.values
    .map((value, index) => [value, original.values[index] ?? ''] as const)
    .filter(([value, other]) => value && other);
  if (!pairs.length) return false;
  const same = pairs.filter(([value, other]) => squeeze(value) === squeeze(other)).length / pairs.length;
  return same > 0.5 && spaces(candidate) > spaces(original);
}

const lettersIn = (value: string) => value.match(/[\p{L}\p{Emoji_Presentation}]/gu)?.length ?? 0;
const squeeze = (value: string) =>
  value
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
    .slice(0, 40);
const spaces = (look: ColumnLook) => look.values.reduce((sum, value) => sum + (value.match(/\s/gu)?.length ?? 0), 0);

function countsRows(values: readonly string[]): boolean {
  const first = Number(values[0]);
  return (
    values.length > 1 &&
    (first === 0 || first === 1) &&
    values.every((value, index) => value !== '' && Number(value) === first + index)
  );
}
