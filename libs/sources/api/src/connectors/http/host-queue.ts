import { pause, unlessAborted } from '@moodline/shared/work';

/** Hosts of which is remembered when they were last asked. */
const MAX_REMEMBERED = 1000;

/** One request at a time to each host, with a rest between two, whichever source asks. */
export class HostQueue {
  private readonly tails = new Map<string, Promise<void>>();
  private readonly lastEnd = new Map<string, number>();

  /**
   * Does the work when it is its turn.
   * @param restMs least time since the last request to this host, in milliseconds
   * @throws the reason of the signal when that comes first
   */
  async run<T>(host: string, restMs: number, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const before = this.tails.get(host) ?? Promise.resolve();
    const mine = Promise.withResolvers<void>();
    const tail = before.then(() => mine.promise);
    this.tails.set(host, tail);
    try {
      await unlessAborted(before, signal);
      await pause((this.lastEnd.get(host) ?? 0) + restMs - Date.now(), signal);
      return await this.timed(host, work);
    } finally {
      mine.resolve();
      if (this.tails.get(host) === tail) this.tails.delete(host);
    }
  }

  private async timed<T>(host: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } finally {
      this.lastEnd.delete(host);
      this.lastEnd.set(host, Date.now());
      const [oldest] = this.lastEnd.keys();
      if (this.lastEnd.size > MAX_REMEMBERED && oldest !== undefined) this.lastEnd.delete(oldest);
    }
  }
}
