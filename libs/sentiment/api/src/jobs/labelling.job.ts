import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { Beat, WorkLoop } from '@moodline/shared/work';
import { LabellingProgress } from '../labelling-progress';
import { SentimentLabeller } from '../sentiment-labeller';
import { WorkspaceList } from '../workspace-list.query';

/** Two batches are on their way at once: while one is stored and the next is read, the model works on the other. */
const LANES = 2;

/** Keeps the labeller busy while comments wait, in processes that are workers, and tells how far it is in all. */
@Injectable()
export class LabellingJob implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly loop: WorkLoop;
  private readonly news: Beat;

  constructor(
    labeller: SentimentLabeller,
    progress: LabellingProgress,
    workspaces: WorkspaceList,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.loop = new WorkLoop(async (signal) => (await labeller.labelNext(signal)) > 0, {
      name: 'Labelling',
      idleMs: 1_000,
      lanes: LANES,
    });
    this.news = new Beat(
      async () => {
        for (const id of await workspaces.ids()) await progress.publish(id);
      },
      { name: 'News of labelling', everyMs: 1_000 },
    );
  }

  onApplicationBootstrap(): void {
    if (this.settings.MOODLINE_ROLES.includes('worker')) this.loop.start();
    this.news.start();
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([this.loop.stop(), this.news.stop()]);
  }
}
