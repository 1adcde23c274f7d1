import type { RejectReason } from '../incoming/reject-reason';
import { isKnownName } from './column-names';
import { countNewlines } from './csv-rows';

/**
 * Finds where another table begins below the first one, in a file or on a sheet: behind a blank line a row of names that are not those of the
 * header. Its rows would be read by the wrong columns, so they are refused. The names of the header once more end it.
 */
export class OtherTables {
  private readonly header: string;
  private last = 0;
  /** Line of the names of the other table; 0 within the first one. */
  private begins = 0;

  constructor(columns: readonly string[]) {
    this.header = keyOf(columns);
  }

  /** Why a row is none of the table; null where it is one of it. */
  problemOf(line: number, cells: readonly string[]): RejectReason | null {
    const isBehindGap = this.last > 0 && line > this.last + 1;
    this.last = line + cells.reduce((sum, cell) => sum + countNewlines(cell), 0);
    if (this.begins && keyOf(cells) === this.header) this.begins = 0;
    else if (isBehindGap && isHeader(cells) && keyOf(cells) !== this.header) this.begins = line;
    return this.begins
      ? {
          code: 'other-table',
          reason: `In line ${this.begins} another table with other columns begins; save it as a file of its own to import it.`,
        }
      : null;
  }
}

const keyOf = (cells: readonly string[]) =>
  cells
    .map((cell) => cell.trim().toLowerCase())
    .join('\n')
    .trimEnd();

/** Two known names at least, no value and no sentence among the others. */
function isHeader(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter(Boolean);
  const known = filled.filter(isKnownName).length;
  return (
    known >= 2 &&
    known >= filled.length / 2 &&
    new Set(filled).size === filled.length &&
    filled.every((cell) => cell.length <= 40 && !/^[\d.,:/+-]+$/.test(cell))
  );
}
