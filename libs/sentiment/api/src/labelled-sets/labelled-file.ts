import { detectLanguage, maskPersonalData, textHash } from '@moodline/comments/api';
import { SET_LIMITS, type RejectedExample } from '@moodline/sentiment/contract';
import type { Label } from '@moodline/comments/contract';
import type { Language } from '@moodline/shared/contract';
import { readRecords, type FileRecord } from './file-records';
import { isAmbiguous, readLabel } from './label-synonyms';
import { SetAmbiguousError, SetColumnsError, SetTooLargeError } from './labelled-sets.errors';
import { findColumns, type SetColumns } from './set-columns';

/** A text with the label that is right for it. Personal data are masked. */
export interface LabelledText {
  readonly text: string;
  readonly label: Label;
  readonly language: Language;
}

/** What a file holds: the examples, and every row that is none with its line and reason. */
export interface LabelledFile {
  readonly examples: readonly LabelledText[];
  readonly rejected: readonly RejectedExample[];
  readonly duplicates: number;
}

/** Characters of a rejected row that are shown. */
const SHOWN = 60;

/**
 * Reads a labelled set. A text that stands in it twice with the same label counts once.
 * @throws SetUnreadableError, SetColumnsError, SetAmbiguousError, SetTooLargeError
 */
export function readLabelledFile(bytes: Buffer, name: string): LabelledFile {
  const file = readRecords(bytes, name);
  const columns = findColumns(file);
  if (!columns) throw new SetColumnsError(file.columns.length ? file.columns : (file.records[0]?.cells ?? []));
  const rows = columns.header ? file.records.slice(1) : file.records;
  if (rows.length > SET_LIMITS.rows) throw new SetTooLargeError('rows');
  if (isAmbiguous(rows.map(({ cells }) => cells[columns.label] ?? ''))) throw new SetAmbiguousError();
  const reading = new Reading(columns);
  for (const row of rows) reading.add(row);
  const broken = file.broken.map((line) => ({ line, reason: 'unreadable' as const, value: '' }));
  return {
    examples: reading.examples,
    rejected: [...broken, ...reading.rejected].sort((a, b) => a.line - b.line),
    duplicates: reading.duplicates,
  };
}

/** Takes row by row and keeps account of each. */
class Reading {
  readonly examples: LabelledText[] = [];
  readonly rejected: RejectedExample[] = [];
  duplicates = 0;
  private readonly seen = new Map<string, Label>();

  constructor(private readonly columns: SetColumns) {}

  add({ line, cells }: FileRecord): void {
    const text = maskPersonalData((cells[this.columns.text] ?? '').replaceAll('\0', '').normalize('NFC').trim());
    const written = (cells[this.columns.label] ?? '').trim();
    const label = readLabel(written);
    if (!text) this.reject(line, 'no-text', '');
    else if (text.length > SET_LIMITS.text) this.reject(line, 'too-long', text);
    else if (!written) this.reject(line, 'no-label', text);
    else if (!label) this.reject(line, 'unknown-label', written);
    else this.take(line, text, label);
  }

  private take(line: number, text: string, label: Label): void {
    const hash = textHash(text);
    const before = this.seen.get(hash);
    if (before === label) this.duplicates++;
    else if (before) this.reject(line, 'contradiction', text);
    else {
      this.seen.set(hash, label);
      this.examples.push({ text, label, language: detectLanguage(text) });
    }
  }

  private reject(line: number, reason: RejectedExample['reason'], value: string): void {
    this.rejected.push({ line, reason, value: maskPersonalData(value).slice(0, SHOWN) });
  }
}
