import { setImmediate as turn } from 'node:timers/promises';
import type { Database, Transaction } from '@moodline/shared/db';
import { retryOnConflict } from './conflict';

/** Work that goes along something in an order, whose place is stored with it. All three are called in one transaction. */
export interface SlicedWork<Place> {
  /** Locks the row of the work and reads its place. @returns null when there is nothing to do, or another process is at it */
  take(transaction: Transaction): Promise<Place | null>;
  /** Does one slice, which takes its locks in the order of docs/architecture.md. @returns the place after it; null when it was the last */
  slice(transaction: Transaction, place: Place): Promise<Place | null>;
  /** Stores the place, or that the work is over. */
  store(transaction: Transaction, place: Place | null): Promise<void>;
}

/** What became of a call of {@link Slices.next}. */
export type SliceOutcome = 'idle' | 'moved' | 'ended';

/**
 * Work in slices, each one transaction: a process that is killed loses the slice it was at, and whoever comes next goes on from the stored
 * place. A slice that met another transaction is tried again. Nothing is remembered outside of the database.
 */
export class Slices {
  constructor(private readonly database: Pick<Database, '$transaction'>) {}

  /** One transaction, tried again when it met another one. It must change nothing outside of the database. */
  once<T>(slice: (transaction: Transaction) => Promise<T>): Promise<T> {
    return retryOnConflict(() => this.database.$transaction(slice));
  }

  /** One slice of a work with a place. */
  next<Place>(work: SlicedWork<Place>): Promise<SliceOutcome> {
    return this.once(async (transaction) => {
      const place = await work.take(transaction);
      if (place === null) return 'idle';
      const after = await work.slice(transaction, place);
      await work.store(transaction, after);
      return after === null ? 'ended' : 'moved';
    });
  }

  /**
   * Slices of a work whose place is what is left of it (rows that go), until one finds nothing more.
   * @param slice does one. @returns whether there may be more
   * @param signal ends it after a slice
   */
  async untilDone(slice: (transaction: Transaction) => Promise<boolean>, signal?: AbortSignal): Promise<void> {
    // Who answers people gets a turn between two slices.
    while (!signal?.aborted && (await this.once(slice))) await turn();
  }
}
