import { setTimeout as sleep } from 'node:timers/promises';

/** What PostgreSQL ends a transaction with when it may succeed if it is tried again: a conflict of writers, and a deadlock. */
const CONFLICTS = ['40001', '40P01'];
/** Where an error of the client says so: in what the driver told it, or, of one at the commit, in its own cause. */
interface DriverCause {
  readonly originalCode?: string;
}
const TRIES = 5;
const FIRST_WAIT_MS = 20;

/**
 * Does a transaction again when it met another one: after a deadlock or a conflict of writers the database has undone all of it, so that
 * nothing is done twice. Between two tries there is a wait that grows, of a random length so that the same two do not meet once more.
 * @param transaction begins a transaction of its own each time; what it changes outside of the database must bear being done again
 * @throws what the last try threw, or at once what is no such conflict
 */
export async function retryOnConflict<T>(transaction: () => Promise<T>, tries = TRIES): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await transaction();
    } catch (error) {
      if (tried >= tries || !isConflict(error)) throw error;
      await sleep(FIRST_WAIT_MS * 2 ** tried * (0.5 + Math.random() / 2));
    }
  }
}

/** Whether an error of the database client says that a transaction was undone for another one's sake. */
export function isConflict(error: unknown): boolean {
  const { meta, cause } = (error ?? {}) as {
    meta?: { driverAdapterError?: { cause?: DriverCause } };
    cause?: DriverCause;
  };
  return [meta?.driverAdapterError?.cause, cause].some((told) => CONFLICTS.includes(told?.originalCode ?? ''));
}
