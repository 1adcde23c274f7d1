import type { RejectReason } from '../incoming/reject-reason';

/**
 * One row of a file: its values by column, or why it cannot be read. `line` counts from 1 and is where the row begins; in a
 * JSON file, which may be a single line, and on a page it is the number of the entry.
 */
export type FileRecord = ReadRecord | BadRecord;

export interface ReadRecord {
  readonly line: number;
  readonly values: ReadonlyMap<string, string>;
  /** Set when the row has fewer values than the table has columns. */
  readonly shortBy?: number;
}

export interface BadRecord {
  readonly line: number;
  readonly problem: RejectReason;
}

/** Cuts text that arrives in pieces into records. Holds back what is not complete yet, up to a limit. */
export interface RecordReader {
  push(text: string): FileRecord[];
  /** The file is over: the records that were held back. */
  end(): FileRecord[];
}

export const isBad = (record: FileRecord): record is BadRecord => 'problem' in record;
