import { numberText, type NumberStyle } from './workbook-dates';
import type { XmlHandler } from './workbook-xml';

const MAX_COLUMNS = 5_000;
const MAX_ROWS = 1_100_000;

interface Book {
  readonly strings: readonly string[];
  readonly styles: readonly NumberStyle[];
  readonly from1904: boolean;
}

/** Turns the XML of a sheet into lines, each a JSON list of the cells of a row; rows that are left out in the file are empty lines. */
export class SheetRows implements XmlHandler {
  private lines = '';
  private rowsWritten = 0;
  private row = 0;
  private cells: string[] = [];
  private column = 0;
  private type = 'n';
  private style = 0;
  private value = '';
  private depth: string[] = [];

  constructor(private readonly book: Book) {}

  /** The lines since the last call. */
  take(): string {
    const { lines } = this;
    this.lines = '';
    return lines;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.depth.push(name);
    if (name === 'row') {
      this.row = Number(attributes.r ?? this.row + 1);
      this.cells = [];
      this.column = 0;
    } else if (name === 'c') {
      this.column = attributes.r ? columnOf(attributes.r) : this.column + 1;
      this.type = attributes.t ?? 'n';
      this.style = Number(attributes.s ?? 0);
      this.value = '';
    }
  }

  text(value: string): void {
    const inside = this.depth.at(-1);
    if (inside === 'v' || (inside === 't' && !this.depth.includes('rPh'))) this.value += value;
  }

  close(name: string): void {
    this.depth.pop();
    if (name === 'c' && this.column > 0 && this.column <= MAX_COLUMNS) this.cells[this.column - 1] = this.cellText();
    if (name === 'row' && this.row > this.rowsWritten && this.row <= MAX_ROWS) {
      this.lines += '\n'.repeat(this.row - this.rowsWritten - 1);
      this.rowsWritten = this.row;
      const cells = Array.from(this.cells, (cell) => cell ?? '');
      this.lines += `${cells.some(Boolean) ? JSON.stringify(cells) : ''}\n`;
    }
  }

  private cellText(): string {
    const { type, value } = this;
    if (type === 's') return this.book.strings[Number(value)] ?? '';
    if (type === 'b') return value === '1' ? 'true' : 'false';
    if (type === 'e') return '';
    if (type !== 'n') return value;
    return numberText(value.trim(), this.book.styles[this.style] ?? 'number', this.book.from1904);
  }
}

/** `C7` is the third column. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.toUpperCase()) {
    const place = letter.charCodeAt(0) - 64;
    if (place < 1 || place > 26) break;
    column = column * 26 + place;
  }
  return column;
}
