import type { Language } from '@moodline/shared/contract';

/** A comment as a source hands it over. The author's name is hashed on intake and goes no further. */
export interface IncomingComment {
  /** Id at the source; the pair (source, id) is unique. */
  readonly externalId: string;
  readonly text: string;
  readonly publishedAt: Date;
  readonly author?: string | null;
  readonly engagement?: number;
  readonly permalink?: string | null;
  readonly parentId?: string | null;
  /** What its author gave besides words, from 1 to 5; null or missing where the source has no stars. */
  readonly stars?: number | null;
  /** "Recommended" or not, where the source has that instead of stars. */
  readonly recommended?: boolean | null;
  /** Known language; detected from the text when missing. */
  readonly language?: Language | null;
}

/** Where a batch belongs. */
export interface IncomingBatch {
  readonly workspaceId: number;
  readonly sourceId: number;
  readonly runId: number;
  readonly comments: readonly IncomingComment[];
  /** Take over what changed at the source (text, engagement) of comments that are there already. */
  readonly follow?: boolean;
}

/** What became of the comments of a batch: each is counted once. */
export interface IntakeResult {
  readonly imported: number;
  readonly duplicates: number;
  /** Were there already and had changed at the source. */
  readonly updated: number;
  /** Left out on purpose: a person asked to forget their author or text. */
  readonly filtered: number;
}
