import type { IntakeResult } from '@moodline/comments/api';
import type { RejectedRow } from '@moodline/sources/contract';
import type { RunRepository } from '../runs/runs.repository';
import type { SourceRepository } from '../sources/sources.repository';
import type { ImportRuns } from './import-runs';
import type { RowBatch } from './row-reading';

/** Some comments with what was rejected among them. */
export interface ImportBatch extends RowBatch {
  /** The first rejected rows of the whole file so far. */
  readonly rejectedRows: readonly RejectedRow[];
}

/** Where the comments of an import go. */
export interface ImportTarget {
  /** The source most comments go to; null when it would be made. */
  readonly sourceId: number | null;
  readonly runIds: readonly number[];
  readonly storesNothing: boolean;
  take(batch: ImportBatch): Promise<IntakeResult>;
}

/** Stores comments, each in the source its row names or else in the source of the import, in a run of that source. */
export class StoringTarget implements ImportTarget {
  readonly storesNothing = false;

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

  async take({ ready, rejected, rejectedRows }: ImportBatch): Promise<IntakeResult> {
    const total = { imported: 0, duplicates: 0, updated: 0, filtered: 0, undated: 0 };
    let refused = { rejected: rejected + this.importRuns.takeWaiting(), rejectedRows };
    for (const [name, rows] of Map.groupBy(ready, ({ source }) => source)) {
      const run = await this.importRuns.of(name);
      const comments = [{ sourceId: run.sourceId, comments: this.runs.prepared(rows) }];
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

/** Counts what an import would do and writes nothing. */
export class DryRunTarget implements ImportTarget {
  readonly runIds = [];
  readonly storesNothing = true;

  constructor(
    private readonly workspaceId: number,
    /** The source the comments would go to; null when it would be made. */
    readonly sourceId: number | null,
    private readonly runs: RunRepository,
    private readonly sources: SourceRepository,
  ) {}

  async take({ comments, fresh }: ImportBatch): Promise<IntakeResult> {
    let imported = 0;
    for (const { source, ids } of fresh) {
      const sourceId =
        source === null ? this.sourceId : ((await this.sources.byName(this.workspaceId, source))?.id ?? null);
      const stored = sourceId === null ? 0 : await this.runs.stored(this.workspaceId, sourceId, ids);
      imported += ids.length - stored;
    }
    return { imported, duplicates: comments - imported, updated: 0, filtered: 0, undated: 0 };
  }
}
