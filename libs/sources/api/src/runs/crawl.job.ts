import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { CrawlQueue } from './crawl-queue.repository';
import { CrawlScheduler } from './crawl-scheduler';
import { SourceCrawler } from './source-crawler';

const TICK_MS = 30_000;

/** The clock of the crawler, in processes that are workers. */
@Injectable()
export class CrawlJob implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(CrawlJob.name);
  private readonly stop = new AbortController();
  private readonly isWorker: boolean;
  private ticking = false;

  constructor(
    private readonly scheduler: CrawlScheduler,
    private readonly crawler: SourceCrawler,
    private readonly queue: CrawlQueue,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.isWorker = settings.MOODLINE_ROLES.includes('worker');
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.isWorker) return;
    await this.queue.work(async (run) => {
      await this.crawler.crawl(run, this.stop.signal);
      // What has waited for this run need not wait for the clock, too.
      await this.tick();
    });
    await this.tick();
  }

  /** While the database is still there: what is being read is written down as stopped. */
  async onModuleDestroy(): Promise<void> {
    this.stop.abort();
    await this.queue.stop();
  }

  @Interval(TICK_MS)
  async tick(): Promise<void> {
    if (!this.isWorker || this.ticking || this.stop.signal.aborted) return;
    this.ticking = true;
    try {
      await this.scheduler.tick();
    } catch (error) {
      this.logger.error(`The next tick tries again: ${(error as Error).message}`);
    } finally {
      this.ticking = false;
    }
  }
}
