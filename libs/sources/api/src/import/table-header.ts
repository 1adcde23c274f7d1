import { isTime, timeReader } from '../incoming/time-formats';
import { zoneOfColumn } from '../incoming/column-zone';
import { isKnownName, nameRank } from './column-names';
import { zoneOfLine } from './zone-column';

/** Lines above the header that exports of dashboards write: the name of the report, its filters, its period. */
const MAX_PREAMBLE = 60;

/** The header of a table among its first rows. */
export interface TableHeader {
  /** Index of the row of names; -1 where the table has none. */
  readonly row: number;
  readonly columns: readonly string[];
  readonly named: boolean;
}

/** Finds the header of a table: the first row, or a row of known names further down, below which the table begins. */
export function findHeader(rows: readonly (readonly string[])[]): TableHeader {
  const first = rows[0] ?? [];
  const below = headerBelow(rows);
  if (below > 0 || isHeader(first))
    return (
      questionsBelow(rows, below) ??
      partsBelow(rows, below) ?? {
        row: below,
        columns: inZoneAbove(columnsOf(rows, below), rows.slice(0, below)),
        named: true,
      }
    );
  const width = Math.max(first.length, ...rows.slice(0, 50).map((cells) => cells.length));
  return { row: -1, columns: columnNames(Array.from({ length: width }, () => '')), named: false };
}

/** Times below a line that tells their zone have it in their names, as in other exports. */
function inZoneAbove(columns: readonly string[], above: readonly (readonly string[])[]): readonly string[] {
  const zone = above.map(zoneOfLine).find((found) => found !== null);
  if (!zone) return columns;
  const isOfTime = (name: string) => nameRank(name, 'publishedAt') !== null && zoneOfColumn(name) === null;
  return columns.map((name) => (isOfTime(name) ? `${name} (${zone})` : name));
}

/** A row of names that stands below lines which are none: with two names at least, more than above it, and a row of its width below. */
function headerBelow(rows: readonly (readonly string[])[]): number {
  const names = (cells: readonly string[]) => new Set(cells.filter((cell) => cell && isKnownName(cell))).size;
  const above = names(rows[0] ?? []);
  for (let at = 1; at < Math.min(MAX_PREAMBLE, rows.length); at++) {
    const cells = trimmed(rows[at] ?? []);
    const wider = rows.slice(0, at).every((row) => trimmed(row).length < cells.length || names(row) === 0);
    if (names(cells) < Math.max(2, above + 1) || !wider || !cells.every((cell) => cell.length <= 60)) continue;
    const next = rows[at + 1];
    if (!next || next.length >= cells.length) return at;
  }
  return 0;
}

/** What Qualtrics writes below its questions: `{"ImportId":"endDate","timeZone":"America/Denver"}`. */
const IMPORT_ID = /^\{"ImportId":/;
/** Names that tell nothing beside the question they stand for. */
const SHORT_NAME = /^(?:QID|Q)?\d+(?:[._].{0,12})?$/i;

/** The header of a survey in three lines: names, questions, and what the program calls them with the zone of its times. Null for others. */
function questionsBelow(rows: readonly (readonly string[])[], at: number): TableHeader | null {
  const [names = [], questions = [], ids = []] = rows.slice(at, at + 3);
  const filled = ids.filter(Boolean);
  if (!filled.length || !filled.every((cell) => IMPORT_ID.test(cell))) return null;
  const columns = names.map((name, index) => {
    const [, zone] = /"timeZone":"([^"]+)"/.exec(ids[index] ?? '') ?? [];
    const question = questions[index]?.trim();
    return (SHORT_NAME.test(name) && question ? question : name) + (zone ? ` (${zone})` : '');
  });
  return { row: at + 2, columns: columnNames(columns), named: true };
}

/**
 * Names of two rows, where cells are merged to the side and downwards: `Date` stands for itself, `Text` and `Rating` below `Review` are
 * `Review.Text` and `Review.Rating`. Null for others.
 */
function partsBelow(rows: readonly (readonly string[])[], at: number): TableHeader | null {
  const [names = [], below = [], first = []] = rows.slice(at, at + 3);
  const parts = trimmed(below);
  const filled = parts.filter((cell) => cell.trim());
  const isMerged = (index: number) => !names[index]?.trim() || !names[index + 1]?.trim();
  const isParts =
    filled.length >= 2 &&
    filled.length < parts.length &&
    filled.some(isKnownName) &&
    filled.every((cell) => /^[^\d:：.]{1,40}$/u.test(cell)) &&
    parts.every((cell, index) => !cell.trim() || isMerged(index)) &&
    // Names that go down over both rows have nothing below them, and values below that.
    parts.some((cell, index) => !cell.trim() && names[index]?.trim() && first[index]?.trim()) &&
    parts.length > trimmed(names).length;
  if (!isParts) return null;
  let group = '';
  const columns = parts.map((part, index) => {
    group = names[index]?.trim() || group;
    return part.trim() && group ? `${group}.${part.trim()}` : (names[index] ?? '');
  });
  return { row: at + 1, columns: columnNames(columns), named: true };
}

/** A header has known names, or at least nothing in it that only data have: times, numbers, long texts. */
function isHeader(cells: readonly string[]): boolean {
  if (cells.some(isKnownName)) return true;
  const read = timeReader(cells, 'UTC', new Date());
  const filled = cells.filter(Boolean);
  return (
    filled.length > 0 &&
    new Set(filled).size === filled.length &&
    filled.every((cell) => cell.length <= 40 && !/^[\d.,+-]+$/.test(cell) && !isTime(read(cell)))
  );
}

/** The names of a header, without the empty cells at its end that are empty in all rows below too. */
function columnsOf(rows: readonly (readonly string[])[], at: number): string[] {
  const header = withGroups(rows[at] ?? [], rows[at - 1]);
  const used = rows.slice(at + 1, at + 300).map((cells) => Math.min(trimmed(cells).length, header.length));
  return columnNames(header.slice(0, Math.max(trimmed(header).length, ...used)));
}

/**
 * Names below merged cells that say what several columns are about: `Date` below `Order` and `Date` below `Review` are `Order.Date` and
 * `Review.Date`. A line of a preamble is no such row: it has no gap between its cells, or tells a value.
 */
function withGroups(names: readonly string[], above: readonly string[] | undefined): readonly string[] {
  const groups = above ? trimmed(above) : [];
  const filled = groups.filter((cell) => cell.trim());
  const gaps = names.filter((name, at) => name.trim() && !groups[at]?.trim()).length;
  const isGroups =
    filled.length >= 2 &&
    groups.length > filled.length &&
    gaps > 0 &&
    filled.every((cell) => /^[^\d:：.]{1,40}$/u.test(cell));
  if (!isGroups) return names;
  let group = '';
  return names.map((name, at) => {
    group = groups[at]?.trim() || group;
    return group && name.trim() ? `${group}.${name.trim()}` : name;
  });
}

/** Spreadsheets pad rows with empty cells. */
function trimmed(cells: readonly string[]): readonly string[] {
  let end = cells.length;
  while (end > 0 && !cells[end - 1]?.trim()) end--;
  return cells.slice(0, end);
}

/** Columns without a name are called by their place, doubled names are told apart. */
function columnNames(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((cell, index) => {
    const name = cell.trim() || `column ${index + 1}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count > 1 ? `${name} (${count})` : name;
  });
}
