import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { WorkLoop } from '@moodline/shared/work';
import { AlertChecker } from '../rules/alert-checker';

/** Checks the rules whose time has come, in processes that are workers. */
@Injectable()
export class AlertsJob implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly loop: WorkLoop;

  constructor(
    checker: AlertChecker,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.loop = new WorkLoop(() => checker.checkNext(), { name: 'Checking alert rules', idleMs: 10_000 });
  }

  onApplicationBootstrap(): void {
    if (this.settings.MOODLINE_ROLES.includes('worker')) this.loop.start();
  }

  /** While the database is still there. */
  async onModuleDestroy(): Promise<void> {
    await this.loop.stop();
  }
}
