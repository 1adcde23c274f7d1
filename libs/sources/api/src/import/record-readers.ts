import { CsvSplitter, unescaped, type CsvDialect, type CsvRow } from './csv-rows';
import type { FileRecord, RecordReader } from './file-record';
import { HtmlTableRows } from './html-table-rows';
import { JsonElements, type JsonElement } from './json-elements';
import type { SingleObject } from './json-openers';
import { folded, parseBeginning, placeKey, walkObjects, type Place } from './json-places';
import type { JsonStructure } from './json-structure';
import { isObject, parseJson, valuesOf } from '../incoming/json-values';
import { excerpt } from '../incoming/reject-reason';
import { addDay, dayColumns } from './day-columns';
import { OtherTables } from './other-tables';

const MAX_LINE = 2_000_000;

/** Rows of a delimited file, by the columns of its header. */
export class CsvRecords implements RecordReader {
  private readonly splitter: CsvSplitter;
  private readonly rows: TableRows;

  /** @param skip rows before the first comment: the header, or none */
  constructor(
    columns: readonly string[],
    private readonly dialect: CsvDialect,
    private skip: number,
  ) {
    this.splitter = new CsvSplitter(dialect);
    this.rows = new TableRows(columns);
  }

  push(text: string): FileRecord[] {
    return this.records(this.splitter.push(text));
  }

  end(): FileRecord[] {
    return this.records(this.splitter.end());
  }

  private records(rows: readonly CsvRow[]): FileRecord[] {
    const skipped = Math.min(this.skip, rows.length);
    this.skip -= skipped;
    return rows.slice(skipped).map((row) => this.record(row));
  }

  private record(row: CsvRow): FileRecord {
    const { line } = row;
    if ('unclosed' in row)
      return {
        line,
        problem: { code: 'unclosed-quote', reason: 'A quotation mark is opened in this line and not closed.' },
      };
    const cells = row.cells.map(withoutFormula);
    return this.rows.record(line, this.dialect.escapes ? cells.map(plainCell) : cells);
  }
}

const plainCell = (cell: string): string => (cell === '\\N' ? cell : unescaped(cell));

/** `="007"` is how programs keep spreadsheets from rounding an id or dropping its zeros. */
const withoutFormula = (cell: string): string =>
  cell.startsWith('="') && cell.endsWith('"') ? cell.slice(2, -1) : cell;

/** Rows of a sheet of a workbook: one JSON list of cells a line, as {@link unpackWorkbook} writes them. */
export class SheetRecords implements RecordReader {
  private readonly rows: TableRows;
  private rest = '';
  private line = 0;

  /** @param skip rows before the first comment */
  constructor(
    columns: readonly string[],
    private readonly skip: number,
  ) {
    this.rows = new TableRows(columns);
  }

  push(text: string): FileRecord[] {
    const lines = (this.rest + text).split('\n');
    this.rest = lines.pop() ?? '';
    return lines.flatMap((line) => this.record(line));
  }

  end(): FileRecord[] {
    return this.rest ? this.record(this.rest) : [];
  }

  private record(text: string): FileRecord[] {
    this.line++;
    if (!text || this.line <= this.skip) return [];
    return [this.rows.record(this.line, JSON.parse(text) as string[])];
  }
}

/** Rows of the table of a page. Their line is the number of the row. */
export class HtmlTableRecords implements RecordReader {
  private readonly html = new HtmlTableRows();
  private readonly rows: TableRows;
  private row = 0;

  /** @param skip rows before the first comment */
  constructor(
    columns: readonly string[],
    private readonly skip: number,
  ) {
    this.rows = new TableRows(columns);
  }

  push(text: string): FileRecord[] {
    return this.html.push(text).flatMap((cells) => {
      this.row++;
      return this.row <= this.skip ? [] : [this.rows.record(this.row, cells)];
    });
  }

  /** A row that is never closed is none. */
  end(): FileRecord[] {
    return [];
  }
}

/** Makes records of the rows of a table. */
class TableRows {
  private readonly day;
  private readonly others;

  constructor(private readonly columns: readonly string[]) {
    this.day = dayColumns(columns);
    this.others = new OtherTables(columns);
  }

  record(line: number, cells: readonly string[]): FileRecord {
    const { columns, day } = this;
    const other = this.others.problemOf(line, cells);
    if (other) return { line, problem: other };
    if (cells.slice(columns.length).some(Boolean)) {
      return {
        line,
        problem: {
          code: 'column-count',
          reason: `The row has ${cells.length} values, the table has ${columns.length} columns.`,
        },
      };
    }
    const values = new Map(columns.map((column, index) => [column, valueOf(cells[index])]));
    if (day) addDay(values, day);
    return cells.length < columns.length ? { line, values, shortBy: columns.length - cells.length } : { line, values };
  }
}

/**
 * The comments of a JSON file, with the answers that stand within them, and at the end the post that they answer, where it stands in no list. Their line is the number
 * of the entry: a file may be a single line.
 */
export class JsonRecords implements RecordReader {
  private readonly elements: JsonElements;
  private readonly rows: JsonRows;
  private entries = 0;

  constructor(private readonly structure: JsonStructure) {
    this.elements = new JsonElements(structure.elements);
    this.rows = new JsonRows(structure);
  }

  push(text: string): FileRecord[] {
    return this.records(this.elements.push(text));
  }

  end(): FileRecord[] {
    const records = this.records(this.elements.end());
    const { rest } = this.elements;
    const posts = this.structure.posts(rest === null ? null : parseBeginning(rest));
    return [...records, ...posts.map((post) => ({ ...this.rows.ofPost(post), line: ++this.entries }))];
  }

  private records(elements: readonly JsonElement[]): FileRecord[] {
    return elements
      .flatMap(({ line, place, text, broken }) =>
        broken
          ? [notJson(line, `The object that begins in line ${line} never ends.`)]
          : this.rows.of(text, line, place),
      )
      .map((record) => ({ ...record, line: ++this.entries }));
  }
}

/** Makes rows of the text of an object: of the object itself, or of the comments within it. */
class JsonRows {
  private readonly wanted: ReadonlySet<string>;
  private readonly columns: ReadonlySet<string>;
  private readonly aliases = new Map<string, string | null>();

  constructor(private readonly structure: JsonStructure) {
    this.wanted = new Set(structure.comments.map(placeKey));
    this.columns = new Set(structure.columns);
  }

  of(text: string, line: number, place: Place): FileRecord[] {
    const object = parsedObject(text);
    if (!object) return [notJson(line, `This is not a JSON object: "${excerpt(text)}"`)];
    const records: FileRecord[] = [];
    const take = (found: Record<string, unknown>, at: Place) => {
      const key = placeKey(folded(at));
      if (!this.wanted.has(key)) return;
      const values = valuesOf(found);
      records.push({
        line,
        values: key === placeKey(this.structure.main) ? values : this.aliased(values, key),
      });
    };
    take(object, place);
    walkObjects(object, place, take);
    return records;
  }

  /** A post that stands in no list. */
  ofPost({ place, values }: SingleObject): FileRecord {
    return { line: 1, values: this.aliased(new Map(values), placeKey(place)) };
  }

  /** Answers may lie deeper or less deep than comments: what is the end of a column there is the end of one here. */
  private aliased(values: Map<string, string>, place: string): Map<string, string> {
    for (const [column, value] of [...values]) {
      if (this.columns.has(column)) continue;
      const key = `${place}\u0000${column}`;
      let alias = this.aliases.get(key);
      if (alias === undefined) this.aliases.set(key, (alias = this.aliasOf(column)));
      if (alias !== null && !values.has(alias)) values.set(alias, value);
    }
    return values;
  }

  private aliasOf(column: string): string | null {
    const parts = column.split('.');
    const shared = (other: readonly string[]) => {
      let count = 0;
      while (count < parts.length && parts.at(-1 - count) === other.at(-1 - count)) count++;
      return count;
    };
    const [best] = this.structure.columns
      .map((name) => ({ name, count: shared(name.split('.')) }))
      .sort((a, b) => b.count - a.count);
    return best?.count ? best.name : null;
  }
}

function parsedObject(text: string): Record<string, unknown> | null {
  try {
    const value = parseJson(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** One JSON object a line, each a comment or a post with comments in it. */
export class JsonLineRecords implements RecordReader {
  private readonly rows: JsonRows;
  private rest = '';
  private line = 0;
  private skipping = false;

  constructor(structure: JsonStructure) {
    this.rows = new JsonRows(structure);
  }

  push(text: string): FileRecord[] {
    const lines = (this.rest + text).split('\n');
    this.rest = lines.pop() ?? '';
    const records = lines.flatMap((line) => this.record(line));
    if (this.rest.length > MAX_LINE) {
      this.rest = '';
      this.skipping = true;
    }
    return records;
  }

  end(): FileRecord[] {
    return this.record(this.rest);
  }

  private record(text: string): FileRecord[] {
    this.line++;
    if (this.skipping) {
      this.skipping = false;
      return [{ line: this.line, problem: { code: 'row-too-long', reason: 'The line is longer than 2 MB.' } }];
    }
    return text.trim() ? this.rows.of(text, this.line, LINE) : [];
  }
}

/** The place of the object of a line. */
export const LINE: Place = ['[]'];

const notJson = (line: number, reason: string): FileRecord => ({ line, problem: { code: 'not-json', reason } });

/** `\N` is how MySQL and PostgreSQL write that there is no value. */
const valueOf = (cell: string | undefined): string => (cell === undefined || cell === '\\N' ? '' : cell);
