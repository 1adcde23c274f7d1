import { Lease, LeaseLostError } from '@moodline/shared/work';
import type { OpenRun } from './open-run';
import { RunEndedError } from '../sources.errors';

/** A run whose worker gave no sign of life for this long was cut off. */
export const RUN_LEASE = new Lease(120);

/** What lengthens the lease of a run. */
export interface RunRenewal {
  /** @returns false when the run is over */
  beat(run: OpenRun): Promise<boolean>;
}

/**
 * While the work goes on, its run counts as alive, however long one step of it takes.
 * @param signal stops the work; without one it is not to be stopped from outside
 * @throws what the work throws, or RunEndedError when somebody else ended the run
 */
export async function holdRun<T>(
  runs: RunRenewal,
  run: OpenRun,
  work: (signal: AbortSignal) => Promise<T>,
  signal = new AbortController().signal,
): Promise<T> {
  try {
    return await RUN_LEASE.hold({ name: `Run ${run.runId}`, renew: () => runs.beat(run), signal }, work);
  } catch (error) {
    throw error instanceof LeaseLostError ? new RunEndedError() : error;
  }
}
