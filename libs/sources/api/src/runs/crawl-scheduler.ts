import { Injectable, Logger } from '@nestjs/common';
import type { Run } from '@moodline/sources/contract';
import { BackfillRepository } from '../backfill/backfill.repository';
import { CrawlQueue } from './crawl-queue.repository';
import { CrawlRepository } from './crawl.repository';
import type { OpenRun, RunFailure } from './open-run';
import { RunProgressReports } from './run-progress';
import { RunRepository } from './runs.repository';
import type { DueCheck } from './source-lock.query';
import { AlreadyRunningError, NotReadableError, SourceLeavingError } from '../sources.errors';
import type { StoredSource } from '../sources/sources.repository';

const CUT_OFF: RunFailure = { code: 'cut-off', message: 'The run was cut off.' };

/** Starts runs: those whose time has come, and those somebody asks for. */
@Injectable()
export class CrawlScheduler {
  private readonly logger = new Logger(CrawlScheduler.name);

  constructor(
    private readonly crawls: CrawlRepository,
    private readonly backfills: BackfillRepository,
    private readonly runs: RunRepository,
    private readonly queue: CrawlQueue,
    private readonly reports: RunProgressReports,
  ) {}

  /** Ends what was cut off, then starts what is due. What is new comes before what is old. */
  async tick(now = new Date()): Promise<void> {
    await this.endCutOff();
    for (const source of await this.crawls.due(now))
      await this.start(source, 'schedule', { now, due: this.crawls.stillDue(source, now) });
    await this.startSlices(now);
  }

  /** Starts the next slices of backfills, of sources that are not read otherwise at this moment. */
  async startSlices(now = new Date()): Promise<void> {
    for (const source of await this.backfills.due(now))
      await this.start(source, 'backfill', { now, due: this.backfills.stillDue(source) });
  }

  /**
   * Reads a source now, also when it is paused.
   * @throws NotReadableError, SourceLeavingError, AlreadyRunningError
   */
  async runNow(source: StoredSource, trigger: 'manual' | 'schedule' = 'manual'): Promise<Run> {
    if (!source.schedule) throw new NotReadableError();
    if (source.removeAt) throw new SourceLeavingError(source.name);
    const runId = await this.start(source, trigger, { now: new Date() });
    if (runId === null) throw new AlreadyRunningError();
    return this.runs.find(source.workspaceId, runId);
  }

  private async start(
    source: Pick<StoredSource, 'workspaceId' | 'id'>,
    trigger: Run['trigger'],
    { now, due }: { now: Date; due?: DueCheck },
  ): Promise<number | null> {
    await this.queue.prepare();
    const run = await this.crawls.begin(source, trigger, now, {
      due,
      hand: (transaction, opened) => this.queue.send(transaction, opened),
    });
    if (!run) return null;
    this.reports.moved(run.workspaceId, {
      runId: run.runId,
      sourceId: run.sourceId,
      status: 'queued',
      rows: 0,
      imported: 0,
      duplicates: 0,
      rejected: 0,
      share: null,
    });
    return run.runId;
  }

  private async endCutOff(): Promise<void> {
    for (const run of await this.crawls.endCutOff()) {
      this.logger.warn(`Run ${run.runId} was cut off`);
      await this.caughtUpWith(run, run.trigger);
      this.reports.ended(run.workspaceId, await this.runs.find(run.workspaceId, run.runId));
    }
  }

  /** A run that is cut off again and again counts as failing: whatever kills the process may lie in the source. */
  private async caughtUpWith(run: OpenRun, trigger: Run['trigger']): Promise<void> {
    if (trigger === 'import' || trigger === 'hook') return;
    if (trigger === 'backfill') await this.backfills.failed(run, CUT_OFF, null);
    else await this.crawls.failed(run, CUT_OFF, null);
  }
}
