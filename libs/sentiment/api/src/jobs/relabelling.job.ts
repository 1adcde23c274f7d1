import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { Relabeller } from '../relabelling/relabeller';
import { RelabellingWatch } from '../relabelling/relabelling-watch';
import { pause } from './pause';

const IDLE_MS = 1000;
const RETRY_MS = 5000;

/** Keeps the relabeller busy while a re-labelling is open. */
@Injectable()
export class RelabellingJob implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(RelabellingJob.name);
  private readonly stop = new AbortController();
  private working: Promise<void> = Promise.resolve();

  constructor(
    private readonly relabeller: Relabeller,
    private readonly watch: RelabellingWatch,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.MOODLINE_ROLES.includes('worker')) this.working = this.work();
  }

  async onModuleDestroy(): Promise<void> {
    this.stop.abort();
    await this.working;
    await this.relabeller.release();
  }

  @Interval(1000)
  async publish(): Promise<void> {
    if (!this.stop.signal.aborted) await this.watch.publish();
  }

  private async work(): Promise<void> {
    const { signal } = this.stop;
    while (!signal.aborted) {
      try {
        if (!(await this.relabeller.work(signal))) await pause(IDLE_MS, signal);
      } catch (error) {
        if (signal.aborted) return;
        this.logger.error(`Re-labelling goes on in ${RETRY_MS / 1000} s: ${(error as Error).message}`);
        await pause(RETRY_MS, signal);
      }
    }
  }
}
