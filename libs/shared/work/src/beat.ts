import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';

export interface BeatOptions {
  /** What is being done, as it begins a sentence of the log: "News of evaluations". */
  readonly name: string;
  /** Least time between the end of one tick and the begin of the next, in milliseconds. */
  readonly everyMs: number;
  /** Whether the first tick comes at once instead of after that time. */
  readonly atOnce?: boolean;
}

/** How many times as long as a tick took is rested after it: all ticks of a beat together take at most a tenth of the time. */
const REST = 9;

/**
 * Does something small again and again: a look, a report, a sign of life. A tick never begins before the last one has ended, and one that
 * took long is followed by a longer rest, so that a slow database is not asked more, but less. An error is logged once until a tick succeeds.
 */
export class Beat {
  private readonly logger: Logger;
  private readonly stopping = new AbortController();
  private ticking: Promise<void> | null = null;
  private again = false;
  private failing = false;
  private running: Promise<void> | null = null;

  constructor(
    private readonly work: (signal: AbortSignal) => Promise<unknown>,
    private readonly options: BeatOptions,
  ) {
    this.logger = new Logger(options.name);
  }

  /** Begins; a beat that was begun or stopped before stays as it is. */
  start(): void {
    this.running ??= this.run();
  }

  /** Lets no further tick begin, and waits for the one at work, whose signal is aborted. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    await this.ticking;
  }

  /**
   * A tick out of turn. While another one is at work it comes after that one, since that one may have looked too early; of several that wait
   * there is only one. @returns when it has ended; it never fails
   */
  async now(): Promise<void> {
    if (this.ticking) {
      this.again = true;
      return this.ticking;
    }
    this.ticking = this.ticks();
    await this.ticking;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    let restMs = this.options.atOnce ? 0 : this.options.everyMs;
    while (!signal.aborted) {
      // A process with nothing else to do may end meanwhile.
      await sleep(restMs, undefined, { signal, ref: false }).catch(() => undefined);
      const began = performance.now();
      await this.now();
      restMs = Math.max(this.options.everyMs, REST * (performance.now() - began));
    }
  }

  private async ticks(): Promise<void> {
    const { signal } = this.stopping;
    try {
      do {
        this.again = false;
        if (!signal.aborted) await this.tick(signal);
      } while (this.again);
    } finally {
      this.ticking = null;
    }
  }

  private async tick(signal: AbortSignal): Promise<void> {
    const { name } = this.options;
    try {
      await this.work(signal);
      if (this.failing) this.logger.log(`${name}: it works again`);
      this.failing = false;
    } catch (error) {
      if (!this.failing && !signal.aborted)
        this.logger.warn(`${name} failed, tried again: ${(error as Error).message}`);
      this.failing = true;
    }
  }
}
