import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { Beat, WorkLoop } from '@moodline/shared/work';
import { Relabeller } from '../relabelling/relabeller';
import { RelabellingPlanner } from '../relabelling/relabelling-planner';
import { RelabellingWatch } from '../relabelling/relabelling-watch';

/** Keeps the relabeller busy while a re-labelling is open, in processes that are workers, and tells how far it is in all. */
@Injectable()
export class RelabellingJob implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly loop: WorkLoop;
  private readonly news: Beat;

  constructor(
    private readonly relabeller: Relabeller,
    planner: RelabellingPlanner,
    watch: RelabellingWatch,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.loop = new WorkLoop(async (signal) => (await planner.switchReady()) || relabeller.work(signal), {
      name: 'Re-labelling',
      idleMs: 1_000,
    });
    this.news = new Beat(() => watch.publish(), { name: 'News of re-labellings', everyMs: 1_000 });
  }

  onApplicationBootstrap(): void {
    if (this.settings.MOODLINE_ROLES.includes('worker')) this.loop.start();
    this.news.start();
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([this.loop.stop(), this.news.stop()]);
    await this.relabeller.release();
  }
}
