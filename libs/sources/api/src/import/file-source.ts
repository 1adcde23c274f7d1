import { UnknownPartError, EmptyFileError } from './import.errors';
import { detectEncoding, TextDecoding, type Encoding } from './encoding';
import { detectFormat, sampleRecords, sheetFormat, type FileFormat, type FormatOptions } from './file-format';
import type { FileRecord } from './file-record';
import { headOf, type StoredFile } from './stored-file';
import type { Sheet } from './workbook';

/** Bytes looked at before the first row is read. */
const HEAD_BYTES = 128 * 1024;
/** Of a workbook more, since rows of sheets are shorter to look at. */
const SHEET_HEAD_BYTES = 256 * 1024;

/** A file whose structure is known: its first records, and all of them as often as needed. */
export interface FileSource {
  readonly format: FileFormat;
  readonly sample: readonly FileRecord[];
  /** The sample is all of it. */
  readonly whole: boolean;
  /** Final after the last row of a reading. */
  encoding(): Encoding;
  rows(): AsyncGenerator<FileRecord[]>;
}

/** @throws EmptyFileError, BinaryFileError, NotATableError, NoRowsError, FeedFileError, WebPageError */
export async function openText(file: StoredFile, options: FormatOptions): Promise<FileSource> {
  const { head, whole } = await headOf(file, HEAD_BYTES);
  if (!head.length) throw new EmptyFileError();
  const found = detectEncoding(head);
  const decoding = new TextDecoding(found);
  const sample = decoding.push(head) + (whole ? decoding.end() : '');
  if (!sample.trim()) throw new EmptyFileError();
  const format = detectFormat(sample, whole, options);
  if (options.part !== undefined && !format.parts.includes(options.part))
    throw new UnknownPartError(options.part, format.parts);
  let encoding = decoding.encoding;
  return {
    format,
    sample: sampleRecords(format, sample, whole),
    whole,
    encoding: () => encoding,
    async *rows() {
      const reader = format.newReader();
      const text = new TextDecoding(found);
      for await (const chunk of file.open()) yield reader.push(text.push(chunk));
      yield reader.push(text.end());
      yield reader.end();
      encoding = text.encoding;
    },
  };
}

/** A sheet of a workbook. @throws EmptyFileError, NotATableError, NoRowsError */
export async function openSheet({ file }: Sheet, parts: readonly string[]): Promise<FileSource> {
  const { head, whole } = await headOf(file, SHEET_HEAD_BYTES);
  const sample = new TextDecoder().decode(whole ? head : head.subarray(0, head.lastIndexOf(0x0a) + 1));
  if (!sample.trim()) throw new EmptyFileError();
  const format = sheetFormat(sample, whole, parts);
  return {
    format,
    sample: sampleRecords(format, sample, whole),
    whole,
    encoding: () => 'utf-8',
    async *rows() {
      const reader = format.newReader();
      const decoder = new TextDecoder();
      for await (const chunk of file.open()) yield reader.push(decoder.decode(chunk, { stream: true }));
      yield reader.end();
    },
  };
}
