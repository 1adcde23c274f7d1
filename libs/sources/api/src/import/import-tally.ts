import { detectLanguage, maskPersonalData, type IntakeResult } from '@moodline/comments/api';
import type { ImportResult, RejectedRow } from '@moodline/sources/contract';
import { readCommentRow, type CommentRow, type GoodRow, type RowPlan } from '../incoming/comment-row';
import type { FileRecord } from './file-record';
import type { FileReading } from './file-reading';
import { headerSignature } from './header-signature';
import { doubtsOf, rejectionDoubt } from './import-doubts';
import { offersOf } from './import-offers';
import { DryRunTarget, type ImportBatch, type ImportTarget } from './import-target';

/** Rejected rows that are listed one by one; all are counted. */
const LISTED = 10_000;
const PREVIEW_ROWS = 20;
const PREVIEW_LENGTH = 1_000;

/** Counts an import while it goes, and gathers its rows into batches. */
export class ImportTally {
  /** Rows read so far. */
  rows = 0;
  /** Rows of the batches that were taken. */
  takenRows = 0;
  imported = 0;
  duplicates = 0;
  rejectedCount = 0;
  readonly rejected: RejectedRow[] = [];
  private readonly preview: ImportResult['preview'] = [];
  private pending: GoodRow[] = [];
  private rowsBefore = 0;
  private rejectedBefore = 0;

  /** Rows that wait for the next batch. */
  get waiting(): number {
    return this.pending.length;
  }

  read(record: FileRecord, plan: RowPlan): void {
    this.rows++;
    const row = readCommentRow(record, plan);
    if (isGood(row)) this.keep(row);
    else this.reject(row.line, row.problem);
  }

  /** What was gathered since the last batch; null when nothing was. */
  nextBatch(): ImportBatch | null {
    const batch = {
      rows: this.rows - this.rowsBefore,
      good: this.pending,
      rejected: this.rejectedCount - this.rejectedBefore,
      rejectedRows: this.rejected,
    };
    this.pending = [];
    this.rowsBefore = this.rows;
    this.rejectedBefore = this.rejectedCount;
    return batch.rows ? batch : null;
  }

  /** Counts a batch that was taken. */
  taken({ rows }: ImportBatch, { imported, duplicates }: IntakeResult): void {
    this.takenRows += rows;
    this.imported += imported;
    this.duplicates += duplicates;
  }

  result(reading: FileReading, target: ImportTarget): ImportResult {
    const { rows, imported, duplicates, rejectedCount, rejected, preview } = this;
    const many = rejectionDoubt(rows, rejectedCount);
    return {
      ...{ rows, imported, duplicates, rejectedCount, rejected, preview },
      runId: target.runIds[0] ?? null,
      runIds: [...target.runIds],
      sourceId: target.sourceId,
      dryRun: target instanceof DryRunTarget,
      encoding: reading.encoding(),
      format: reading.format.format,
      delimiter: reading.format.delimiter,
      columns: [...reading.columns],
      signature: headerSignature(reading.columns),
      saved: reading.saved,
      template: reading.template,
      recognised: [...reading.recognised],
      doubts: [...doubtsOf(reading), ...(many ? [many] : [])],
      offers: offersOf(reading),
      parts: [...reading.format.parts],
      timeZone: reading.options.timeZone,
    };
  }

  private keep(row: GoodRow): void {
    this.pending.push(row);
    if (this.preview.length >= PREVIEW_ROWS) return;
    const { externalId, text, publishedAt, engagement = 0, stars = null, recommended = null, language } = row.comment;
    this.preview.push({
      line: row.line,
      // What is stored is masked, so that is what is shown.
      text: maskPersonalData(text.slice(0, PREVIEW_LENGTH)),
      publishedAt: publishedAt.toISOString(),
      engagement,
      stars,
      recommended,
      externalId: externalId.startsWith('#') ? null : externalId,
      language: language ?? detectLanguage(text),
    });
  }

  private reject(line: number, { code, reason }: { code: RejectedRow['code']; reason: string }): void {
    this.rejectedCount++;
    if (this.rejected.length < LISTED) this.rejected.push({ line, reason, code });
  }
}

const isGood = (row: CommentRow): row is GoodRow => 'comment' in row;
