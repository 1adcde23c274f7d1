import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { WorkLoop } from '@moodline/shared/work';
import { DigestKeeper } from './digest-keeper';

const IDLE_MS = 300_000;

/** Follows monitors that are added and removed, in processes that are workers. */
@Injectable()
export class DigestsJob implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly loop: WorkLoop;

  constructor(
    keeper: DigestKeeper,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.loop = new WorkLoop(() => keeper.keepUp().then(() => false), { name: 'Keeping summaries', idleMs: IDLE_MS });
  }

  onApplicationBootstrap(): void {
    if (this.settings.MOODLINE_ROLES.includes('worker')) this.loop.start();
  }

  /** While the database is still there. */
  async onModuleDestroy(): Promise<void> {
    await this.loop.stop();
  }
}
