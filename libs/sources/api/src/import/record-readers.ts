import { CsvSplitter, type CsvDialect, type CsvRow } from './csv-rows';
import type { FileRecord, RecordReader } from './file-record';
import { JsonElements, type JsonElement } from './json-elements';
import { readJsonObject } from '../incoming/json-values';
import { excerpt } from '../incoming/reject-reason';

const MAX_LINE = 2_000_000;

/** Rows of a delimited file, by the columns of its header. */
export class CsvRecords implements RecordReader {
  private readonly splitter: CsvSplitter;

  /** @param skip rows before the first comment: the header, or none */
  constructor(
    private readonly columns: readonly string[],
    dialect: CsvDialect,
    private skip: number,
  ) {
    this.splitter = new CsvSplitter(dialect);
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
    const { cells } = row;
    if (cells.slice(this.columns.length).some(Boolean)) {
      return {
        line,
        problem: {
          code: 'column-count',
          reason: `The row has ${cells.length} values, the table has ${this.columns.length} columns.`,
        },
      };
    }
    const values = new Map(this.columns.map((column, index) => [column, cells[index] ?? '']));
    return cells.length < this.columns.length
      ? { line, values, shortBy: this.columns.length - cells.length }
      : { line, values };
  }
}

/** The objects of one array in a JSON file. */
export class JsonRecords implements RecordReader {
  private readonly elements = new JsonElements();

  /** @param path place of the array, '' at the top */
  constructor(private readonly path: string) {}

  push(text: string): FileRecord[] {
    return this.records(this.elements.push(text));
  }

  end(): FileRecord[] {
    return this.records(this.elements.end());
  }

  private records(elements: readonly JsonElement[]): FileRecord[] {
    return elements
      .filter(({ path }) => path === this.path)
      .map(({ line, text, broken }) =>
        broken ? notJson(line, 'The object that begins here never ends.') : jsonRecord(line, text),
      );
  }
}

/** One JSON object a line. */
export class JsonLineRecords implements RecordReader {
  private rest = '';
  private line = 0;
  private skipping = false;

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
    return text.trim() ? [jsonRecord(this.line, text)] : [];
  }
}

function jsonRecord(line: number, text: string): FileRecord {
  const values = readJsonObject(text);
  return values ? { line, values } : notJson(line, `This is not a JSON object: "${excerpt(text)}"`);
}

const notJson = (line: number, reason: string): FileRecord => ({ line, problem: { code: 'not-json', reason } });
