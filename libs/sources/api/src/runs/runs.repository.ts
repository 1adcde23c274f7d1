import type { KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CommentIntake, type CommentRow, type IncomingComment } from '@moodline/comments/api';
import type { PageQuery } from '@moodline/shared/contract';
import { Database, type Transaction } from '@moodline/shared/db';
import { InvalidInputError, NotFoundError } from '@moodline/shared/http';
import type { Run, RunPage } from '@moodline/sources/contract';
import { retryOnConflict } from '@moodline/shared/work';
import type { HttpUsage } from '../connectors/http/source-http';
import { withoutValues } from '../incoming/reject-reason';
import {
  KEPT_REJECTED_ROWS,
  OPEN_STATES,
  type OpenRun,
  type RunBatch,
  type RunFailure,
  type StoredBatch,
} from './open-run';
import { RUN_LEASE } from './run-lease';
import { runView } from './run-view';
import { lockSources } from './source-lock.query';
import { storedComments } from './stored-comments.query';
import { RunEndedError, SettingsChangedError } from '../sources.errors';

/** From so many new comments on, and when they are this share of all, the statistics of the database are out of date. */
const MANY_COMMENTS = 1000;
const LARGE_SHARE = 0.1;

/** Runs, and the one transaction by which they bring comments. */
@Injectable()
export class RunRepository {
  constructor(
    private readonly database: Database,
    private readonly intake: CommentIntake,
  ) {}

  /** Opens the run of an import. */
  async open(
    workspaceId: number,
    run: { sourceId: number; trigger: Run['trigger']; fileName?: string },
  ): Promise<OpenRun> {
    const { id } = await this.database.crawlRun.create({
      data: { workspaceId, status: 'running', leaseUntil: leaseUntil(), ...run },
    });
    return { workspaceId, runId: id, sourceId: run.sourceId };
  }

  async find(workspaceId: number, id: number): Promise<Run> {
    const row = await this.database.crawlRun.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
    if (!row) throw new NotFoundError('run', id);
    return runView(row);
  }

  /** Runs of a source, newest first. The cursor is the id of the last run of the page before. */
  async page(workspaceId: number, sourceId: number, { cursor, limit }: PageQuery): Promise<RunPage> {
    const before = cursor === undefined ? undefined : Number(cursor);
    if (before !== undefined && !Number.isSafeInteger(before))
      throw new InvalidInputError([
        { code: 'custom', path: ['cursor'], message: 'This is not the cursor of a page.', input: cursor },
      ]);
    const rows = await this.database.crawlRun.findMany({
      where: { workspaceId, sourceId, id: { lt: before } },
      orderBy: { id: 'desc' },
      take: limit + 1,
    });
    const items = rows.slice(0, limit).map(runView);
    return { items, nextCursor: rows.length > limit ? String(items.at(-1)?.id) : null };
  }

  /** With which authors and made ids are hashed. */
  get hashKey(): KeyObject {
    return this.intake.hashKey;
  }

  /** Comments whose masked and hashed form is there already: it is not made again when they are stored. */
  prepared(ready: readonly { readonly comment: IncomingComment; readonly row: CommentRow }[]): IncomingComment[] {
    return this.intake.prepared(ready);
  }

  /**
   * Stores a batch, the run's counts and where reading goes on together; again when it met another transaction.
   * @throws RunEndedError when the run is not going on any more or a source is gone
   * @throws SettingsChangedError when the batch was read by settings that are not in force any more
   */
  store(run: OpenRun, batch: RunBatch): Promise<StoredBatch> {
    return retryOnConflict(() => this.database.$transaction((transaction) => this.bring(transaction, run, batch)));
  }

  /** Says that the run is alive. @returns false when it is over */
  async beat({ workspaceId, runId }: OpenRun): Promise<boolean> {
    const { count } = await this.database.crawlRun.updateMany({
      where: { workspaceId, id: runId, status: 'running' },
      data: { leaseUntil: leaseUntil() },
    });
    return count > 0;
  }

  /** Ends a run. One that was ended already stays as it is. */
  async finish(
    run: OpenRun,
    end: { notModified?: boolean; failure?: RunFailure; usage?: HttpUsage } = {},
  ): Promise<Run> {
    const { workspaceId, runId } = run;
    const data = {
      status: end.failure ? 'failed' : 'done',
      finishedAt: new Date(),
      notModified: end.notModified ?? false,
      errorCode: end.failure?.code,
      errorMessage: end.failure?.message,
      ...end.usage,
    };
    await this.database.crawlRun.updateMany({
      where: { workspaceId, id: runId, status: { in: OPEN_STATES } },
      data: { ...data, leaseUntil: null },
    });
    const finished = await this.find(workspaceId, runId);
    // The planner learns of a large import at once, not when the database gets round to it: pages stay quick meanwhile.
    if (finished.imported >= MANY_COMMENTS) await this.refreshStatistics(finished.imported);
    return finished;
  }

  /** Reading a sample of a large table takes seconds: only when the import is large beside what was there. */
  private async refreshStatistics(imported: number): Promise<void> {
    const [table] = await this.database.$queryRaw<{ rows: number }[]>`
      SELECT reltuples::float8 AS rows FROM pg_class WHERE oid = 'comment'::regclass`;
    if (imported < LARGE_SHARE * (table?.rows ?? 0)) return;
    await this.database.$executeRaw`ANALYZE comment, label_task`;
  }

  /** How many of these ids, as they are kept, are stored already: what a dry run counts as duplicates. */
  stored(workspaceId: number, sourceId: number, keptIds: readonly string[]): Promise<number> {
    return storedComments(this.database, workspaceId, { sourceId, keptIds });
  }

  private async bring(transaction: Transaction, run: OpenRun, batch: RunBatch): Promise<StoredBatch> {
    const { workspaceId, sourceId, runId } = run;
    const { follow, deletedIds = [], filtered = 0, settingsGeneration, advance } = batch;
    await this.intake.hold(transaction, workspaceId);
    const ids = [sourceId, ...batch.comments.map((part) => part.sourceId)];
    const generations = await lockSources(transaction, workspaceId, ids);
    if (settingsGeneration !== undefined && generations.get(sourceId) !== settingsGeneration)
      throw new SettingsChangedError();
    const total = { imported: 0, duplicates: 0, updated: 0, filtered, removed: 0, undated: 0 };
    for (const part of batch.comments) {
      const result = await this.intake.store(transaction, { workspaceId, runId, follow, ...part });
      for (const key of ['imported', 'duplicates', 'updated', 'filtered', 'undated'] as const)
        total[key] += result[key];
    }
    total.removed = await this.intake.removeExternal(transaction, { workspaceId, sourceId }, deletedIds);
    await this.count(transaction, run, { ...batch, ...total });
    await advance?.(transaction, { ...total, rows: batch.rows });
    return total;
  }

  private async count(
    transaction: Transaction,
    { workspaceId, runId }: OpenRun,
    batch: RunBatch & StoredBatch,
  ): Promise<void> {
    const { count } = await transaction.crawlRun.updateMany({
      where: { workspaceId, id: runId, status: 'running' },
      data: {
        rows: { increment: batch.rows },
        imported: { increment: batch.imported },
        duplicates: { increment: batch.duplicates },
        updated: { increment: batch.updated },
        removed: { increment: batch.removed },
        filtered: { increment: batch.filtered },
        rejected: { increment: batch.rejected },
        undated: { increment: batch.undated },
        rejectedRows: batch.rejectedRows.slice(0, KEPT_REJECTED_ROWS).map(withoutValues),
        leaseUntil: leaseUntil(),
        ...batch.usage,
      },
    });
    if (!count) throw new RunEndedError();
  }
}

/** By the clock of this process; a lease is long enough for clocks that differ by seconds. */
const leaseUntil = () => new Date(Date.now() + RUN_LEASE.seconds * 1_000);
