import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { Beat } from '@moodline/shared/work';
import { CrawlQueue } from './crawl-queue.repository';
import { CrawlScheduler } from './crawl-scheduler';
import { RunPruning } from './run-pruning.repository';
import { SourceCrawler } from './source-crawler';

/** The clock of the crawler, in processes that are workers. */
@Injectable()
export class CrawlJob implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly stop = new AbortController();
  private readonly clock: Beat;
  private readonly tidying: Beat;

  constructor(
    scheduler: CrawlScheduler,
    private readonly crawler: SourceCrawler,
    private readonly queue: CrawlQueue,
    pruning: RunPruning,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.clock = new Beat(() => scheduler.tick(), { name: 'Starting runs', everyMs: 30_000 });
    this.tidying = new Beat((signal) => pruning.prune(signal), { name: 'Removing old deliveries', everyMs: 3_600_000 });
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.settings.MOODLINE_ROLES.includes('worker')) return;
    await this.queue.work(async (run) => {
      await this.crawler.crawl(run, this.stop.signal);
      // What has waited for this run need not wait for the clock, too.
      await this.clock.now();
    });
    await this.clock.now();
    this.clock.start();
    this.tidying.start();
  }

  /** While the database is still there: what is being read is written down as stopped. */
  async onModuleDestroy(): Promise<void> {
    this.stop.abort();
    await this.queue.stop();
    await Promise.all([this.clock.stop(), this.tidying.stop()]);
  }
}
