import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { InboxImporter } from './inbox-importer';

const TICK_MS = 15_000;

/** Looks into the inbox, in processes that are workers. */
@Injectable()
export class InboxJob implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(InboxJob.name);
  private readonly stop = new AbortController();
  private readonly isWorker: boolean;
  private ready = false;
  private working: Promise<void> | null = null;

  constructor(
    private readonly inbox: InboxImporter,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.isWorker = settings.MOODLINE_ROLES.includes('worker');
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.tick();
  }

  /** While the database is still there. */
  async onModuleDestroy(): Promise<void> {
    this.stop.abort();
    await this.working;
  }

  @Interval(TICK_MS)
  async tick(): Promise<void> {
    if (!this.isWorker || this.working || this.stop.signal.aborted) return;
    this.working = this.look();
    await this.working;
    this.working = null;
  }

  private async look(): Promise<void> {
    try {
      if (!this.ready) await this.inbox.folder.prepare();
      this.ready = true;
      await this.inbox.round(this.stop.signal);
    } catch (error) {
      this.logger.error(
        `The inbox ${this.inbox.folder.path} could not be looked into, the next tick tries again: ${(error as Error).message}`,
      );
    }
  }
}
