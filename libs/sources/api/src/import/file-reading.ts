import type { ColumnMapping, ExportTemplateName } from '@moodline/sources/contract';
import { recogniseColumns, type RecognisedColumn } from './column-recognition';
import type { RowPlan } from '../incoming/comment-row';
import { detectEncoding, TextDecoding, type Encoding } from './encoding';
import { mappingOf, templateOf } from './export-templates';
import { detectFormat, sampleRecords, type FileFormat } from './file-format';
import { isBad, type FileRecord } from './file-record';
import { EmptyFileError, NoTextColumnError, NoTimeColumnError } from './import.errors';
import { timeReader } from '../incoming/time-formats';

/** Bytes looked at before the first row is read. */
const HEAD_BYTES = 128 * 1024;
/** Rows of the sample that decide what the columns hold. */
const SAMPLE_ROWS = 1_000;

export interface ReadingOptions {
  readonly mapping: ColumnMapping;
  /** What was saved for files with these columns; null for nothing. */
  readonly savedFor?: (columns: readonly string[]) => Promise<ColumnMapping | null>;
  /** Zone of times without one. */
  readonly timeZone: string;
  readonly now: Date;
}

/** A file whose structure is known and whose rows can be read once, as they arrive. */
export interface FileReading {
  readonly format: FileFormat;
  readonly columns: readonly string[];
  readonly recognised: readonly RecognisedColumn[];
  /** Whether a saved mapping was used. */
  readonly saved: boolean;
  readonly template: ExportTemplateName | null;
  readonly plan: RowPlan;
  /** Final after the last row. */
  encoding(): Encoding;
  rows(): AsyncGenerator<FileRecord[]>;
}

/**
 * Looks at the beginning of a file and finds out how to read it. Only the beginning is held in memory.
 * @throws EmptyFileError, BinaryFileError, NotATableError, NoTextColumnError, NoTimeColumnError, UnknownColumnError
 */
export async function openFile(bytes: AsyncIterator<Buffer>, options: ReadingOptions): Promise<FileReading> {
  const { head, whole } = await readHead(bytes);
  if (!head.length) throw new EmptyFileError();
  const found = detectEncoding(head);
  const decoding = new TextDecoding(found);
  const sample = decoding.push(head) + (whole ? decoding.end() : '');
  if (!sample.trim()) throw new EmptyFileError();
  const format = detectFormat(sample, whole);
  const records = sampleRecords(format, sample, whole).slice(0, SAMPLE_ROWS);
  const rows = records.flatMap((record) => (isBad(record) ? [] : [record.values]));
  const columns = format.columns ?? [...new Set(rows.flatMap((row) => [...row.keys()]))].slice(0, 200);
  const template = format.named ? templateOf(columns) : null;
  const saved = (await options.savedFor?.(columns)) ?? null;
  const known = saved ?? (template && mappingOf(template, columns));
  const guessed = recogniseColumns({ columns, rows, named: format.named }, { ...known, ...options.mapping }, options);
  // What was not chosen for this import was known before.
  const recognised = guessed.map((entry) =>
    entry.why === 'chosen' && options.mapping[entry.field] === undefined
      ? { ...entry, why: saved ? ('saved' as const) : ('template' as const) }
      : entry,
  );
  const column = new Map(recognised.map((entry) => [entry.field, entry.column]));
  const timeColumn = column.get('publishedAt');
  if (!column.has('text')) throw new NoTextColumnError(columns);
  if (timeColumn === undefined) throw new NoTimeColumnError(columns);
  const readTime = timeReader(
    rows.map((row) => row.get(timeColumn) ?? ''),
    options.timeZone,
    options.now,
  );
  return {
    format,
    columns,
    recognised,
    saved: saved !== null,
    template: template?.name ?? null,
    plan: { column, readTime },
    encoding: () => decoding.encoding,
    rows: () => readRows({ sample, bytes, decoding, format, whole }),
  };
}

async function readHead(bytes: AsyncIterator<Buffer>): Promise<{ head: Buffer; whole: boolean }> {
  const chunks: Buffer[] = [];
  for (let size = 0; size < HEAD_BYTES;) {
    const { value, done } = await bytes.next();
    if (done) return { head: Buffer.concat(chunks), whole: true };
    chunks.push(value);
    size += value.length;
  }
  return { head: Buffer.concat(chunks), whole: false };
}

async function* readRows(file: {
  sample: string;
  bytes: AsyncIterator<Buffer>;
  decoding: TextDecoding;
  format: FileFormat;
  whole: boolean;
}): AsyncGenerator<FileRecord[]> {
  const reader = file.format.newReader();
  yield reader.push(file.sample);
  if (!file.whole) {
    for (let next = await file.bytes.next(); !next.done; next = await file.bytes.next())
      yield reader.push(file.decoding.push(next.value));
    yield reader.push(file.decoding.end());
  }
  yield reader.end();
}
