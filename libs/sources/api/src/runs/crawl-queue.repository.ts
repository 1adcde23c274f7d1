import { Injectable, Logger } from '@nestjs/common';
import { Database, type Transaction } from '@moodline/shared/db';
import { fromPrisma, PgBoss } from 'pg-boss';
import type { OpenRun } from './open-run';

const QUEUE = 'crawl';
/** Runs one process works on at once. */
const LANES = 4;
const STOP_WITHIN_MS = 10_000;
/** A worker that was killed is noticed after this, and what it was given goes to another one. */
const HEARTBEAT_SECONDS = 30;
const DAY_SECONDS = 86_400;

const OPTIONS = {
  retryLimit: 100,
  retryDelay: 1,
  heartbeatSeconds: HEARTBEAT_SECONDS,
  expireInSeconds: 3_600,
  retentionSeconds: 14 * DAY_SECONDS,
  deleteAfterSeconds: 3_600,
};

/**
 * Hands runs to whichever worker is free, also in another process. A run is handed over in the transaction that opens it, and again when the
 * worker that got it was killed. So it may be delivered twice: that it is worked on once is decided by the run itself, which waits until it
 * is taken.
 */
@Injectable()
export class CrawlQueue {
  private readonly logger = new Logger(CrawlQueue.name);
  private started: Promise<PgBoss> | null = null;

  constructor(private readonly database: Database) {}

  /** Makes the queue, unless it is there. Call before the transaction that sends. */
  async prepare(): Promise<void> {
    await this.boss();
  }

  async send(transaction: Transaction, run: OpenRun): Promise<void> {
    const boss = await this.boss();
    await boss.send(QUEUE, run, { db: fromPrisma(transaction) });
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
      superviseIntervalSeconds: HEARTBEAT_SECONDS,
      monitorIntervalSeconds: HEARTBEAT_SECONDS,
    });
    boss.on('error', (error) => this.logger.warn(`The queue of runs: ${error.message}`));
    await boss.start();
    await boss.createQueue(QUEUE, OPTIONS);
    // One that an earlier version made has other options.
    await boss.updateQueue(QUEUE, OPTIONS);
    return boss;
  }
}
