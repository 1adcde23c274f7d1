import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { Beat, WorkLoop } from '@moodline/shared/work';
import { EvaluationNews } from '../evaluation/evaluation-news';
import { EvaluationRunner } from '../evaluation/evaluation-runner';

/** Works on evaluations as they are planned, in processes that are workers, and tells how far they are in all. */
@Injectable()
export class EvaluationJob implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly loop: WorkLoop;
  private readonly news: Beat;

  constructor(
    runner: EvaluationRunner,
    news: EvaluationNews,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.loop = new WorkLoop((signal) => runner.runNext(signal), { name: 'Evaluating', idleMs: 1_000 });
    this.news = new Beat(() => news.publish(), { name: 'News of evaluations', everyMs: 1_000 });
  }

  onApplicationBootstrap(): void {
    if (this.settings.MOODLINE_ROLES.includes('worker')) this.loop.start();
    this.news.start();
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([this.loop.stop(), this.news.stop()]);
  }
}
