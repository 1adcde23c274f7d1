import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { WorkLoop } from '@moodline/shared/work';
import { ReportScheduler } from './report-scheduler';

/** Makes the reports whose time has come, in processes that are workers. */
@Injectable()
export class ReportsJob implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly loop: WorkLoop;

  constructor(
    scheduler: ReportScheduler,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.loop = new WorkLoop((signal) => scheduler.makeNext(signal), { name: 'Making reports', idleMs: 10_000 });
  }

  onApplicationBootstrap(): void {
    if (this.settings.MOODLINE_ROLES.includes('worker')) this.loop.start();
  }

  /** While the database is still there. */
  async onModuleDestroy(): Promise<void> {
    await this.loop.stop();
  }
}
