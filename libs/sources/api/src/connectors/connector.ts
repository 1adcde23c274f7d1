import type { IncomingComment } from '@moodline/comments/api';
import type { FeedCheck, RejectedRow } from '@moodline/sources/contract';
import type { z } from 'zod';

/** Comments a source handed over in one go. */
export interface SourcePage<Cursor> {
  /** Things that were looked at, readable or not. */
  readonly rows: number;
  readonly comments: readonly IncomingComment[];
  readonly rejected: readonly RejectedRow[];
  /** Where reading goes on after this page. Kept in the transaction that stores the page. */
  readonly cursor: Cursor;
  /** The source said that nothing has changed. */
  readonly notModified: boolean;
}

/**
 * Reads one kind of source. A connector knows the site and nothing of runs, schedules or the database.
 * A single bad thing in a page is reported in `rejected` and never stops the others.
 */
export interface Connector<Config, Cursor> {
  readonly config: z.ZodType<Config>;
  /** What the connector wrote as cursor; anything else means: from the beginning. */
  readonly cursor: z.ZodType<Cursor>;
  /**
   * Does the source work, and what would it bring?
   * @throws SourceError
   */
  check(config: Config, signal: AbortSignal): Promise<FeedCheck>;
  /**
   * What is new since the cursor, page by page.
   * @throws SourceError
   */
  fetchSince(config: Config, cursor: Cursor, signal: AbortSignal): AsyncIterable<SourcePage<Cursor>>;
}
