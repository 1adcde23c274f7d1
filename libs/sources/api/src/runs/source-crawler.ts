import { Injectable, Logger } from '@nestjs/common';
import { DomainError } from '@moodline/shared/http';
import type { RejectedRow } from '@moodline/sources/contract';
import { BackfillStrategy } from '../backfill/backfill-strategy';
import { BackfillRepository } from '../backfill/backfill.repository';
import type { HttpUsage } from '../connectors/http/source-http';
import { readPages } from '../connectors/page-reading';
import { SourceError } from '../connectors/source.errors';
import { CrawlRepository } from './crawl.repository';
import { NewCommentsStrategy, type RunStrategy, type RunSlice } from './run-strategy';
import { KEPT_REJECTED_ROWS, type OpenRun, type RunFailure } from './open-run';
import { holdRun } from './run-lease';
import { RunProgressReports } from './run-progress';
import { RunRepository } from './runs.repository';
import { SourceAccess } from '../sources/source-access';
import { BackfillStoppedError, RunEndedError, SettingsChangedError } from '../sources.errors';
import { SourceRepository } from '../sources/sources.repository';

/** What a run has come to so far. */
interface Reading {
  usage: HttpUsage;
  notModified: boolean;
  /** It ended because there was no more, not because it had read enough for one run. */
  whole: boolean;
}

/** Reads one source once. Page and cursor are stored together, so a run that stops anywhere is gone on with, not repeated. */
@Injectable()
export class SourceCrawler {
  /** What one run reads. The rest comes in the next one, which is due at once. */
  readonly slice: RunSlice = { pages: 500, milliseconds: 300_000 };
  /** A slice of a backfill is short: what is new waits for its end. */
  readonly backfillSlice: RunSlice = { pages: 100, milliseconds: 60_000 };
  private readonly logger = new Logger(SourceCrawler.name);

  constructor(
    private readonly sources: SourceRepository,
    private readonly runs: RunRepository,
    private readonly crawls: CrawlRepository,
    private readonly backfills: BackfillRepository,
    private readonly access: SourceAccess,
    private readonly reports: RunProgressReports,
  ) {}

  /** Works on a run that waits to its end; one that another worker has taken, or that is over, is left alone. Never fails: what goes wrong is written to the run. */
  async crawl(run: OpenRun, signal: AbortSignal): Promise<void> {
    const trigger = await this.crawls.take(run);
    if (!trigger) return;
    const strategy =
      trigger === 'backfill'
        ? new BackfillStrategy(this.backfills, run, this.backfillSlice)
        : new NewCommentsStrategy(this.crawls, run, this.slice);
    const reading: Reading = { usage: { requests: 0, bytes: 0 }, notModified: false, whole: true };
    try {
      await holdRun(this.runs, run, (held) => this.read(run, strategy, { reading, signal: held }), signal);
      await strategy.succeeded(reading.whole);
      this.reports.ended(run.workspaceId, await this.runs.finish(run, reading));
    } catch (error) {
      if (error instanceof BackfillStoppedError) await this.stopped(run, reading);
      else if (error instanceof SettingsChangedError) await this.beginAnew(run, strategy, reading);
      else await this.giveUp(run, strategy, { usage: reading.usage, error: signal.aborted ? null : error });
    }
  }

  private async read(
    run: OpenRun,
    strategy: RunStrategy,
    { reading, signal }: { reading: Reading; signal: AbortSignal },
  ): Promise<void> {
    const source = await this.sources.find(run.workspaceId, run.sourceId);
    const { cursor, since, slice } = await strategy.begin(source);
    const open = await this.access.open({ ...source, since }, signal);
    const total = { rows: 0, imported: 0, duplicates: 0, rejected: 0 };
    const rejectedRows: RejectedRow[] = [];
    const end = Date.now() + slice.milliseconds;
    let pages = 0;
    try {
      for await (const page of readPages(open, cursor)) {
        const { rows, rejected, comments, deletedIds, filtered } = page;
        reading.notModified = page.notModified;
        if (page.notModified) continue;
        rejectedRows.push(...rejected.slice(0, KEPT_REJECTED_ROWS - rejectedRows.length));
        const batch = {
          rows,
          rejected: rejected.length,
          rejectedRows,
          comments: [{ sourceId: run.sourceId, comments }],
          deletedIds,
          filtered,
        };
        const stored = await this.runs.store(run, {
          ...batch,
          ...strategy.step(page),
          follow: true,
          usage: open.context.http.usage,
        });
        total.rows += rows;
        total.rejected += rejected.length;
        total.imported += stored.imported;
        total.duplicates += stored.duplicates;
        this.reports.moved(run.workspaceId, {
          runId: run.runId,
          sourceId: run.sourceId,
          status: 'running',
          ...total,
          share: strategy.share(),
        });
        reading.whole = ++pages < slice.pages && Date.now() <= end;
        if (!reading.whole) break;
      }
    } finally {
      reading.usage = open.context.http.usage;
    }
  }

  /** A backfill that was paused or cancelled ends its slice; what the slice brought stays. */
  private async stopped(run: OpenRun, reading: Reading): Promise<void> {
    this.reports.ended(run.workspaceId, await this.runs.finish(run, { usage: reading.usage }));
  }

  /** What was read by the former settings stays; by those in force the source is read at once. */
  private async beginAnew(run: OpenRun, strategy: RunStrategy, reading: Reading): Promise<void> {
    await strategy.interrupted();
    await this.stopped(run, reading);
  }

  /** @param error null when Moodline was stopped */
  private async giveUp(
    run: OpenRun,
    strategy: RunStrategy,
    { usage, error }: { usage: HttpUsage; error: unknown },
  ): Promise<void> {
    if (error instanceof RunEndedError) return;
    const failure =
      error === null
        ? { code: 'cut-off', message: 'Moodline was stopped during this run. It is caught up with.' }
        : failureOf(error);
    try {
      if (error !== null && !(error instanceof DomainError))
        this.logger.error(`Run ${run.runId}: ${(error as Error).stack ?? String(error)}`);
      if (error === null) await strategy.interrupted();
      else await strategy.failed(failure, error instanceof SourceError ? error.retryAt : null);
      this.reports.ended(run.workspaceId, await this.runs.finish(run, { failure, usage }));
    } catch (unwritten) {
      // The source was removed meanwhile, or the database is away; a run that stays open then ends as cut off.
      this.logger.warn(`The end of run ${run.runId} was not written: ${String(unwritten)}`);
    }
  }
}

function failureOf(error: unknown): RunFailure {
  if (error instanceof DomainError) return { code: error.code, message: error.message };
  return {
    code: 'internal',
    message: 'Something went wrong here. The log explains it; Moodline tries again at the next time.',
  };
}
