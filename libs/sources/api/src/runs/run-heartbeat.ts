import { Logger } from '@nestjs/common';
import type { OpenRun, RunRepository } from './runs.repository';

const INTERVAL_MS = 20_000;

/** While it beats, a run counts as alive, however long one step of it takes. */
export class RunHeartbeat {
  private readonly logger = new Logger(RunHeartbeat.name);
  private readonly timer: NodeJS.Timeout;

  constructor(runs: RunRepository, run: OpenRun) {
    this.timer = setInterval(
      () => void runs.beat(run).catch((error: unknown) => this.logger.warn(`Run ${run.runId}: ${String(error)}`)),
      INTERVAL_MS,
    );
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
