import type { IntakeResult } from '@moodline/comments/api';
import type { ImportResult, RejectedRow } from '@moodline/sources/contract';
import type { ImportBatch, ImportTarget } from './import-target';
import type { ReadingSummary, RowBatch } from './row-reading';

/** Counts an import while it goes. */
export class ImportTally {
  /** Rows of the batches that were taken. */
  rows = 0;
  imported = 0;
  duplicates = 0;
  rejectedCount = 0;
  readonly rejected: RejectedRow[] = [];

  /** A batch on its way to its target. */
  read(batch: RowBatch): ImportBatch {
    if (batch.again) this.forget();
    this.rejected.push(...batch.listed);
    return { ...batch, rejectedRows: this.rejected };
  }

  /** Counts a batch that was taken. */
  taken({ rows, rejected }: ImportBatch, { imported, duplicates }: IntakeResult): void {
    this.rows += rows;
    this.rejectedCount += rejected;
    this.imported += imported;
    this.duplicates += duplicates;
  }

  result(summary: ReadingSummary, target: ImportTarget): ImportResult {
    const { rows, imported, duplicates, rejectedCount, rejected } = this;
    return {
      ...{ rows, imported, duplicates, rejectedCount, rejected },
      runId: target.runIds[0] ?? null,
      runIds: [...target.runIds],
      sourceId: target.sourceId,
      dryRun: target.storesNothing,
      ...summary,
    };
  }

  private forget(): void {
    [this.rows, this.imported, this.duplicates, this.rejectedCount] = [0, 0, 0, 0];
    this.rejected.length = 0;
  }
}
