import type { KeyObject } from 'node:crypto';
import type { CommentRow, IncomingComment } from '@moodline/comments/api';
import type { ColumnMapping, ImportDoubt, ImportResult, RejectedRow } from '@moodline/sources/contract';
import type { ReadingOptions } from './file-reading';
import type { StoredFile } from './stored-file';

/** What a reading is asked for. But for the file it is plain data, which another thread can be sent. */
export interface ReadingOrder {
  readonly options: Omit<ReadingOptions, 'savedFor'>;
  /** What people saved for files with certain columns, by the signature of their header. */
  readonly saved: ReadonlyMap<string, ColumnMapping>;
  /** Count what would come, or make comments ready to be stored. */
  readonly purpose: 'check' | 'store';
  /** With which authors and ids are hashed. */
  readonly key: KeyObject;
}

/** A comment with all of it that is computed without the database. */
export interface ReadyComment {
  readonly comment: IncomingComment;
  readonly row: CommentRow;
  /** Set when a column names the source. */
  readonly source: string | null;
}

/** Some rows of a file. */
export interface RowBatch {
  /** The rows before were read by the beginning of the file, and all of it says otherwise: they come again, from the first. */
  readonly again: boolean;
  readonly rows: number;
  readonly rejected: number;
  /** Of those rejected the ones that are listed one by one. */
  readonly listed: readonly RejectedRow[];
  readonly comments: number;
  /** The comments, where they are to be stored. */
  readonly ready: readonly ReadyComment[];
  /** Where they are only counted, the ids of those that are the first with their id in the file, as ids are kept. */
  readonly fresh: readonly FreshIds[];
}

/** Ids of comments of one source; null for the source of the import. */
export interface FreshIds {
  readonly source: string | null;
  readonly ids: readonly string[];
}

/** What is known of a file when all rows were read. */
export type ReadingSummary = Omit<
  ImportResult,
  'rows' | 'imported' | 'duplicates' | 'rejectedCount' | 'rejected' | 'runId' | 'runIds' | 'sourceId' | 'dryRun'
>;

/** A file that is being read. */
export interface RowReading {
  readonly doubts: readonly ImportDoubt[];
  readonly hasSources: boolean;
  /** How many rows there are; of a check, in the beginning of the file. */
  readonly rows: number;
  /** The next rows; null after the last. */
  next(): Promise<RowBatch | null>;
  summary(): Promise<ReadingSummary>;
  close(): Promise<void>;
}

/** Where files are read. */
export abstract class RowReaders {
  /** @throws EmptyFileError, BinaryFileError, NotATableError, NoRowsError, NoTextColumnError, NoTimeColumnError, UnknownColumnError */
  abstract open(file: StoredFile, order: ReadingOrder): Promise<RowReading>;

  /** Looks at the first bytes of a larger file. @throws BinaryFileError, NotATableError, FeedFileError, WebPageError when the rest need not come */
  abstract lookAt(head: Uint8Array): Promise<void>;
}
