import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { detectLanguage, maskPersonalData } from '@moodline/comments/api';
import { COMMENT_KINDS, EMOTIONS, type CommentKind, type Emotion, type Label } from '@moodline/comments/contract';
import { type Language } from '@moodline/shared/contract';
import { readRecords, type FileRecords } from '../labelled-sets/file-records';
import { isAmbiguous, readLabel } from '../labelled-sets/label-synonyms';
import { SetAmbiguousError, SetColumnsError } from '../labelled-sets/labelled-sets.errors';
import { findColumns, type SetColumns } from '../labelled-sets/set-columns';

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
  /** What the heads beside the mood should say, where the file tells. */
  readonly saying: Saying;
  /** What stands in the column that was asked for as one of tags; else empty. */
  readonly tag: string;
}

/** Names of columns where a file does not tell them. */
export interface NamedColumns {
  readonly text?: string;
  readonly label?: string;
  readonly tags?: string;
}

/** Right answers of the heads beside the mood. */
export interface Saying {
  readonly emotion: Emotion | null;
  readonly kind: CommentKind | null;
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
const EMOTION_NAMES = ['emotion', '情绪类别'];
const SPLIT_NAMES = ['split'];
/** Opinions of a certain build, as the set written for the product names them. */
const OPINIONS = ['mixed', 'sarcasm', 'negation', 'comparison', 'slang', 'short'];
/** Rows looked at where columns have no names. */
const SAMPLE = 500;
/** A column with at most this many different short values names where a row comes from. */
const MAX_SOURCES = 40;

/**
 * Reads a labelled file: CSV, TSV or JSON Lines, plain or gzip, with a column of texts and one of labels.
 * @param split only rows whose column `split` says this
 * @throws EvaluationFileError
 */
export function readEvaluationFile(
  path: string,
  split: string | null = null,
  named: NamedColumns = {},
): EvaluationFile {
  const name = basename(path).replace(/\.gz$/i, '');
  try {
    return rowsOf(readRecords(unpacked(path), name), { name, split, named });
  } catch (error) {
    if (error instanceof EvaluationFileError) throw error;
    throw new EvaluationFileError(`${path} cannot be evaluated: ${reason(error)}`);
  }
}

/** `source` and `kind` come from columns of that name; without names, a column of few values beside language, text and label is the source. */
function rowsOf(
  file: FileRecords,
  { name, split, named }: { name: string; split: string | null; named: NamedColumns },
): EvaluationFile {
  const columns = columnsOf(file, named);
  if (!columns) throw new SetColumnsError(file.columns.length ? file.columns : (file.records[0]?.cells ?? []));
  const names = (columns.header ? (file.records[0]?.cells ?? []) : file.columns).map((column) =>
    column.trim().toLowerCase(),
  );
  const at = (wanted: readonly string[]) => names.findIndex((column) => wanted.includes(column));
  const [kind, emotion, part] = [at(KIND_NAMES), at(EMOTION_NAMES), at(SPLIT_NAMES)];
  const tag = named.tags === undefined ? -1 : at([named.tags.trim().toLowerCase()]);
  if (named.tags !== undefined && tag < 0) throw new EvaluationFileError(`${name} has no column ${named.tags}.`);
  const all = columns.header ? file.records.slice(1) : file.records;
  const rows = split === null ? all : all.filter(({ cells }) => cells[part] === split);
  if (isAmbiguous(rows.map(({ cells }) => cells[columns.label] ?? ''))) throw new SetAmbiguousError();
  const source = names.length ? at(SOURCE_NAMES) : sourceByContent(rows, columns);
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
        tag: cells[tag]?.trim() ?? '',
        saying: {
          emotion: EMOTIONS.find((name) => name === cells[emotion]) ?? null,
          // Only a set that knows emotions names kinds as the product does.
          kind: emotion >= 0 ? kindOf(cells[kind] ?? '') : null,
        },
      });
  }
  if (!texts.size)
    throw new EvaluationFileError(`${name} has no row with both a text and a label (positive, neutral, negative).`);
  return { texts: [...texts.values()], leftOut: file.broken.length + rows.length - texts.size };
}

/** The columns that were named, else those that the file tells. @throws EvaluationFileError when a named one is not there */
function columnsOf(file: FileRecords, { text, label }: NamedColumns): SetColumns | null {
  const found = findColumns(file);
  if (text === undefined && label === undefined) return found;
  const names = file.columns.length ? file.columns : (file.records[0]?.cells ?? []);
  const at = (name: string | undefined, known: number | undefined) => {
    const place = name === undefined ? (known ?? -1) : names.findIndex((column) => column.trim() === name.trim());
    if (place < 0) throw new SetColumnsError(names);
    return place;
  };
  return { text: at(text, found?.text), label: at(label, found?.label), header: !file.columns.length };
}

const kindOf = (name: string): CommentKind | null =>
  OPINIONS.includes(name) ? 'opinion' : (COMMENT_KINDS.find((kind) => kind === name) ?? null);

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
