import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { Beat, WorkLoop } from '@moodline/shared/work';
import { MonitorProgressReports } from '../monitor-progress';
import { MonitorRematcher } from '../monitor-rematcher';

/** Keeps re-matching going in processes that are workers, and tells of it in all. */
@Injectable()
export class MonitorRematchJob implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly loop: WorkLoop;
  private readonly news: Beat;

  constructor(
    rematcher: MonitorRematcher,
    reports: MonitorProgressReports,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.loop = new WorkLoop(() => rematcher.step(), { name: 'Matching', idleMs: 500 });
    this.news = new Beat(() => reports.publish(), { name: 'News of matching', everyMs: 1_000 });
  }

  onApplicationBootstrap(): void {
    if (this.settings.MOODLINE_ROLES.includes('worker')) this.loop.start();
    this.news.start();
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([this.loop.stop(), this.news.stop()]);
  }
}
