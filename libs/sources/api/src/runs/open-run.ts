import type { IncomingComment, IntakeResult } from '@moodline/comments/api';
import type { RejectedRow } from '@moodline/sources/contract';
import type { HttpUsage } from '../connectors/http/source-http';
import type { WithSource } from './source-lock.query';

/** A run that is not over. */
export interface OpenRun {
  readonly workspaceId: number;
  readonly runId: number;
  readonly sourceId: number;
}

/** What a run brings in one go: comments (each to its source), how many rows were read for them, and where reading goes on. */
export interface RunBatch {
  readonly rows: number;
  readonly rejected: number;
  /** The first rejected rows of the whole run so far, kept with the run. */
  readonly rejectedRows: readonly RejectedRow[];
  readonly comments: readonly { readonly sourceId: number; readonly comments: readonly IncomingComment[] }[];
  /** Stores where reading goes on, in the transaction that stores the batch. */
  readonly advance?: Advance;
  /** The settings by which the batch was read; with others in force it is not stored, nor where reading goes on. */
  readonly settingsGeneration?: number;
  /** Take over what changed in comments that are there already. */
  readonly follow?: boolean;
  /** Comments of the run's source that were deleted there. */
  readonly deletedIds?: readonly string[];
  /** Left out on purpose before they came here. */
  readonly filtered?: number;
  /** What the whole run has cost the site so far. */
  readonly usage?: HttpUsage;
}

/** What became of a batch. */
export interface StoredBatch extends IntakeResult {
  readonly removed: number;
}

/** Stores how far reading has come, with what became of the batch. */
export type Advance = WithSource<[result: StoredBatch & { readonly rows: number }], void>;

/** Why a run failed. */
export interface RunFailure {
  /** By which the interface says it in the reader's language. */
  readonly code: string;
  /** English, for where the code is not known. */
  readonly message: string;
}

/** States of a run that is not over: it waits for a worker, or one is at it. */
export const OPEN_STATES = ['queued', 'running'];
/** Rejected rows that are kept with a run. */
export const KEPT_REJECTED_ROWS = 100;
