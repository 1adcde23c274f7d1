import { setImmediate as turn } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { pause } from './pause';

export interface WorkLoopOptions {
  /** What is being done, as it begins a sentence of the log: "Labelling". */
  readonly name: string;
  /** How long to rest when there was nothing to do, in milliseconds. */
  readonly idleMs: number;
  /** How long to rest after an error; twice as long after each further one in a row, up to {@link MAX_RETRY_MS}. */
  readonly retryMs?: number;
  /** How many steps go on side by side in this process. */
  readonly lanes?: number;
}

/** Does one step of some work. @param signal is aborted when the loop stops @returns whether there was anything to do */
export type WorkStep = (signal: AbortSignal) => Promise<boolean>;

const RETRY_MS = 5_000;
const MAX_RETRY_MS = 60_000;

/**
 * Does the steps of a work one after the other for as long as the process runs. A step that found nothing is followed by a rest; one that
 * failed is logged and tried again later, and the loop goes on.
 */
export class WorkLoop {
  private readonly logger: Logger;
  private readonly stopping = new AbortController();
  private lanes: readonly Promise<void>[] = [];

  constructor(
    private readonly step: WorkStep,
    private readonly options: WorkLoopOptions,
  ) {
    this.logger = new Logger(options.name);
  }

  /** Begins; a loop that was begun or stopped before stays as it is. */
  start(): void {
    if (this.lanes.length || this.stopping.signal.aborted) return;
    this.lanes = Array.from({ length: this.options.lanes ?? 1 }, () => this.run());
  }

  /** Lets no further step begin, and waits for those at work, whose signal is aborted. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.lanes);
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    const { name, idleMs, retryMs = RETRY_MS } = this.options;
    let failures = 0;
    while (!signal.aborted) {
      try {
        const busy = await this.step(signal);
        failures = 0;
        // Who answers people gets a turn between two steps.
        if (busy) await turn();
        else await this.rest(idleMs);
      } catch (error) {
        if (signal.aborted) return;
        const waitMs = Math.min(MAX_RETRY_MS, retryMs * 2 ** failures++);
        this.logger.error(`${name} failed and is tried again in ${waitMs / 1000} s: ${(error as Error).message}`);
        await this.rest(waitMs);
      }
    }
  }

  /** Waits, or ends at once when stopped. */
  private async rest(milliseconds: number): Promise<void> {
    await pause(milliseconds, this.stopping.signal).catch(() => undefined);
  }
}
