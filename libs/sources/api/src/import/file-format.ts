import { CHAT_COLUMNS, chatKind, ChatRecords } from './chat-transcript';
import { recogniseColumns, type Clock } from './column-recognition';
import { isKnownName } from './column-names';
import { CsvSplitter, type CsvDialect } from './csv-rows';
import type { RecordReader } from './file-record';
import { isChatWithoutDays } from './chat-without-days';
import {
  ChatWithoutDaysError,
  FeedFileError,
  MailboxError,
  NoRowsError,
  NotATableError,
  WebPageError,
} from './import.errors';
import { parseBeginning, placesOf } from './json-places';
import { findComments, type JsonStructure } from './json-structure';
import { isObject, parseJson } from '../incoming/json-values';
import { CsvRecords, HtmlTableRecords, JsonLineRecords, JsonRecords, SheetRecords } from './record-readers';
import { findHeader } from './table-header';
import { dayColumns } from './day-columns';
import { HtmlTableRows } from './html-table-rows';
import { isTelegramPage, TELEGRAM_COLUMNS, TelegramRecords } from './telegram-page';
import { findXmlComments, XmlRecords } from './xml-records';

/** How a file is built, and how to read it from its beginning. */
export interface FileFormat {
  readonly format: 'csv' | 'json' | 'jsonl' | 'xlsx' | 'xml' | 'html' | 'chat';
  readonly delimiter: string | null;
  /** Columns as the header names them; of JSON those of the first comments. */
  readonly columns: readonly string[];
  readonly named: boolean;
  /** Lists of a JSON file, or sheets of a workbook, that could hold the comments; the one that is read first. Empty where there is one. */
  readonly parts: readonly string[];
  /** Rows of the sample in other lists of the file. */
  readonly leftOut?: number;
  newReader(): RecordReader;
}

export interface FormatOptions {
  readonly clock: Clock;
  /** Name of the list to read, of several. */
  readonly part?: string;
}

const USUAL_DELIMITERS = [',', '\t', ';', '|'];
const BOARD_SIGN = '<>';
const MAX_COLUMNS = 5_000;
/** Rows that decide how a delimited file is cut. */
const SCORED_ROWS = 300;

/**
 * Finds out how a file is built from the beginning of its text.
 * @param whole the sample is the whole file
 * @throws NotATableError, NoRowsError, FeedFileError, WebPageError, MailboxError, ChatWithoutDaysError
 */
export function detectFormat(sample: string, whole: boolean, options: FormatOptions): FileFormat {
  const start = sample.trimStart();
  const script = SCRIPT_BEFORE_JSON.exec(start)?.[0];
  if (script) return jsonFormat(start.slice(script.length).replace(AFTER_JSON, ''), whole, options);
  if (/^\{\s*["}]/.test(start) && isJsonLines(sample, whole)) return jsonLinesFormat(sample, whole, options);
  if (/^(?:\[\s*[[{\]"]|\{\s*["}])/.test(start)) return jsonFormat(sample, whole, options);
  if (HTML.test(start) && isTelegramPage(sample))
    return { ...NO_PARTS, format: 'chat', columns: TELEGRAM_COLUMNS, newReader: () => new TelegramRecords() };
  if (HTML.test(start)) return tableFormat(sample, options) ?? refuse(new WebPageError());
  if (/^<(?:\?xml|!--|[a-z][\w:.-]*[\s>])/i.test(start)) return xmlFormat(start, options);
  const chat = chatKind(sample);
  if (chat) return { ...NO_PARTS, format: 'chat', columns: CHAT_COLUMNS, newReader: () => new ChatRecords(chat) };
  if (isMailbox(start)) throw new MailboxError();
  if (isChatWithoutDays(sample)) throw new ChatWithoutDaysError();
  return delimitedFormat(sample, whole);
}

/** What stands before the data of an archive or of an answer that is made for scripts: `window.YTD.tweets.part0 = [`, `callback({`, `)]}'`. */
const SCRIPT_BEFORE_JSON =
  /^(?:\)\]\}',?\s*|for\s*\(;;\);\s*|(?:(?:var|let|const)\s+)?[\w$.]+\s*=\s*|[a-z_$][\w$.]*\()(?=\[\s*[[{]|\{\s*")/i;
const AFTER_JSON = /\)?;?\s*$/;
/** Pages, and the XML of Excel 2003, which has its cells in rows as a page has. */
const HTML =
  /^(?:<!doctype(?:\s+html|\s*$)|<(?:html|head|meta|style|body|table|div)\b|<\?xml[^>]*>\s*<(?:\?mso-application|!doctype html|html|Workbook)\b)/i;
/** Mails as programs keep them: lines of who, when and what before the first empty one. */
const MAIL_LINE =
  /^(?:From |(?:From|To|Cc|Subject|Date|Message-ID|Received|Return-Path|MIME-Version|Content-Type|Delivered-To|Reply-To|X-[\w-]+): ?|\s)/i;
const isMailbox = (start: string) => {
  const [head = ''] = start.slice(0, 4000).split(/\r?\n\r?\n/, 1);
  const lines = head.split(/\r?\n/);
  return lines.length >= 3 && /^(?:From|Subject|Date): /im.test(head) && lines.every((line) => MAIL_LINE.test(line));
};
const NO_PARTS = { delimiter: null, named: true, parts: [] };

function refuse(error: Error): never {
  throw error;
}

/** The table of a page; null where the page has none with comments and their times. */
function tableFormat(sample: string, { clock }: FormatOptions): FileFormat | null {
  const rows = new HtmlTableRows().push(sample);
  const { row, columns, named } = findHeader(rows);
  if (columns.length < 2) return null;
  const values = rows.slice(row + 1).map((cells) => new Map(columns.map((column, at) => [column, cells[at] ?? ''])));
  const { text, time } = recogniseColumns({ columns, rows: values.slice(0, SCORED_ROWS), named }, {}, clock);
  if (!text || !time) return null;
  return {
    ...{ ...NO_PARTS, format: 'html', columns: withDay(columns), named },
    newReader: () => new HtmlTableRecords(columns, row + 1),
  };
}

function xmlFormat(sample: string, { clock }: FormatOptions): FileFormat {
  const structure = findXmlComments(sample, clock);
  if (!structure) throw isFeed(sample) ? new FeedFileError() : new NotATableError();
  return { ...NO_PARTS, format: 'xml', columns: structure.columns, newReader: () => new XmlRecords(structure) };
}

const isFeed = (start: string) => /<(?:rss|feed|rdf:RDF|channel)\b/i.test(start.slice(0, 2000));

function isJsonLines(sample: string, whole: boolean): boolean {
  const lines = sample.split('\n').filter((line) => line.trim());
  if (!whole && lines.length > 1) lines.pop();
  const objects = lines.slice(0, 50).filter(isObjectText);
  // One line may be the only comment of a file, or all of an answer of an API.
  if (lines.length === 1) return objects.length === 1 && !placesOf(parseBeginning(sample)).length;
  return objects.length >= Math.min(50, lines.length) / 2;
}

function isObjectText(text: string): boolean {
  try {
    return isObject(parseJson(text));
  } catch {
    return false;
  }
}

function jsonLinesFormat(sample: string, whole: boolean, { clock, part }: FormatOptions): FileFormat {
  const lines = sample.split('\n');
  if (!whole) lines.pop();
  const objects = lines.flatMap((line) => {
    const value = line.trim() ? parseBeginning(line) : null;
    return isObject(value) ? [value] : [];
  });
  const structure = findComments(objects, clock, { wanted: part, whole: true });
  if (!structure) throw new NotATableError();
  return { ...ofStructure(structure), format: 'jsonl', newReader: () => new JsonLineRecords(structure) };
}

function jsonFormat(sample: string, whole: boolean, { clock, part }: FormatOptions): FileFormat {
  const value = parseBeginning(sample);
  const structure = findComments(value, clock, { wanted: part, whole });
  if (
    !structure &&
    whole &&
    ((Array.isArray(value) && !value.length) || (isObject(value) && !Object.keys(value).length))
  )
    throw new NoRowsError([]);
  if (!structure) throw new NotATableError();
  return { ...ofStructure(structure), format: 'json', newReader: () => new JsonRecords(structure) };
}

const ofStructure = ({ parts, leftOut, columns }: JsonStructure) => ({
  delimiter: null,
  columns,
  named: true,
  parts,
  leftOut,
});

function delimitedFormat(sample: string, whole: boolean): FileFormat {
  const declared = /^\uFEFF?"?sep=(.)"?\r?\n/i.exec(sample)?.[1];
  const dialect = declared ? { delimiter: declared, quoted: true, columns: 0 } : bestDialect(sample, whole);
  const rows = sampleRows(sample, dialect, whole).slice(declared ? 1 : 0);
  const { row, columns, named } = findHeader(rows);
  if (columns.length < 2 && !(named && columns.some(isKnownName))) throw new NotATableError();
  if (whole && named && rows.length === row + 1) throw new NoRowsError(columns);
  const newReader = () =>
    new CsvRecords(columns, { ...dialect, columns: columns.length }, (declared ? 1 : 0) + row + 1);
  const delimiter = columns.length > 1 ? dialect.delimiter : null;
  return { format: 'csv', delimiter, columns: withDay(columns), named, parts: [], newReader };
}

/** The columns of a table, with the one that year, month and day make together. */
function withDay(columns: readonly string[]): readonly string[] {
  const day = dayColumns(columns);
  return day ? [...columns, day.name] : columns;
}

/** A sheet of a workbook, from the first lines that were unpacked of it. @throws NotATableError, NoRowsError */
export function sheetFormat(sample: string, whole: boolean, parts: readonly string[]): FileFormat {
  const lines = sample.split('\n');
  if (!whole) lines.pop();
  const places = lines.flatMap((line, index) => (line ? [{ cells: JSON.parse(line) as string[], index }] : []));
  const { row, columns, named } = findHeader(places.map(({ cells }) => cells));
  if (columns.length < 2 && !(named && columns.some(isKnownName))) throw new NotATableError();
  if (whole && named && places.length === row + 1) throw new NoRowsError(columns);
  const skip = row < 0 ? 0 : (places[row]?.index ?? 0) + 1;
  return {
    ...{ format: 'xlsx', delimiter: null, columns: withDay(columns), named, parts },
    newReader: () => new SheetRecords(columns, skip),
  };
}

/** Tries each sign of the first lines as the delimiter; the one wins that cuts most rows into as many cells as the header. */
function bestDialect(sample: string, whole: boolean): CsvDialect {
  const head = sample.slice(0, 5000).split(/\r\n|\r|\n/, 60);
  const signs = (line: string) => line.replace(/"[^"]*"/g, '').match(/[^\p{L}\p{N}\s"'_.\-/:]|\t/gu) ?? [];
  const firstLine = head[0] ?? '';
  const characters = new Set(signs(firstLine));
  const doubled = [...characters].filter((sign) => firstLine.includes(sign + sign)).map((sign) => sign + sign);
  // The lines of boards of Japan: who<>how<>when<>what<>title.
  if (firstLine.split(BOARD_SIGN).length >= 4) doubled.push(BOARD_SIGN);
  const delimiters = [
    ...USUAL_DELIMITERS.filter((sign) => head.some((line) => line.includes(sign))),
    ...doubled,
    ...[...characters].filter((sign) => !USUAL_DELIMITERS.includes(sign)),
  ];
  const scored = delimiters
    .map((delimiter) => scoreDelimiter(sample, delimiter, whole))
    .sort((a, b) => b.score - a.score);
  return scored[0]?.dialect ?? { delimiter: ',', quoted: true, columns: 0 };
}

function scoreDelimiter(sample: string, delimiter: string, whole: boolean): { dialect: CsvDialect; score: number } {
  const dialect = dialectOf(sample, delimiter, whole);
  const rows = sampleRows(sample, dialect, whole).slice(0, SCORED_ROWS);
  const { row, columns } = findHeader(rows);
  const table = rows.slice(Math.max(0, row));
  const even = table.filter((cells) => cells.length === (table[0]?.length ?? 0)).length / Math.max(1, table.length);
  const knownNames = (rows[Math.max(0, row)] ?? []).filter(isKnownName).length;
  const usual = USUAL_DELIMITERS.includes(delimiter) ? 0.3 : 0;
  const twice = delimiter.length > 1 ? 0.2 : 0;
  const fits = columns.length > 1 && columns.length <= MAX_COLUMNS;
  return { dialect, score: fits ? even + usual + twice + Math.min(0.5, knownNames * 0.15) : -1 };
}

function dialectOf(sample: string, delimiter: string, whole: boolean): CsvDialect {
  const isSingle = isSingleQuoted(sample, delimiter);
  const plain: CsvDialect = isSingle
    ? { delimiter, quoted: true, quote: "'", columns: 0 }
    : { delimiter, quoted: usesQuotes(sample, delimiter, whole), columns: 0 };
  // Only databases write that there is no value like this, and with it they write all other signs so.
  const isDump = sample.includes('\\N') && sampleRows(sample, plain, whole).some((cells) => cells.includes('\\N'));
  return isDump ? { ...plain, escapes: true } : plain;
}

/** Each name of the header stands between single quotation marks. */
function isSingleQuoted(sample: string, delimiter: string): boolean {
  const names = (/^\uFEFF?([^\r\n]*)/.exec(sample)?.[1] ?? '').split(delimiter);
  return names.length > 1 && names.every((name) => /^\s*'[^']+'\s*$/.test(name));
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

/** The first records of a file, read from the sample. */
export function sampleRecords(format: FileFormat, sample: string, whole: boolean) {
  const reader = format.newReader();
  return whole ? [...reader.push(sample), ...reader.end()] : reader.push(sample);
}
