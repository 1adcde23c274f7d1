import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { WorkLoop } from '@moodline/shared/work';
import { TagRound } from '../tags/tag-round';

/** Learns tags, puts them on comments and takes them off, in processes that are workers. */
@Injectable()
export class TagLearningJob implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly loop: WorkLoop;

  constructor(
    round: TagRound,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.loop = new WorkLoop((signal) => round.work(signal), { name: 'Tags', idleMs: 1_500 });
  }

  onApplicationBootstrap(): void {
    if (this.settings.MOODLINE_ROLES.includes('worker')) this.loop.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.loop.stop();
  }
}
