import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { WorkLoop } from '@moodline/shared/work';
import { FacetDays } from '../buckets/facet-days.repository';

/** Lets the counts of days by label, emotion, kind and stars follow the comments, in processes that are workers. */
@Injectable()
export class FacetDaysJob implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly loop: WorkLoop;

  constructor(
    days: FacetDays,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.loop = new WorkLoop(() => days.advance(), { name: 'Counting days by label and kind', idleMs: 5_000 });
  }

  onApplicationBootstrap(): void {
    if (this.settings.MOODLINE_ROLES.includes('worker')) this.loop.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.loop.stop();
  }
}
