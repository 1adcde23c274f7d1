import { readShare } from './backfill-view';
import type { BackfillPlace, BackfillRepository } from './backfill.repository';
import type { AdmittedPage } from '../connectors/admission';
import type { RunStrategy, RunSlice } from '../runs/run-strategy';
import type { StoredSource } from '../sources/sources.repository';
import type { OpenRun, RunFailure } from '../runs/open-run';

/** Reads a slice of what was written before the source was added. */
export class BackfillStrategy implements RunStrategy {
  private place: BackfillPlace | null = null;
  private settingsGeneration = 0;

  constructor(
    private readonly backfills: BackfillRepository,
    private readonly run: OpenRun,
    private readonly slice: RunSlice,
  ) {}

  async begin({ settingsGeneration }: StoredSource): ReturnType<RunStrategy['begin']> {
    this.settingsGeneration = settingsGeneration;
    this.place = await this.backfills.place(this.run);
    const { cursor, since } = this.place;
    return { cursor, since, slice: this.slice };
  }

  step({ cursor, comments }: AdmittedPage<unknown>): ReturnType<RunStrategy['step']> {
    if (!this.place) throw new Error('A slice has to begin before it goes on.');
    const { oldest, newest } = this.place;
    const times = [oldest, newest, ...comments.map(({ publishedAt }) => publishedAt)].flatMap(
      (time) => time?.getTime() ?? [],
    );
    this.place = {
      ...this.place,
      cursor,
      oldest: times.length ? new Date(Math.min(...times)) : null,
      newest: times.length ? new Date(Math.max(...times)) : null,
    };
    const { backfills, run, settingsGeneration } = this;
    const step = { cursor: cursor as object, oldest: this.place.oldest, newest: this.place.newest };
    return {
      settingsGeneration,
      advance: (transaction, result) => backfills.advance(transaction, run, { ...result, ...step }),
    };
  }

  share(): number | null {
    return this.place && readShare(this.place);
  }

  succeeded(whole: boolean): Promise<void> {
    return this.backfills.succeeded(this.run, { whole });
  }

  failed(failure: RunFailure, retryAt: Date | null): Promise<void> {
    return this.backfills.failed(this.run, failure, retryAt);
  }

  /** Nothing is to be done: the next slice goes on from the last stored page. */
  async interrupted(): Promise<void> {
    return Promise.resolve();
  }
}
