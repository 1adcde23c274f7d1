import { Injectable, Logger } from '@nestjs/common';
import { DomainError } from '@moodline/shared/http';
import { FeedConnector } from './connectors/feed/feed.connector';
import { SourceError } from './connectors/source.errors';
import { CrawlRepository } from './crawl.repository';
import { RunHeartbeat } from './run-heartbeat';
import { RunProgressReports } from './run-progress';
import { RunRepository, type OpenRun, type RunFailure } from './runs.repository';
import { RunEndedError } from './sources.errors';
import { SourceRepository } from './sources.repository';

/** Reads one source once. Page and cursor are stored together, so a run that stops anywhere is gone on with, not repeated. */
@Injectable()
export class SourceCrawler {
  private readonly logger = new Logger(SourceCrawler.name);

  constructor(
    private readonly sources: SourceRepository,
    private readonly runs: RunRepository,
    private readonly crawls: CrawlRepository,
    private readonly feeds: FeedConnector,
    private readonly reports: RunProgressReports,
  ) {}

  /** Works on an open run to its end. Never fails: what goes wrong is written to the run. */
  async crawl(run: OpenRun, signal: AbortSignal): Promise<void> {
    if (!(await this.crawls.isOpen(run))) return;
    const heartbeat = new RunHeartbeat(this.runs, run);
    try {
      const notModified = await this.read(run, signal);
      await this.crawls.succeeded(run);
      this.reports.ended(run.workspaceId, await this.runs.finish(run, { notModified }));
    } catch (error) {
      await this.giveUp(run, error, signal);
    } finally {
      heartbeat.stop();
    }
  }

  /** @returns true when the source had nothing new to say */
  private async read(run: OpenRun, signal: AbortSignal): Promise<boolean> {
    const source = await this.sources.find(run.workspaceId, run.sourceId);
    const config = this.feeds.config.parse({ url: source.url });
    let notModified = false;
    for await (const page of this.feeds.fetchSince(config, this.feeds.cursor.parse(source.cursor), signal)) {
      notModified = page.notModified;
      if (notModified) continue;
      const { rows, rejected, comments, cursor } = page;
      await this.runs.store(run, { rows, rejected: rejected.length, rejectedRows: rejected, comments: [{ sourceId: run.sourceId, comments }], cursor });
    }
    return notModified;
  }

  private async giveUp(run: OpenRun, error: unknown, signal: AbortSignal): Promise<void> {
    if (error instanceof RunEndedError) return;
    const stopped = signal.aborted;
    const failure = stopped ? { code: 'cut-off', message: 'Moodline was stopped during this run. It is caught up with.' } : failureOf(error);
    try {
      if (!(error instanceof DomainError) && !stopped) this.logger.error(`Run ${run.runId}: ${(error as Error).stack ?? String(error)}`);
      if (stopped) await this.crawls.dueAgain(run, new Date());
      else await this.crawls.failed(run, failure, error instanceof SourceError ? error.retryAt : null);
      this.reports.ended(run.workspaceId, await this.runs.finish(run, { failure }));
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
