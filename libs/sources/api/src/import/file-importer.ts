import { Injectable, Logger } from '@nestjs/common';
import { CommentRepository } from '@moodline/comments/api';
import { DomainError } from '@moodline/shared/http';
import type { ImportQuery, ImportResult } from '@moodline/sources/contract';
import { RunProgressReports } from '../runs/run-progress';
import type { OpenRun, RunFailure } from '../runs/open-run';
import { RunRepository } from '../runs/runs.repository';
import { SourceLeavingError } from '../sources.errors';
import { SourceRepository } from '../sources/sources.repository';
import { ImportRuns } from './import-runs';
import {
  DemoSourceError,
  ImportDoubtsError,
  ImportStoppedError,
  UnknownTimeZoneError,
  UploadCutOffError,
} from './import.errors';
import { DryRunTarget, StoringTarget, type ImportTarget } from './import-target';
import { ImportTally } from './import-tally';
import { MappingRepository } from './mapping.repository';
import { RowReaders, type ReadingOrder, type RowReading } from './row-reading';
import type { StoredFile } from './stored-file';
import { UploadSpool } from './upload-spool';

/** What an import asks of its caller. `onDoubt` may be left out: then it goes on. */
export type ImportWish = Omit<ImportQuery, 'onDoubt'> & Partial<Pick<ImportQuery, 'onDoubt'>>;

/**
 * Brings the comments of a file in, in constant memory, while other requests are answered. The whole file is looked at before its
 * first row is stored. What is stored stays when the rest fails, and importing again brings only the rest.
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
    private readonly readers: RowReaders,
  ) {}

  /** Imports a file that arrives. @param signal aborted when whoever sent it went away */
  async import(
    workspaceId: number,
    query: ImportWish,
    bytes: AsyncIterable<Buffer>,
    signal?: AbortSignal,
  ): Promise<ImportResult> {
    const spool = await UploadSpool.receive(bytes, (head) => this.readers.lookAt(head)).catch((error: unknown) => {
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
    const reading = await this.readers.open(file, {
      options: optionsOf(query, timeZone),
      saved: await this.mappings.bySignature(workspaceId),
      purpose: query.dryRun ? 'check' : 'store',
      key: this.runs.hashKey,
    });
    try {
      return await this.bringAll(workspaceId, query, { reading, tally: new ImportTally(), signal });
    } finally {
      await reading.close();
    }
  }

  private async bringAll(workspaceId: number, query: ImportWish, going: Going): Promise<ImportResult> {
    const source = query.source ?? (query.name.replace(/\.[^.]*$/u, '').trim() || query.name).slice(0, 80);
    const existing = await this.sources.byName(workspaceId, source);
    if (existing?.kind === 'demo') throw new DemoSourceError(source);
    if (existing?.removeAt) throw new SourceLeavingError(source);
    const { runs, sources, reports } = this;
    if (query.dryRun) return this.bring(going, new DryRunTarget(workspaceId, existing?.id ?? null, runs, sources));
    const { doubts, hasSources } = going.reading;
    if (query.onDoubt === 'stop' && doubts.length) throw new ImportDoubtsError(doubts);
    const importRuns = new ImportRuns({ runs, sources, reports }, { workspaceId, source, fileName: query.name });
    // Without a column of sources all goes to one: its run is there from the start.
    if (!hasSources) await importRuns.of(null);
    return this.bringAsRuns(importRuns, going);
  }

  /** While the database stores one batch, the next one is read, masked and hashed: never more than these two are in memory. */
  private async bring(going: Going, target: ImportTarget, runs?: ImportRuns): Promise<ImportResult> {
    const { reading, tally, signal } = going;
    let next = ahead(reading.next());
    for (let batch = await next; batch; batch = await next) {
      if (signal?.aborted) throw new ImportStoppedError();
      next = ahead(reading.next());
      const taken = tally.read(batch);
      tally.taken(taken, await target.take(taken));
      if (runs?.first) this.tell(runs.first, going);
    }
    return tally.result(await reading.summary(), target);
  }

  private tell({ runId, sourceId, workspaceId }: OpenRun, { reading, tally }: Going): void {
    const { rows, imported, duplicates, rejectedCount: rejected } = tally;
    const share = Math.min(1, rows / Math.max(1, reading.rows));
    const counts = { rows, imported, duplicates, rejected, share };
    this.reports.moved(workspaceId, { runId, sourceId, status: 'running', ...counts });
  }

  /** The runs end, whatever happens in between. */
  private async bringAsRuns(runs: ImportRuns, going: Going): Promise<ImportResult> {
    try {
      const result = await this.bring(going, new StoringTarget(runs, this.runs), runs);
      await runs.finish();
      return result;
    } catch (error) {
      const { tally } = going;
      this.logger.warn(`Import ${runs.first?.runId} ended after ${tally.rows} rows: ${String(error)}`);
      await runs.finish(failureOf(error, tally));
      throw error;
    }
  }
}

/** An import that goes on. */
interface Going {
  readonly reading: RowReading;
  readonly tally: ImportTally;
  readonly signal?: AbortSignal;
}

/** It is awaited later; until then a failure may not count as unhandled. */
function ahead<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

function optionsOf(query: ImportWish, timeZone: string): ReadingOrder['options'] {
  const asOf = query.asOf ?? query.fileTime;
  return {
    mapping: query.mapping ?? {},
    timeZone,
    now: new Date(),
    asOf: asOf === undefined ? null : new Date(asOf),
    asOfIsSure: query.asOf !== undefined,
    dayOrder: query.dayOrder,
    part: query.part,
  };
}

function failureOf(error: unknown, { imported, rows }: ImportTally): RunFailure {
  const kept = `${imported} new comments of the first ${rows} rows were kept. Import the file again to bring the rest; nothing is doubled.`;
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
