import { setImmediate } from 'node:timers/promises';

/** Longest stretch of work without a pause, in milliseconds. A request in between takes several turns, so it is short. */
const SLICE_MS = 5;

/** Divides long work, so that other requests of the process are answered in between. */
export class TimeSlices {
  private begun = performance.now();

  /** Whether it is time for a pause. */
  get due(): boolean {
    return performance.now() - this.begun >= SLICE_MS;
  }

  /** Lets others take their turn, if it is time. */
  async pause(): Promise<void> {
    if (!this.due) return;
    await setImmediate();
    this.begun = performance.now();
  }
}
