import { Injectable, Logger } from '@nestjs/common';
import { DomainError } from '@moodline/shared/http';
import type { RejectedRow } from '@moodline/sources/contract';
import type { HttpUsage } from './connectors/http/source-http';
import { readPages } from './connectors/page-reading';
import { SourceError } from './connectors/source.errors';
import { CrawlRepository } from './crawl.repository';
import { RunHeartbeat } from './run-heartbeat';
import { RunProgressReports } from './run-progress';
import { KEPT_REJECTED_ROWS, RunRepository, type OpenRun, type RunFailure } from './runs.repository';
import { SourceAccess } from './source-access';
import { RunEndedError } from './sources.errors';
import { SourceRepository } from './sources.repository';

/** What a run has come to so far. */
interface Reading {
  usage: HttpUsage;
  notModified: boolean;
  /** It ended because it had read enough for one run, not because there was no more. */
  cutShort: boolean;
}

/** Reads one source once. Page and cursor are stored together, so a run that stops anywhere is gone on with, not repeated. */
@Injectable()
export class SourceCrawler {
  /** What one run reads at most. The rest comes in the next one, which is due at once: other sources get their turn in between. */
  readonly slice = { pages: 500, milliseconds: 300_000 };
  private readonly logger = new Logger(SourceCrawler.name);

  constructor(
    private readonly sources: SourceRepository,
    private readonly runs: RunRepository,
    private readonly crawls: CrawlRepository,
    private readonly access: SourceAccess,
    private readonly reports: RunProgressReports,
  ) {}

  /** Works on an open run to its end. Never fails: what goes wrong is written to the run. */
  async crawl(run: OpenRun, signal: AbortSignal): Promise<void> {
    if (!(await this.crawls.isOpen(run))) return;
    const heartbeat = new RunHeartbeat(this.runs, run);
    const reading: Reading = { usage: { requests: 0, bytes: 0 }, notModified: false, cutShort: false };
    try {
      await this.read(run, reading, signal);
      await this.crawls.succeeded(run);
      if (reading.cutShort) await this.crawls.dueAgain(run, new Date());
      this.reports.ended(run.workspaceId, await this.runs.finish(run, reading));
    } catch (error) {
      await this.giveUp(run, reading, signal.aborted ? null : error);
    } finally {
      heartbeat.stop();
    }
  }

  private async read(run: OpenRun, reading: Reading, signal: AbortSignal): Promise<void> {
    const source = await this.sources.find(run.workspaceId, run.sourceId);
    const open = this.access.open(source, signal);
    const total = { rows: 0, imported: 0, duplicates: 0, rejected: 0 };
    const rejectedRows: RejectedRow[] = [];
    const end = Date.now() + this.slice.milliseconds;
    let pages = 0;
    try {
      for await (const { notModified, rows, rejected, comments, ...page } of readPages(open, source.cursor)) {
        reading.notModified = notModified;
        if (notModified) continue;
        rejectedRows.push(...rejected.slice(0, KEPT_REJECTED_ROWS - rejectedRows.length));
        const { deletedIds, filtered } = page;
        const batch = { rows, rejected: rejected.length, rejectedRows, comments: [{ sourceId: run.sourceId, comments }], deletedIds, filtered };
        const stored = await this.runs.store(run, { ...batch, cursor: page.cursor as object, follow: true, usage: open.context.http.usage });
        total.rows += rows;
        total.rejected += rejected.length;
        total.imported += stored.imported;
        total.duplicates += stored.duplicates;
        this.reports.moved(run.workspaceId, { runId: run.runId, sourceId: run.sourceId, status: 'running', ...total, share: null });
        reading.cutShort = ++pages >= this.slice.pages || Date.now() > end;
        if (reading.cutShort) break;
      }
    } finally {
      reading.usage = open.context.http.usage;
    }
  }

  /** @param error null when Moodline was stopped */
  private async giveUp(run: OpenRun, { usage }: Reading, error: unknown): Promise<void> {
    if (error instanceof RunEndedError) return;
    const failure = error === null ? { code: 'cut-off', message: 'Moodline was stopped during this run. It is caught up with.' } : failureOf(error);
    try {
      if (error !== null && !(error instanceof DomainError)) this.logger.error(`Run ${run.runId}: ${(error as Error).stack ?? String(error)}`);
      if (error === null) await this.crawls.dueAgain(run, new Date());
      else await this.crawls.failed(run, failure, error instanceof SourceError ? error.retryAt : null);
      this.reports.ended(run.workspaceId, await this.runs.finish(run, { failure, usage }));
    } catch (unwritten) {
      // The source was removed meanwhile, or the database is away; a run that stays open then ends as cut off.
      this.logger.warn(`The end of run ${run.runId} was not written: ${String(unwritten)}`);
    }
  }
}

function failureOf(error: unknown): RunFailure {
  if (error instanceof DomainError) return { code: error.code, message: error.message };
  return { code: 'internal', message: 'Something went wrong here. The log explains it; Moodline tries again at the next time.' };
}
