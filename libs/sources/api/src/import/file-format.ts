import { isKnownName } from './column-names';
import { CsvSplitter, type CsvDialect } from './csv-rows';
import type { RecordReader } from './file-record';
import { NotATableError } from './import.errors';
import { JsonElements } from './json-elements';
import { readJsonObject } from '../incoming/json-values';
import { CsvRecords, JsonLineRecords, JsonRecords } from './record-readers';
import { isTime, timeReader } from '../incoming/time-formats';

/** How a file is built, and how to read it from its beginning. */
export interface FileFormat {
  readonly format: 'csv' | 'json' | 'jsonl';
  readonly delimiter: string | null;
  /** Columns as the header names them; null for JSON, whose objects name their own. */
  readonly columns: readonly string[] | null;
  readonly named: boolean;
  newReader(): RecordReader;
}

const USUAL_DELIMITERS = [',', '\t', ';', '|'];
const MAX_COLUMNS = 500;

/**
 * Finds out how a file is built from the beginning of its text.
 * @param whole the sample is the whole file
 * @throws NotATableError
 */
export function detectFormat(sample: string, whole: boolean): FileFormat {
  const start = sample.trimStart();
  if (/^\{\s*["}]/.test(start) && isJsonLines(sample, whole))
    return { format: 'jsonl', delimiter: null, columns: null, named: true, newReader: () => new JsonLineRecords() };
  if (/^(?:\[\s*[[{\]"]|\{\s*["}])/.test(start)) return jsonFormat(sample);
  if (/^<(?:!doctype|html|\?xml)/i.test(start)) throw new NotATableError();
  return delimitedFormat(sample, whole);
}

function isJsonLines(sample: string, whole: boolean): boolean {
  const lines = sample.split('\n').filter((line) => line.trim());
  if (!whole && lines.length > 1) lines.pop();
  const objects = lines.slice(0, 50).filter((line) => readJsonObject(line));
  if (lines.length === 1) return objects.length === 1 && new JsonElements().push(sample).length === 0;
  return objects.length >= Math.min(50, lines.length) / 2;
}

/** Of several arrays in the file the one that holds most is meant. */
function jsonFormat(sample: string): FileFormat {
  const sizes = new Map<string, number>();
  for (const { path, text } of new JsonElements().push(sample)) sizes.set(path, (sizes.get(path) ?? 0) + text.length);
  const [path] = [...sizes].sort(([, a], [, b]) => b - a)[0] ?? [];
  if (path === undefined) throw new NotATableError();
  return { format: 'json', delimiter: null, columns: null, named: true, newReader: () => new JsonRecords(path) };
}

function delimitedFormat(sample: string, whole: boolean): FileFormat {
  const declared = /^sep=(.)\r?\n/i.exec(sample)?.[1];
  const dialect = declared ? { delimiter: declared, quoted: true, columns: 0 } : bestDialect(sample, whole);
  const rows = sampleRows(sample, dialect, whole);
  const first = rows[declared ? 1 : 0] ?? [];
  const named = isHeader(first);
  if (first.length < 2 && !(named && first.some(isKnownName))) throw new NotATableError();
  const columns = columnNames(named ? first : first.map(() => ''));
  const skip = (declared ? 1 : 0) + (named ? 1 : 0);
  const newReader = () => new CsvRecords(columns, { ...dialect, columns: columns.length }, skip);
  return { format: 'csv', delimiter: first.length > 1 ? dialect.delimiter : null, columns, named, newReader };
}

/** Tries each sign of the first line as the delimiter; the one wins that cuts most rows into as many cells as the first. */
function bestDialect(sample: string, whole: boolean): CsvDialect {
  const firstLine = sample.slice(0, 5000).split(/\r?\n/, 1)[0] ?? '';
  const characters = new Set(firstLine.replace(/"[^"]*"/g, '').match(/[^\p{L}\p{N}\s"'_.\-/:]|\t/gu) ?? []);
  const doubled = [...characters].filter((sign) => firstLine.includes(sign + sign)).map((sign) => sign + sign);
  const delimiters = [
    ...USUAL_DELIMITERS.filter((sign) => characters.has(sign)),
    ...doubled,
    ...[...characters].filter((sign) => !USUAL_DELIMITERS.includes(sign)),
  ];
  const scored = delimiters
    .map((delimiter) => scoreDelimiter(sample, delimiter, whole))
    .sort((a, b) => b.score - a.score);
  return scored[0]?.dialect ?? { delimiter: ',', quoted: true, columns: 0 };
}

function scoreDelimiter(sample: string, delimiter: string, whole: boolean): { dialect: CsvDialect; score: number } {
  const dialect: CsvDialect = { delimiter, quoted: usesQuotes(sample, delimiter, whole), columns: 0 };
  const rows = sampleRows(sample, dialect, whole).slice(0, 300);
  const columns = rows[0]?.length ?? 0;
  const even = rows.filter((row) => row.length === columns).length / Math.max(1, rows.length);
  const knownNames = (rows[0] ?? []).filter(isKnownName).length;
  const usual = USUAL_DELIMITERS.includes(delimiter) ? 0.3 : 0;
  const twice = delimiter.length > 1 ? 0.2 : 0;
  return {
    dialect,
    score: columns > 1 && columns <= MAX_COLUMNS ? even + usual + twice + Math.min(0.5, knownNames * 0.15) : -1,
  };
}

/**
 * Quotation marks mean nothing when every single line has the same number of cells without them, though in some cell
 * one is opened that is not closed there.
 */
function usesQuotes(sample: string, delimiter: string, whole: boolean): boolean {
  if (!sample.includes('"')) return true;
  const rows = sampleRows(sample, { delimiter, quoted: false, columns: 0 }, whole);
  const columns = rows[0]?.length ?? 0;
  const even = columns > 1 && rows.every((row) => row.length === columns);
  return !(
    even && rows.some((row) => row.some((cell) => cell.startsWith('"') && (cell.length === 1 || !cell.endsWith('"'))))
  );
}

function sampleRows(sample: string, dialect: CsvDialect, whole: boolean): (readonly string[])[] {
  const splitter = new CsvSplitter(dialect);
  const rows = splitter.push(sample);
  if (whole) rows.push(...splitter.end());
  return rows.flatMap((row) => ('cells' in row ? [row.cells] : []));
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

/** The first records of a file, read from the sample. */
export function sampleRecords(format: FileFormat, sample: string, whole: boolean) {
  const reader = format.newReader();
  return whole ? [...reader.push(sample), ...reader.end()] : reader.push(sample);
}
