import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { MonitorProgressReports } from '../monitor-progress';
import { MonitorRematcher } from '../monitor-rematcher';

const IDLE_MS = 500;
const RETRY_MS = 5000;

/** Keeps re-matching going in processes that are workers, and tells of it in all. */
@Injectable()
export class MonitorRematchJob implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(MonitorRematchJob.name);
  private readonly stop = new AbortController();
  private work = Promise.resolve();

  constructor(
    private readonly rematcher: MonitorRematcher,
    private readonly reports: MonitorProgressReports,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.MOODLINE_ROLES.includes('worker')) this.work = this.run();
  }

  async onModuleDestroy(): Promise<void> {
    this.stop.abort();
    await this.work;
  }

  @Interval(1000)
  async publish(): Promise<void> {
    if (this.stop.signal.aborted) return;
    try {
      await this.reports.publish();
    } catch (error) {
      this.logger.warn(`Progress is told later: ${(error as Error).message}`);
    }
  }

  private async run(): Promise<void> {
    const { signal } = this.stop;
    while (!signal.aborted) {
      try {
        // The others get their turn between two slices.
        await this.sleep((await this.rematcher.step()) ? 0 : IDLE_MS);
      } catch (error) {
        if (signal.aborted) return;
        this.logger.error(`Matching goes on in ${RETRY_MS / 1000} s: ${(error as Error).message}`);
        await this.sleep(RETRY_MS);
      }
    }
  }

  /** Waits, or ends at once when stopped. */
  private async sleep(milliseconds: number): Promise<void> {
    await pause(milliseconds, undefined, { signal: this.stop.signal }).catch(() => undefined);
  }
}
