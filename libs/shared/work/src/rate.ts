/** Milliseconds over which a rate is measured. */
const WINDOW_MS = 30_000;

/** How fast numbers grow, by key. Read off the numbers themselves, so it holds whichever process does the work. */
export class Rate {
  private readonly samples = new Map<number, { readonly at: number; readonly done: number }[]>();

  /** @param now a clock in milliseconds. @returns units per second over the last half minute, one decimal; 0 before there is anything to go by */
  measure(key: number, done: number, now = performance.now()): number {
    const kept = (this.samples.get(key) ?? []).filter((sample) => now - sample.at <= WINDOW_MS && sample.done <= done);
    kept.push({ at: now, done });
    this.samples.set(key, kept);
    const [first] = kept;
    if (!first || now - first.at < 1_000) return 0;
    return Math.round(((done - first.done) / ((now - first.at) / 1_000)) * 10) / 10;
  }

  forget(key: number): void {
    this.samples.delete(key);
  }
}
