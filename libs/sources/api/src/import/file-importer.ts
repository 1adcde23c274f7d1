import { Injectable, Logger } from '@nestjs/common';
import { CommentRepository } from '@moodline/comments/api';
import { DomainError } from '@moodline/shared/http';
import type { ImportQuery, ImportResult } from '@moodline/sources/contract';
import { RunProgressReports } from '../runs/run-progress';
import type { OpenRun, RunFailure } from '../runs/open-run';
import { holdRun } from '../runs/run-lease';
import { RunRepository } from '../runs/runs.repository';
import { SourceRepository } from '../sources/sources.repository';
import { openFile, type FileReading } from './file-reading';
import { DemoSourceError, UnknownTimeZoneError, UploadCutOffError } from './import.errors';
import { DryRunTarget, StoringTarget, type ImportBatch, type ImportTarget } from './import-target';
import { ImportTally } from './import-tally';
import { MappingRepository } from './mapping.repository';

/** Rows of one transaction. */
const BATCH = 5_000;

/** A file that arrives: its bytes, and how many there will be when that is known. */
export interface Upload {
  readonly bytes: AsyncIterable<Buffer>;
  readonly size: number | null;
}

/**
 * Brings the comments of a file in, in constant memory: the next bytes are asked for when the last batch is stored.
 * What is stored stays when the rest does not arrive, and importing again brings only the rest.
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

  async import(workspaceId: number, query: ImportQuery, upload: Upload): Promise<ImportResult> {
    const timeZone = query.timeZone ?? (await this.comments.timeZone(workspaceId));
    if (!isTimeZone(timeZone)) throw new UnknownTimeZoneError(timeZone);
    const meter = new ByteMeter(upload);
    const savedFor = (columns: readonly string[]) => this.mappings.of(workspaceId, columns);
    const reading = await openFile(meter.bytes(), {
      mapping: query.mapping ?? {},
      savedFor,
      timeZone,
      now: new Date(),
    }).catch((error: unknown) => {
      throw isCutOff(error) ? new UploadCutOffError() : error;
    });
    const target = await this.target(workspaceId, query);
    const tally = new ImportTally();
    if (!target.run) return this.bring(reading, target, { tally, meter });
    return this.bringAsRun(target.run, tally, () => this.bring(reading, target, { tally, meter }));
  }

  private async bring(
    reading: FileReading,
    target: ImportTarget,
    { tally, meter }: { tally: ImportTally; meter: ByteMeter },
  ): Promise<ImportResult> {
    // While the database stores one batch, the next one is read, masked and hashed: never more than these two are in memory.
    let storing = Promise.resolve();
    try {
      for await (const records of reading.rows()) {
        for (const record of records) {
          tally.read(record, reading.plan);
          if (tally.waiting < BATCH) continue;
          const batch = nextBatch(tally, target);
          await storing;
          storing = this.store(batch, tally, { target, share: meter.share });
          // It is awaited a batch later; until then a failure may not count as unhandled.
          storing.catch(() => undefined);
        }
      }
    } finally {
      await storing;
    }
    await this.store(nextBatch(tally, target), tally, { target, share: 1 });
    return tally.result(reading, target);
  }

  private async store(
    batch: ImportBatch | null,
    tally: ImportTally,
    { target, share }: { target: ImportTarget; share: number | null },
  ): Promise<void> {
    if (!batch) return;
    tally.taken(batch, await target.take(batch));
    if (!target.run) return;
    const { runId, sourceId, workspaceId } = target.run;
    const { takenRows: rows, imported, duplicates, rejectedCount: rejected } = tally;
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

  /** The run ends, whatever happens in between. */
  private async bringAsRun(run: OpenRun, tally: ImportTally, work: () => Promise<ImportResult>): Promise<ImportResult> {
    try {
      const result = await holdRun(this.runs, run, work);
      this.reports.ended(run.workspaceId, await this.runs.finish(run));
      return result;
    } catch (error) {
      this.logger.warn(`Import ${run.runId} failed after ${tally.takenRows} rows: ${String(error)}`);
      this.reports.ended(run.workspaceId, await this.runs.finish(run, { failure: failureOf(error, tally) }));
      throw isCutOff(error) ? new UploadCutOffError() : error;
    }
  }

  private async target(workspaceId: number, query: ImportQuery): Promise<ImportTarget> {
    const name = query.source ?? (query.name.replace(/\.[^.]*$/u, '').trim() || query.name).slice(0, 80);
    const existing = await this.sources.byName(workspaceId, name);
    if (existing?.kind === 'demo') throw new DemoSourceError(name);
    if (query.dryRun) return new DryRunTarget(workspaceId, existing?.id ?? null, this.runs, this.sources);
    const { id: sourceId } = existing ?? (await this.sources.ensureFileSource(workspaceId, name));
    return new StoringTarget(
      await this.runs.open(workspaceId, { sourceId, trigger: 'import', fileName: query.name }),
      this.runs,
      this.sources,
    );
  }
}

function nextBatch(tally: ImportTally, target: ImportTarget): ImportBatch | null {
  const batch = tally.nextBatch();
  if (batch) target.prepare(batch);
  return batch;
}

/** Says how much of a file has arrived. */
class ByteMeter {
  private read = 0;

  constructor(private readonly upload: Upload) {}

  get share(): number | null {
    return this.upload.size ? Math.min(1, this.read / this.upload.size) : null;
  }

  async *bytes(): AsyncGenerator<Buffer> {
    for await (const chunk of this.upload.bytes) {
      this.read += chunk.length;
      yield chunk;
    }
  }
}

function failureOf(error: unknown, { imported, takenRows }: ImportTally): RunFailure {
  const kept = `${imported} new comments of the first ${takenRows} rows were kept. Import the file again to bring the rest; nothing is doubled.`;
  if (error instanceof DomainError) return { code: error.code, message: `${error.message} ${kept}` };
  if (isCutOff(error))
    return { code: 'upload-cut-off', message: `The upload stopped before the file was through. ${kept}` };
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
