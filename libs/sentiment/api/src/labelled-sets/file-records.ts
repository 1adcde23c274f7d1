import { TextDecoder } from 'node:util';
import { detect } from 'chardet';
import { parse } from 'csv-parse/sync';
import { decode, encodingExists } from 'iconv-lite';
import { SetUnreadableError } from './labelled-sets.errors';

/** A row of a file with the line it begins on; its cells are those of the columns, in order. */
export interface FileRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The rows of a file. `columns` is empty where it has no names. */
export interface FileRecords {
  readonly columns: readonly string[];
  readonly records: readonly FileRecord[];
  /** Lines that could not be read as a row. */
  readonly broken: readonly number[];
}

const DELIMITERS = [',', '\t', ';', '|'] as const;
/** Bytes that the statistics of encodings look at. */
const SAMPLE = 256 * 1024;

/** Reads CSV, TSV or JSON Lines of any usual encoding. @param name of the file; its ending helps where the content leaves it open */
export function readRecords(bytes: Buffer, name: string): FileRecords {
  const text = decodeText(bytes);
  const isJson = /\.(jsonl|ndjson|json)$/i.test(name) || /^\s*[[{]/.test(text);
  return isJson ? jsonRecords(text) : delimitedRecords(text, /\.tsv$/i.test(name) ? '\t' : likelyDelimiter(text));
}

/** UTF-8 where the bytes are that, else what statistics say. */
function decodeText(bytes: Buffer): string {
  if (!bytes.length) throw new SetUnreadableError('it is empty');
  const text = asUtf8(bytes) ?? asLikelyEncoding(bytes);
  if (text.includes('\0')) throw new SetUnreadableError('it is no text');
  return text;
}

function asUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function asLikelyEncoding(bytes: Buffer): string {
  const encoding = detect(bytes.subarray(0, SAMPLE));
  if (!encoding || !encodingExists(encoding)) throw new SetUnreadableError('it is no text');
  // GBK files are often taken for a smaller relative of it; GB18030 holds them all.
  return decode(bytes, /^gb/i.test(encoding) ? 'gb18030' : encoding);
}

function delimitedRecords(text: string, delimiter: string): FileRecords {
  const broken: number[] = [];
  const rows = parse(text, {
    bom: true,
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: 1_000_000,
    // A quote at the start of a tweet quotes no field: taken for one, it swallows the rows behind it.
    quote: delimiter === '\t' && hasEvenLines(text) ? null : '"',
    on_skip: (error) => void broken.push(Number((error as { lines?: number } | undefined)?.lines ?? 0)),
  }) as unknown as { record: string[]; info: { lines: number } }[];
  return {
    columns: [],
    records: rows.map(({ record, info }) => ({ line: info.lines - newlines(record), cells: record })),
    broken,
  };
}

/** Whether each line has as many tabs as the first: then no field holds a tab or a line break, and none needs quotes. */
function hasEvenLines(text: string): boolean {
  const tabs = text.split(/\r?\n/).flatMap((line) => (line.trim() ? [line.split('\t').length] : []));
  return tabs.every((count) => count === tabs[0]);
}

/** The parser counts to the end of a row; a row over several lines begins further up. */
const newlines = (cells: readonly string[]) => cells.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);

function likelyDelimiter(text: string): string {
  const head = (text.split('\n', 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, n: head.split(delimiter).length }));
  return counts.reduce((best, count) => (count.n > best.n ? count : best)).delimiter;
}

function jsonRecords(text: string): FileRecords {
  const broken: number[] = [];
  const objects: { line: number; object: Record<string, unknown> }[] = [];
  for (const { line, value } of jsonValues(text)) {
    if (value !== null && typeof value === 'object' && !Array.isArray(value))
      objects.push({ line, object: value as Record<string, unknown> });
    else broken.push(line);
  }
  const columns = [...new Set(objects.slice(0, 200).flatMap(({ object }) => Object.keys(object)))];
  return {
    columns,
    records: objects.map(({ line, object }) => ({ line, cells: columns.map((column) => cellText(object[column])) })),
    broken,
  };
}

/** The objects of JSON Lines with their line, or those of one array with their place. */
function jsonValues(text: string): { line: number; value: unknown }[] {
  if (!/^\s*\[/.test(text))
    return text.split(/\r?\n/).flatMap((row, index) => (row.trim() ? [{ line: index + 1, value: parsed(row) }] : []));
  const list = parsed(text);
  if (!Array.isArray(list)) throw new SetUnreadableError('it is no valid JSON');
  return list.map((value: unknown, index) => ({ line: index + 1, value }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const cellText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
