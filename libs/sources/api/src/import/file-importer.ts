import { Injectable, Logger } from '@nestjs/common';
import { CommentRepository } from '@moodline/comments/api';
import { DomainError } from '@moodline/shared/http';
import type { ImportQuery, ImportResult } from '@moodline/sources/contract';
import { RunProgressReports } from '../runs/run-progress';
import type { RunFailure } from '../runs/open-run';
import { RunRepository } from '../runs/runs.repository';
import { SourceRepository } from '../sources/sources.repository';
import { detectEncoding, TextDecoding } from './encoding';
import { detectFormat } from './file-format';
import { openFile, type FileReading } from './file-reading';
import { doubtsOf } from './import-doubts';
import { ImportRuns } from './import-runs';
import {
  DemoSourceError,
  ImportDoubtsError,
  ImportStoppedError,
  UnknownTimeZoneError,
  UploadCutOffError,
} from './import.errors';
import { DryRunTarget, StoringTarget, type ImportBatch, type ImportTarget } from './import-target';
import { ImportTally } from './import-tally';
import { MappingRepository } from './mapping.repository';
import type { StoredFile } from './stored-file';
import { TimeSlices } from './time-slices';
import { UploadSpool } from './upload-spool';

/** Rows of one transaction: few enough that storing them never holds up other requests. */
const BATCH = 1_000;

/** What an import asks of its caller. `onDoubt` may be left out: then it goes on. */
export type ImportWish = Omit<ImportQuery, 'onDoubt'> & Partial<Pick<ImportQuery, 'onDoubt'>>;

/**
 * Brings the comments of a file in, in constant memory and in slices, so that other requests are answered meanwhile. The whole file is
 * looked at before its first row is stored. What is stored stays when the rest fails, and importing again brings only the rest.
 */
@Injectable()
export class FileImporter {
  private readonly logger = new Logger(FileImporter.name);

  constructor(
    private readonly sources: SourceRepository,
    private readonly runs: RunRepository,
    private readonly comments: CommentRepository,
    private readonly reports: RunProgressReports,
    private readonly mappings: MappingRepository,
  ) {}

  /** Imports a file that arrives. @param signal aborted when whoever sent it went away */
  async import(
    workspaceId: number,
    query: ImportWish,
    bytes: AsyncIterable<Buffer>,
    signal?: AbortSignal,
  ): Promise<ImportResult> {
    const spool = await UploadSpool.receive(bytes, refuseEarly).catch((error: unknown) => {
      throw isCutOff(error) ? new UploadCutOffError() : error;
    });
    try {
      return await this.importStored(workspaceId, query, spool.file, signal);
    } finally {
      await spool.remove();
    }
  }

  /** Imports a file that lies on the disk. */
  async importStored(
    workspaceId: number,
    query: ImportWish,
    file: StoredFile,
    signal?: AbortSignal,
  ): Promise<ImportResult> {
    const timeZone = query.timeZone ?? (await this.comments.timeZone(workspaceId));
    if (!isTimeZone(timeZone)) throw new UnknownTimeZoneError(timeZone);
    const asOf = query.asOf ?? query.fileTime;
    const reading = await openFile(file, {
      mapping: query.mapping ?? {},
      savedFor: (columns) => this.mappings.of(workspaceId, columns),
      timeZone,
      now: new Date(),
      asOf: asOf === undefined ? null : new Date(asOf),
      asOfIsSure: query.asOf !== undefined,
      dayOrder: query.dayOrder,
      part: query.part,
    });
    try {
      return await this.bringAll(workspaceId, query, { reading, signal });
    } finally {
      await reading.close();
    }
  }

  private async bringAll(
    workspaceId: number,
    query: ImportWish,
    { reading, signal }: { reading: FileReading; signal?: AbortSignal },
  ): Promise<ImportResult> {
    const source = query.source ?? (query.name.replace(/\.[^.]*$/u, '').trim() || query.name).slice(0, 80);
    const existing = await this.sources.byName(workspaceId, source);
    if (existing?.kind === 'demo') throw new DemoSourceError(source);
    const import_ = { reading, tally: new ImportTally(), signal };
    if (query.dryRun)
      return this.bring(import_, new DryRunTarget(workspaceId, existing?.id ?? null, this.runs, this.sources));
    const doubts = query.onDoubt === 'stop' ? doubtsOf(reading) : [];
    if (doubts.length) throw new ImportDoubtsError(doubts);
    const { runs, sources, reports } = this;
    const importRuns = new ImportRuns({ runs, sources, reports }, { workspaceId, source, fileName: query.name });
    // Without a column of sources all goes to one: its run is there from the start.
    if (!reading.plan.column.has('source')) await importRuns.of(null);
    return this.bringAsRuns(importRuns, import_);
  }

  private async bring(
    { reading, tally, signal }: Going,
    target: ImportTarget,
    runs?: ImportRuns,
  ): Promise<ImportResult> {
    const slices = new TimeSlices();
    // While the database stores one batch, the next one is read, masked and hashed: never more than these two are in memory.
    let storing = Promise.resolve();
    try {
      for await (const records of reading.rows()) {
        for (const record of records) {
          tally.read(record, reading.plan);
          if (slices.due) await slices.pause();
          if (tally.waiting < BATCH) continue;
          if (signal?.aborted) throw new ImportStoppedError();
          const batch = tally.nextBatch();
          if (batch) await target.prepare(batch);
          await storing;
          storing = this.store(batch, { reading, tally }, { target, runs });
          // It is awaited a batch later; until then a failure may not count as unhandled.
          storing.catch(() => undefined);
        }
      }
    } finally {
      await storing;
    }
    const last = tally.nextBatch();
    if (last) await target.prepare(last);
    await this.store(last, { reading, tally }, { target, runs });
    return tally.result(reading, target);
  }

  private async store(
    batch: ImportBatch | null,
    { reading, tally }: Going,
    { target, runs }: { target: ImportTarget; runs?: ImportRuns },
  ): Promise<void> {
    if (!batch) return;
    tally.taken(batch, await target.take(batch));
    const run = runs?.first;
    if (!run) return;
    const { runId, sourceId, workspaceId } = run;
    const { takenRows: rows, imported, duplicates, rejectedCount: rejected } = tally;
    const share = Math.min(1, rows / Math.max(1, reading.survey.rows));
    this.reports.moved(workspaceId, {
      runId,
      sourceId,
      status: 'running',
      rows,
      imported,
      duplicates,
      rejected,
      share,
    });
  }

  /** The runs end, whatever happens in between. */
  private async bringAsRuns(runs: ImportRuns, going: Going): Promise<ImportResult> {
    try {
      const result = await this.bring(going, new StoringTarget(runs, this.runs), runs);
      await runs.finish();
      return result;
    } catch (error) {
      const { tally } = going;
      this.logger.warn(`Import ${runs.first?.runId} ended after ${tally.takenRows} rows: ${String(error)}`);
      await runs.finish(failureOf(error, tally));
      throw error;
    }
  }
}

/** An import that goes on. */
interface Going {
  readonly reading: FileReading;
  readonly tally: ImportTally;
  readonly signal?: AbortSignal;
}

/** Of a large file that is none of comments, the rest need not come. @throws BinaryFileError, NotATableError, FeedFileError, WebPageError */
function refuseEarly(head: Buffer): void {
  const packed = ['1f8b', '504b'].includes(head.subarray(0, 2).toString('hex'));
  if (packed) return;
  const sample = new TextDecoding(detectEncoding(head)).push(head);
  if (sample.trim()) detectFormat(sample, false, { clock: { timeZone: 'UTC', now: new Date() } });
}

function failureOf(error: unknown, { imported, takenRows }: ImportTally): RunFailure {
  const kept = `${imported} new comments of the first ${takenRows} rows were kept. Import the file again to bring the rest; nothing is doubled.`;
  if (error instanceof DomainError) return { code: error.code, message: `${error.message} ${kept}` };
  return { code: 'internal', message: `Something went wrong here. ${kept}` };
}

/** The client went away while its file was on the way. */
const isCutOff = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ECONNRESET';

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
