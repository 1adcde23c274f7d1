import { Injectable, Logger } from '@nestjs/common';
import { Database } from '@moodline/shared/db';
import { PgBoss } from 'pg-boss';
import type { OpenRun } from './runs.repository';

const QUEUE = 'crawl';
/** Runs one process works on at once. */
const LANES = 4;
const STOP_WITHIN_MS = 10_000;

/**
 * Hands runs to whichever worker is free, also in another process. It only delivers: that a source is read once at a time,
 * and that a lost run is noticed, is decided by the runs in the database. So a run is never delivered twice.
 */
@Injectable()
export class CrawlQueue {
  private readonly logger = new Logger(CrawlQueue.name);
  private started: Promise<PgBoss> | null = null;

  constructor(private readonly database: Database) {}

  async send(run: OpenRun): Promise<void> {
    const boss = await this.boss();
    await boss.send(QUEUE, run);
  }

  /** Works on runs from now on. */
  async work(crawl: (run: OpenRun) => Promise<void>): Promise<void> {
    const boss = await this.boss();
    await boss.work<OpenRun>(
      QUEUE,
      { pollingIntervalSeconds: 1, localConcurrency: LANES, batchSize: 1 },
      async (jobs) => {
        for (const { data } of jobs) await crawl(data);
      },
    );
  }

  /** Waits for the runs this process works on. */
  async stop(): Promise<void> {
    const boss = await this.started?.catch(() => null);
    await boss?.stop({ graceful: true, timeout: STOP_WITHIN_MS });
  }

  private boss(): Promise<PgBoss> {
    this.started ??= this.start();
    // A database that was away for a moment is asked again the next time.
    this.started.catch(() => (this.started = null));
    return this.started;
  }

  private async start(): Promise<PgBoss> {
    const boss = new PgBoss({
      connectionString: this.database.url,
      max: 3,
      application_name: 'moodline-crawl',
      schedule: false,
    });
    boss.on('error', (error) => this.logger.warn(`The queue of runs: ${error.message}`));
    await boss.start();
    await boss.createQueue(QUEUE, {
      retryLimit: 0,
      expireInSeconds: 600,
      retentionSeconds: 3_600,
      deleteAfterSeconds: 3_600,
    });
    return boss;
  }
}
