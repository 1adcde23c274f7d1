import type { AdmittedPage } from '../connectors/admission';
import type { CrawlRepository } from './crawl.repository';
import type { OpenRun, RunBatch, RunFailure } from './open-run';
import type { StoredSource } from '../sources/sources.repository';

/** What one run reads at most. The rest comes in the next one: other sources get their turn in between. */
export interface RunSlice {
  pages: number;
  milliseconds: number;
}

/** From where to where a run reads, and what its end means. There is one for reading what is new and one for backfills. */
export interface RunStrategy {
  /** Where it begins. */
  begin(
    source: StoredSource,
  ): Promise<{ readonly cursor: unknown; readonly since: Date | null; readonly slice: RunSlice }>;
  /** What is stored with a page beside its comments: how far the reading has come, by which settings. */
  step(page: AdmittedPage<unknown>): Pick<RunBatch, 'advance' | 'settingsGeneration'>;
  /** How far the whole is; null where nobody knows. */
  share(): number | null;
  /** The site handed over what was asked for. @param whole false when there is more, because the slice was full */
  succeeded(whole: boolean): Promise<void>;
  failed(failure: RunFailure, retryAt: Date | null): Promise<void>;
  /** Moodline was stopped in between, which is nobody's failure. */
  interrupted(): Promise<void>;
}

/** Reads what is new since the last run. */
export class NewCommentsStrategy implements RunStrategy {
  private settingsGeneration = 0;

  constructor(
    private readonly crawls: CrawlRepository,
    private readonly run: OpenRun,
    private readonly slice: RunSlice,
  ) {}

  async begin({ cursor, since, settingsGeneration }: StoredSource): ReturnType<RunStrategy['begin']> {
    this.settingsGeneration = settingsGeneration;
    return { cursor, since, slice: this.slice };
  }

  step({ cursor }: AdmittedPage<unknown>): ReturnType<RunStrategy['step']> {
    const { crawls, run, settingsGeneration } = this;
    return { settingsGeneration, advance: (transaction) => crawls.advance(transaction, run, cursor as object) };
  }

  share(): null {
    return null;
  }

  async succeeded(whole: boolean): Promise<void> {
    await this.crawls.succeeded(this.run);
    if (!whole) await this.crawls.dueAgain(this.run, new Date());
  }

  failed(failure: RunFailure, retryAt: Date | null): Promise<void> {
    return this.crawls.failed(this.run, failure, retryAt);
  }

  interrupted(): Promise<void> {
    return this.crawls.dueAgain(this.run, new Date());
  }
}
