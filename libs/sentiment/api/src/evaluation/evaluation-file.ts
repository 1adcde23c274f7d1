import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { detectLanguage, maskPersonalData } from '@moodline/comments/api';
import type { Label, Language } from '@moodline/shared/contract';
import { readRecords, type FileRecords } from '../labelled-sets/file-records';
import { isAmbiguous, readLabel } from '../labelled-sets/label-synonyms';
import { SetAmbiguousError, SetColumnsError } from '../labelled-sets/labelled-sets.errors';
import { findColumns } from '../labelled-sets/set-columns';

/** A text of a labelled set as the product would store it (masked), with the right label. */
export interface EvaluationText {
  readonly text: string;
  readonly gold: Label;
  /** As the product detects it. */
  readonly language: Language;
  /** The column `source`, else the file's name. */
  readonly source: string;
  /** The column `kind` of a set that has one; else empty. */
  readonly kind: string;
}

/** What a file holds: each text once, and how many rows had none, no known label, or were there already. */
export interface EvaluationFile {
  readonly texts: readonly EvaluationText[];
  readonly leftOut: number;
}

/** One sentence that says why a file cannot be evaluated. */
export class EvaluationFileError extends Error {}

const SOURCE_NAMES = ['source', 'dataset', 'platform', '来源', '平台'];
const KIND_NAMES = ['kind', 'category', '类型', '種類'];
/** Rows looked at where columns have no names. */
const SAMPLE = 500;
/** A column with at most this many different short values names where a row comes from. */
const MAX_SOURCES = 40;

/** Reads a labelled file: CSV, TSV or JSON Lines, plain or gzip, with a column of texts and one of labels. @throws EvaluationFileError */
export function readEvaluationFile(path: string): EvaluationFile {
  const name = basename(path).replace(/\.gz$/i, '');
  try {
    return rowsOf(readRecords(unpacked(path), name), name);
  } catch (error) {
    if (error instanceof EvaluationFileError) throw error;
    throw new EvaluationFileError(`${path} cannot be evaluated: ${reason(error)}`);
  }
}

/** `source` and `kind` come from columns of that name; without names, a column of few values beside language, text and label is the source. */
function rowsOf(file: FileRecords, name: string): EvaluationFile {
  const columns = findColumns(file);
  if (!columns) throw new SetColumnsError(file.columns.length ? file.columns : (file.records[0]?.cells ?? []));
  const rows = columns.header ? file.records.slice(1) : file.records;
  if (isAmbiguous(rows.map(({ cells }) => cells[columns.label] ?? ''))) throw new SetAmbiguousError();
  const names = (columns.header ? (file.records[0]?.cells ?? []) : file.columns).map((column) =>
    column.trim().toLowerCase(),
  );
  const source = names.length
    ? names.findIndex((column) => SOURCE_NAMES.includes(column))
    : sourceByContent(rows, columns);
  const kind = names.findIndex((column) => KIND_NAMES.includes(column));
  const texts = new Map<string, EvaluationText>();
  for (const { cells } of rows) {
    const text = maskPersonalData((cells[columns.text] ?? '').replaceAll('\0', '').normalize('NFC').trim());
    const gold = readLabel(cells[columns.label] ?? '');
    if (text && gold && !texts.has(text))
      texts.set(text, {
        text,
        gold,
        language: detectLanguage(text),
        source: cells[source]?.trim() || name,
        kind: cells[kind]?.trim() ?? '',
      });
  }
  if (!texts.size)
    throw new EvaluationFileError(`${name} has no row with both a text and a label (positive, neutral, negative).`);
  return { texts: [...texts.values()], leftOut: file.broken.length + rows.length - texts.size };
}

function sourceByContent(rows: FileRecords['records'], { text, label }: { text: number; label: number }): number {
  const sample = rows.filter((_, index) => index % Math.ceil(rows.length / SAMPLE) === 0);
  const width = Math.max(0, ...sample.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, column) => column).findLastIndex((column) => {
    const values = new Set(sample.map(({ cells }) => cells[column] ?? ''));
    return (
      column !== text &&
      column !== label &&
      values.size <= MAX_SOURCES &&
      [...values].every((value) => value.length > 2 && value.length <= 40)
    );
  });
}

function unpacked(path: string): Buffer {
  const bytes = readFileSync(path);
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}

function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'there is no such file.';
  if (code === 'EISDIR') return 'it is a folder.';
  if (code === 'EACCES') return 'it may not be read.';
  return message
    .replace(' Nothing was stored.', '')
    .replace('The file cannot be read: ', '')
    .replace('; split the file', '');
}
