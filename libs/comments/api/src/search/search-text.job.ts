import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { WorkLoop } from '@moodline/shared/work';
import { SearchTextRepository } from './search-text.repository';

/** Nothing is left to do but after an update, so that looking rarely is enough. */
const IDLE_MS = 30_000;

/** Makes the search index complete, in processes that are workers. */
@Injectable()
export class SearchTextJob implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly loop: WorkLoop;

  constructor(
    texts: SearchTextRepository,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.loop = new WorkLoop(() => texts.fillSlice(), { name: 'Making the search index', idleMs: IDLE_MS });
  }

  onApplicationBootstrap(): void {
    if (this.settings.MOODLINE_ROLES.includes('worker')) this.loop.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.loop.stop();
  }
}
