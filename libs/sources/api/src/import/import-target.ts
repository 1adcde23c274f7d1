import { createHash } from 'node:crypto';
import type { IntakeResult } from '@moodline/comments/api';
import type { RejectedRow } from '@moodline/sources/contract';
import type { GoodRow } from '../incoming/comment-row';
import type { RunRepository } from '../runs/runs.repository';
import type { SourceRepository } from '../sources/sources.repository';
import type { ImportRuns } from './import-runs';
import { TimeSlices } from './time-slices';

/** Some comments with what was rejected among them. */
export interface ImportBatch {
  readonly rows: number;
  readonly good: readonly GoodRow[];
  readonly rejected: number;
  readonly rejectedRows: readonly RejectedRow[];
}

/** Where the comments of an import go. */
export interface ImportTarget {
  /** The source most comments go to; null when it would be made. */
  readonly sourceId: number | null;
  readonly runIds: readonly number[];
  /** Called before {@link take}, perhaps while the batch before is still being taken. */
  prepare(batch: ImportBatch): Promise<void>;
  take(batch: ImportBatch): Promise<IntakeResult>;
}

/** Comments that are masked and hashed in one go. */
const PREPARED = 20;

/** Stores comments, each in the source its row names or else in the source of the import, in a run of that source. */
export class StoringTarget implements ImportTarget {
  constructor(
    private readonly importRuns: ImportRuns,
    private readonly runs: RunRepository,
  ) {}

  get sourceId(): number | null {
    return this.importRuns.first?.sourceId ?? null;
  }

  get runIds(): readonly number[] {
    return this.importRuns.all.map(({ runId }) => runId);
  }

  async prepare({ good }: ImportBatch): Promise<void> {
    const slices = new TimeSlices();
    for (let start = 0; start < good.length; start += PREPARED) {
      this.runs.prepare(good.slice(start, start + PREPARED).map(({ comment }) => comment));
      await slices.pause();
    }
  }

  async take({ good, rejected, rejectedRows }: ImportBatch): Promise<IntakeResult> {
    const total = { imported: 0, duplicates: 0, updated: 0, filtered: 0, undated: 0 };
    let refused = { rejected: rejected + this.importRuns.takeWaiting(), rejectedRows };
    for (const [name, rows] of Map.groupBy(good, ({ source }) => source)) {
      const run = await this.importRuns.of(name);
      const comments = [{ sourceId: run.sourceId, comments: rows.map(({ comment }) => comment) }];
      const result = await this.runs.store(run, { rows: rows.length + refused.rejected, ...refused, comments });
      // What was refused is counted once, in the first run.
      refused = { rejected: 0, rejectedRows: run === this.importRuns.first ? rejectedRows : [] };
      for (const key of ['imported', 'duplicates', 'updated', 'filtered', 'undated'] as const)
        total[key] += result[key];
    }
    if (refused.rejected) await this.countRefused(refused);
    return { ...total };
  }

  private async countRefused(refused: { rejected: number; rejectedRows: readonly RejectedRow[] }): Promise<void> {
    const { first } = this.importRuns;
    if (first) await this.runs.store(first, { rows: refused.rejected, ...refused, comments: [] });
    else this.importRuns.keepWaiting(refused.rejected);
  }
}

/**
 * Counts what an import would do and writes nothing. Of the rows seen it keeps 6 bytes of a hash each, which is all that
 * grows with the file; that two ids share it is as good as impossible below some million rows.
 */
export class DryRunTarget implements ImportTarget {
  readonly runIds = [];
  private readonly seen = new Set<number>();

  constructor(
    private readonly workspaceId: number,
    /** The source the comments would go to; null when it would be made. */
    readonly sourceId: number | null,
    private readonly runs: RunRepository,
    private readonly sources: SourceRepository,
  ) {}

  prepare(): Promise<void> {
    // Nothing is stored, so nothing is to be made ready.
    return Promise.resolve();
  }

  async take({ good }: ImportBatch): Promise<IntakeResult> {
    let imported = 0;
    for (const [name, rows] of Map.groupBy(good, ({ source }) => source)) {
      const ids = rows.map(({ comment }) => comment.externalId);
      const sourceId =
        name === null ? this.sourceId : ((await this.sources.byName(this.workspaceId, name))?.id ?? null);
      const stored = sourceId === null ? new Set<string>() : await this.runs.stored(this.workspaceId, sourceId, ids);
      imported += ids.filter((id) => this.isFirst(`${name ?? ''}\n${id}`) && !stored.has(id)).length;
    }
    return { imported, duplicates: good.length - imported, updated: 0, filtered: 0, undated: 0 };
  }

  private isFirst(id: string): boolean {
    const key = createHash('sha1').update(id).digest().readUIntBE(0, 6);
    if (this.seen.has(key)) return false;
    this.seen.add(key);
    return true;
  }
}
