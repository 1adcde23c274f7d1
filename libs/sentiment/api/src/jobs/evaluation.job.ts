import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { Beat, WorkLoop } from '@moodline/shared/work';
import { EvaluationNews } from '../evaluation/evaluation-news';
import { EvaluationRemoval } from '../evaluation/evaluation-removal.repository';
import { EvaluationRunner } from '../evaluation/evaluation-runner';

/** Works on evaluations as they are planned, in processes that are workers, and tells how far they are in all. */
@Injectable()
export class EvaluationJob implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly loop: WorkLoop;
  private readonly news: Beat;
  private readonly clearing: Beat;

  constructor(
    runner: EvaluationRunner,
    news: EvaluationNews,
    removal: EvaluationRemoval,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.loop = new WorkLoop((signal) => runner.runNext(signal), { name: 'Evaluating', idleMs: 1_000 });
    this.news = new Beat(() => news.publish(), { name: 'News of evaluations', everyMs: 1_000 });
    this.clearing = new Beat(() => removal.clear(), { name: 'Clearing removed evaluations', everyMs: 60_000 });
  }

  onApplicationBootstrap(): void {
    if (this.settings.MOODLINE_ROLES.includes('worker')) {
      this.loop.start();
      this.clearing.start();
    }
    this.news.start();
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([this.loop.stop(), this.news.stop(), this.clearing.stop()]);
  }
}
