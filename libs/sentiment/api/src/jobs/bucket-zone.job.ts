import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { WorkLoop } from '@moodline/shared/work';
import { BucketZone } from '../buckets/bucket-zone.repository';

/** Lets the mood buckets follow a change of the time zone, in processes that are workers. */
@Injectable()
export class BucketZoneJob implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly loop: WorkLoop;

  constructor(
    zone: BucketZone,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.loop = new WorkLoop(() => zone.advanceAll(), { name: 'Counting by the new time zone', idleMs: 2_000 });
  }

  onApplicationBootstrap(): void {
    if (this.settings.MOODLINE_ROLES.includes('worker')) this.loop.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.loop.stop();
  }
}
