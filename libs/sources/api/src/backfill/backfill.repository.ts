import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@moodline/shared/db';
import type { Backfill } from '@moodline/sources/contract';
import { backfillView } from './backfill-view';
import type { OpenRun, RunFailure } from '../runs/open-run';
import { isPausedAfter } from '../runs/run-failures';
import { lockSource, type DueCheck } from '../runs/source-lock.query';
import { BackfillRunningError, BackfillStoppedError, NoOpenBackfillError } from '../sources.errors';

/** How far a page brought a backfill. */
export interface BackfillStep {
  readonly cursor: object;
  readonly oldest: Date | null;
  readonly newest: Date | null;
}

/** Where the next slice of a backfill begins. */
export interface BackfillPlace extends Omit<BackfillStep, 'cursor'> {
  readonly cursor: unknown;
  readonly since: Date;
  readonly until: Date;
}

/** Slices that go on at once in all processes together: few enough that scheduled runs always find a free worker. */
const MAX_SLICES = 2;
const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;
const OPEN = ['running', 'paused'];

/** The latest backfill of each source: how far it has come, and what is to become of it. */
@Injectable()
export class BackfillRepository {
  constructor(private readonly database: Database) {}

  /** @throws BackfillRunningError */
  async start(workspaceId: number, sourceId: number, { since, until }: { since: Date; until: Date }): Promise<void> {
    await this.database.$transaction(async (transaction) => {
      await lockSource(transaction, workspaceId, sourceId);
      if (await transaction.backfill.count({ where: { workspaceId, sourceId, status: { in: OPEN } } }))
        throw new BackfillRunningError();
      await transaction.backfill.deleteMany({ where: { workspaceId, sourceId } });
      await transaction.backfill.create({ data: { workspaceId, sourceId, status: 'running', since, until } });
    });
  }

  /** @throws NoOpenBackfillError when there was none */
  async find(workspaceId: number, sourceId: number): Promise<Backfill> {
    const row = await this.database.backfill.findUnique({ where: { workspaceId_sourceId: { workspaceId, sourceId } } });
    if (!row) throw new NoOpenBackfillError();
    return backfillView(row);
  }

  /** Pauses it, or lets it go on at once. A slice that is being read stops at its next page. @throws NoOpenBackfillError */
  async setPaused(workspaceId: number, sourceId: number, paused: boolean): Promise<void> {
    const anew = paused ? {} : { failures: 0, nextRunAt: null, errorCode: null, errorMessage: null };
    await this.change(workspaceId, sourceId, { status: paused ? 'paused' : 'running', ...anew });
  }

  /** @throws NoOpenBackfillError */
  async cancel(workspaceId: number, sourceId: number): Promise<void> {
    await this.change(workspaceId, sourceId, { status: 'cancelled', finishedAt: new Date(), nextRunAt: null });
  }

  /** Sources whose backfill can go on now: not paused, not being read, and not about to be read by schedule. */
  async due(now: Date): Promise<{ workspaceId: number; id: number }[]> {
    return this.database.$queryRaw`
      WITH slices AS (SELECT workspace_id, source_id FROM crawl_run WHERE status IN ('queued', 'running'))
      SELECT b.workspace_id AS "workspaceId", b.source_id AS id
      FROM backfill b JOIN source s ON s.workspace_id = b.workspace_id AND s.id = b.source_id
      WHERE b.status = 'running' AND NOT s.paused AND s.remove_at IS NULL AND (b.next_run_at IS NULL OR b.next_run_at <= ${now}) AND (s.next_run_at IS NULL OR s.next_run_at > ${now})
        AND NOT EXISTS (SELECT FROM slices r WHERE r.workspace_id = b.workspace_id AND r.source_id = b.source_id)
      ORDER BY b.started_at, b.source_id
      LIMIT greatest(0, ${MAX_SLICES}::int - (SELECT count(*) FROM crawl_run WHERE status IN ('queued', 'running') AND trigger = 'backfill'))`;
  }

  /** Asks again whether the backfill of a source is to go on. */
  stillDue({ workspaceId, id }: { workspaceId: number; id: number }): DueCheck {
    return async (transaction) =>
      (await transaction.backfill.count({ where: { workspaceId, sourceId: id, status: 'running' } })) > 0;
  }

  /** @throws BackfillStoppedError when it does not go on any more */
  async place({ workspaceId, sourceId }: OpenRun): Promise<BackfillPlace> {
    const row = await this.database.backfill.findFirst({ where: { workspaceId, sourceId, status: 'running' } });
    if (!row) throw new BackfillStoppedError();
    return row;
  }

  /** A slice is through, and with it perhaps the whole. */
  async succeeded({ workspaceId, sourceId }: OpenRun, { whole }: { whole: boolean }): Promise<void> {
    const end = whole ? { status: 'done', finishedAt: new Date() } : {};
    await this.database.backfill.updateMany({
      where: { workspaceId, sourceId, status: 'running' },
      data: { failures: 0, nextRunAt: null, errorCode: null, errorMessage: null, ...end },
    });
  }

  /** A slice failed: the next one waits longer each time, and after some failures in a row somebody has to look. */
  async failed({ workspaceId, sourceId }: OpenRun, { code, message }: RunFailure, retryAt: Date | null): Promise<void> {
    await this.database.$transaction(async (transaction) => {
      await lockSource(transaction, workspaceId, sourceId);
      const row = await transaction.backfill.findFirst({ where: { workspaceId, sourceId, status: 'running' } });
      if (!row) return;
      const failures = row.failures + 1;
      const wait = Math.max(Date.now() + Math.min(DAY_MS, MINUTE_MS * 2 ** failures), retryAt?.getTime() ?? 0);
      const status = isPausedAfter(failures, code) ? 'paused' : 'running';
      const data = { failures, status, nextRunAt: new Date(wait), errorCode: code, errorMessage: message };
      await transaction.backfill.update({ where: { workspaceId_sourceId: { workspaceId, sourceId } }, data });
    });
  }

  /**
   * Moves a backfill on, in the transaction that stores the page. The cursor of the source stays where it is.
   * @throws BackfillStoppedError when it was paused or cancelled meanwhile: then the page is not stored either
   */
  async advance(
    transaction: Transaction,
    { workspaceId, sourceId }: OpenRun,
    step: BackfillStep & { rows: number; imported: number; duplicates: number },
  ): Promise<void> {
    const { cursor, oldest, newest, rows, imported, duplicates } = step;
    const { count } = await transaction.backfill.updateMany({
      where: { workspaceId, sourceId, status: 'running' },
      data: {
        cursor,
        oldest,
        newest,
        rows: { increment: rows },
        imported: { increment: imported },
        duplicates: { increment: duplicates },
      },
    });
    if (!count) throw new BackfillStoppedError();
  }

  private async change(workspaceId: number, sourceId: number, data: object): Promise<void> {
    const { count } = await this.database.backfill.updateMany({
      where: { workspaceId, sourceId, status: { in: OPEN } },
      data,
    });
    if (!count) throw new NoOpenBackfillError();
  }
}
