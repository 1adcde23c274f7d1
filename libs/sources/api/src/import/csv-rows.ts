/** A row of a delimited file, or the line on which a quote was opened that is never closed. */
export type CsvRow =
  { readonly line: number; readonly cells: readonly string[] } | { readonly line: number; readonly unclosed: true };

export interface CsvDialect {
  readonly delimiter: string;
  /** False for files in which `"` has no meaning. */
  readonly quoted: boolean;
  /** The sign around values where it is not `"`. */
  readonly quote?: "'";
  /** A backslash takes away the meaning of the sign behind it, as databases write it (`\\n`, `\\t`, `\\'`, `\\N`). The cells are as they are written. */
  readonly escapes?: boolean;
  /** Columns of the header; 0 while it is not known. */
  readonly columns: number;
}

/** Longest row in characters. What is longer is a quote that was never closed. */
const MAX_ROW = 300_000;
/** After so many unclosed quotes the file is broken in earnest, and less is read ahead for each further one. */
const PATIENCE = 20;
const MAX_ROW_OF_BROKEN_FILE = 8_000;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const BACKSLASH = 92;

/**
 * Cuts delimited text (RFC 4180, with what programs make of it) into rows as it arrives. Made by hand for one thing that
 * kept parsers do not do: a quote that is opened and never closed costs its own line, and not the rest of the file.
 */
export class CsvSplitter {
  private text = '';
  private at = 0;
  private line = 1;
  private unclosed = 0;

  constructor(private readonly dialect: CsvDialect) {}

  push(text: string): CsvRow[] {
    this.text = this.text.slice(this.at) + text;
    this.at = 0;
    return this.rows(false);
  }

  end(): CsvRow[] {
    const rows = this.rows(true);
    this.text = '';
    this.at = 0;
    return rows;
  }

  private rows(final: boolean): CsvRow[] {
    const rows: CsvRow[] = [];
    while (this.at < this.text.length) {
      const row = this.next(final);
      if (!row) break;
      // Rows without any value are the blank lines of a spreadsheet.
      if ('unclosed' in row || row.cells.some(Boolean)) rows.push(row);
    }
    return rows;
  }

  private next(final: boolean): CsvRow | null {
    const limit = this.unclosed < PATIENCE ? MAX_ROW : MAX_ROW_OF_BROKEN_FILE;
    const scan = new RowScan(this.text, this.at, this.dialect);
    const outcome = scan.run(final, limit);
    if (outcome === 'incomplete') return null;
    if (outcome === 'unclosed' || this.swallowedOthers(scan)) return this.giveUpLine();
    const row = { line: this.line, cells: scan.cells };
    this.at = scan.at;
    this.line += scan.newlines + (scan.ended ? 1 : 0);
    return row;
  }

  /**
   * A row over several lines whose quote ran into the rows below: it has the wrong number of columns, or has a quote in its
   * middle that is not doubled while a whole row begins on the line below.
   */
  private swallowedOthers({ newlines, cells, stray, at: end }: RowScan): boolean {
    const { columns } = this.dialect;
    if (columns < 2 || newlines === 0) return false;
    return widthOf(cells, columns) !== columns || (stray && this.isWholeRow(this.text.indexOf('\n', this.at) + 1, end));
  }

  /** A row with the right number of columns begins there; over several lines it may go only as far as the one that swallowed it. */
  private isWholeRow(at: number, end: number): boolean {
    const scan = new RowScan(this.text, at, this.dialect);
    if (scan.run(true, MAX_ROW) !== 'row' || widthOf(scan.cells, this.dialect.columns) !== this.dialect.columns)
      return false;
    return scan.newlines === 0 || (scan.at === end && !scan.stray);
  }

  private giveUpLine(): CsvRow {
    this.unclosed++;
    const newline = this.text.indexOf('\n', this.at);
    this.at = newline < 0 ? this.text.length : newline + 1;
    return { line: this.line++, unclosed: true };
  }
}

/** The cells of a row. Empty ones behind the last column do not count: some programs end each row with a delimiter. */
const widthOf = (cells: readonly string[], columns: number): number =>
  cells.slice(columns).some(Boolean) ? cells.length : Math.min(cells.length, columns);

/** Reads one row from a position on. */
class RowScan {
  readonly cells: string[] = [];
  /** Line breaks inside of quotes. */
  newlines = 0;
  /** A quote within quotes was not doubled. */
  stray = false;
  /** The row ended with a line break, not with the file. */
  ended = false;

  private readonly quote: string;

  constructor(
    private readonly text: string,
    public at: number,
    private readonly dialect: CsvDialect,
  ) {
    this.quote = dialect.quote ?? '"';
  }

  run(final: boolean, limit: number): 'row' | 'incomplete' | 'unclosed' {
    const start = this.at;
    for (;;) {
      const opened = this.dialect.quoted && this.text[this.at] === this.quote;
      const cell = opened ? this.quotedCell(final, start + limit) : this.plainCell();
      if (cell === null) {
        const tooLong = this.text.length - start > limit;
        if (opened && (final || tooLong)) return 'unclosed';
        if (!final && !tooLong) return 'incomplete';
        return this.lastCell();
      }
      this.cells.push(cell);
      if (this.text.startsWith(this.dialect.delimiter, this.at) && this.at < this.text.length) {
        this.at += this.dialect.delimiter.length;
        continue;
      }
      // A carriage return at the very end may have its line feed in the next piece.
      if (!final && this.at + 1 >= this.text.length && this.text[this.at] !== '\n') return 'incomplete';
      this.endLine();
      return 'row';
    }
  }

  /** An unquoted cell, up to the next delimiter or line break; null when neither is there (yet). */
  private plainCell(): string | null {
    const { delimiter, escapes } = this.dialect;
    const first = delimiter.charCodeAt(0);
    const start = this.at;
    for (let index = start; index < this.text.length; index++) {
      const code = this.text.charCodeAt(index);
      if (escapes && code === BACKSLASH) index++;
      else if (
        code === LINE_FEED ||
        code === CARRIAGE_RETURN ||
        (code === first && this.text.startsWith(delimiter, index))
      ) {
        this.at = index;
        const value = this.text.slice(start, index);
        if (escapes) this.newlines += countNewlines(value);
        return value;
      }
    }
    return null;
  }

  private lastCell(): 'row' {
    this.cells.push(this.text.slice(this.at));
    this.at = this.text.length;
    return 'row';
  }

  /** A quoted cell. A quote that neither closes the cell nor is doubled stands for itself. */
  private quotedCell(final: boolean, limit: number): string | null {
    const { delimiter } = this.dialect;
    let value = '';
    let start = this.at + 1;
    for (;;) {
      const quote = this.text.indexOf(this.quote, start);
      // What closes the cell stands behind the quote, so it has to be there.
      if (quote < 0 || quote > limit || (!final && this.text.length - quote <= delimiter.length)) return null;
      const next = this.text[quote + 1];
      value += this.text.slice(start, quote);
      if (this.isEscaped(quote)) {
        value += this.quote;
        start = quote + 1;
        continue;
      }
      if (next === undefined || next === '\n' || next === '\r' || this.text.startsWith(delimiter, quote + 1)) {
        this.at = quote + 1;
        this.newlines += countNewlines(value);
        return value;
      }
      value += this.quote;
      this.stray ||= next !== this.quote;
      start = next === this.quote ? quote + 2 : quote + 1;
    }
  }

  /** An odd number of backslashes stands before it. */
  private isEscaped(at: number): boolean {
    if (!this.dialect.escapes) return false;
    let first = at;
    while (this.text.charCodeAt(first - 1) === BACKSLASH) first--;
    return (at - first) % 2 === 1;
  }

  private endLine(): void {
    if (this.text[this.at] === '\r') {
      this.at++;
      this.ended = true;
    }
    if (this.text[this.at] === '\n') {
      this.at++;
      this.ended = true;
    }
  }
}

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '', f: '', v: '', 0: '', Z: '' };

/** A cell without the backslashes of a database. */
export const unescaped = (cell: string): string =>
  cell.replace(/\\(\r\n|[^])/g, (_, sign: string) => ESCAPED[sign] ?? sign);

/** Line breaks in a value; the `\r\n` of Windows is one. */
export function countNewlines(value: string): number {
  let count = 0;
  for (let at = value.indexOf('\n'); at >= 0; at = value.indexOf('\n', at + 1)) count++;
  return count;
}
