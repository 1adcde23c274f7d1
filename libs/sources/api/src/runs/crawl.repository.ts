import { Injectable } from '@nestjs/common';
import { CommentRepository } from '@moodline/comments/api';
import { Database, Prisma, type Transaction } from '@moodline/shared/db';
import type { Run } from '@moodline/sources/contract';
import { isCaughtUpAtOnce, isPausedAfter, pauseReason } from './run-failures';
import { OPEN_STATES, type OpenRun, type RunFailure } from './open-run';
import { RUN_LEASE } from './run-lease';
import { nextRunAt } from './schedule';
import { lockSource, type DueCheck, type WithSource } from './source-lock.query';
import { stored, type StoredSource } from '../sources/sources.repository';

/** Runs that are open at once in all processes together, also those that wait for a worker; the other sources wait for the next tick. */
const MAX_OPEN = 16;

/** When sources are read: what is due, what is going on, and what came of it. */
@Injectable()
export class CrawlRepository {
  constructor(
    private readonly database: Database,
    private readonly comments: CommentRepository,
  ) {}

  /** Sources whose time has come, the longest waiting first; not more than may run at once. */
  async due(now: Date): Promise<StoredSource[]> {
    const open = await this.database.crawlRun.count({
      where: { status: { in: OPEN_STATES }, trigger: { notIn: ['import', 'hook'] } },
    });
    if (open >= MAX_OPEN) return [];
    const rows = await this.database.source.findMany({
      where: isDue(now),
      orderBy: { nextRunAt: 'asc' },
      take: MAX_OPEN - open,
    });
    return rows.map(stored);
  }

  /**
   * Opens a run that waits for a worker, and sets the time of the next one. A slice of a backfill leaves that time alone.
   * @param due asks whether there is a reason still: another process may have been there since the caller looked
   * @param hand gives the run to the workers, in the same transaction
   * @returns null when the source is being read already or waits for it, is gone or about to be removed
   */
  async begin(
    source: Pick<StoredSource, 'workspaceId' | 'id'>,
    trigger: Run['trigger'],
    now: Date,
    { due, hand }: { due?: DueCheck; hand?: WithSource<[run: OpenRun], void> } = {},
  ): Promise<OpenRun | null> {
    const { workspaceId, id } = source;
    const timeZone = await this.comments.timeZone(workspaceId);
    return this.database.$transaction(async (transaction) => {
      const current = await lockSource(transaction, workspaceId, id);
      if (!current || current.removeAt) return null;
      if (await transaction.crawlRun.count({ where: { workspaceId, sourceId: id, status: { in: OPEN_STATES } } }))
        return null;
      if (due && !(await due(transaction))) return null;
      if (current.schedule && trigger !== 'backfill') {
        await transaction.source.update({
          where: { workspaceId_id: { workspaceId, id } },
          data: { nextRunAt: nextRunAt(current.schedule, now, { timeZone }) },
        });
      }
      const { id: runId } = await transaction.crawlRun.create({
        data: { workspaceId, sourceId: id, trigger, status: 'queued' },
      });
      const run = { workspaceId, runId, sourceId: id };
      await hand?.(transaction, run);
      return run;
    });
  }

  /** Moves the place from which the next run of a source goes on, in the transaction that stores the page. */
  async advance(transaction: Transaction, { workspaceId, sourceId }: OpenRun, cursor: object): Promise<void> {
    await transaction.source.update({ where: { workspaceId_id: { workspaceId, id: sourceId } }, data: { cursor } });
  }

  /** A source could be read: earlier failures count no more. */
  async succeeded({ workspaceId, sourceId }: OpenRun): Promise<void> {
    await this.database.source.updateMany({ where: { workspaceId, id: sourceId }, data: { failures: 0 } });
  }

  /** A source could not be read: its next run waits longer with each failure in a row, and after some it is paused. */
  async failed({ workspaceId, sourceId }: OpenRun, { code, message }: RunFailure, retryAt: Date | null): Promise<void> {
    const timeZone = await this.comments.timeZone(workspaceId);
    await this.database.$transaction(async (transaction) => {
      const source = await lockSource(transaction, workspaceId, sourceId);
      if (!source) return;
      const failures = source.failures + 1;
      const pause = isPausedAfter(failures, code)
        ? { paused: true, pausedCode: code, pausedReason: pauseReason(failures, message) }
        : {};
      const wait = source.schedule
        ? {
            nextRunAt: isCaughtUpAtOnce(failures, code)
              ? new Date()
              : nextRunAt(source.schedule, new Date(), { timeZone, failures, notBefore: retryAt }),
          }
        : {};
      await transaction.source.update({
        where: { workspaceId_id: { workspaceId, id: sourceId } },
        data: { failures, ...wait, ...pause },
      });
    });
  }

  /** A source is due again at once: its run was stopped from outside. */
  async dueAgain({ workspaceId, sourceId }: OpenRun, now: Date): Promise<void> {
    await this.database.source.updateMany({
      where: { workspaceId, id: sourceId, schedule: { not: null } },
      data: { nextRunAt: now },
    });
  }

  /** Takes a run that waits. @returns what started it; null when another worker has it, or it is over */
  async take({ workspaceId, runId }: OpenRun): Promise<Run['trigger'] | null> {
    const [run] = await this.database.$queryRaw<{ trigger: Run['trigger'] }[]>`
      UPDATE crawl_run SET status = 'running', started_at = now(), lease_until = ${RUN_LEASE.until}
      WHERE workspace_id = ${workspaceId} AND id = ${runId} AND status = 'queued'
      RETURNING trigger`;
    return run?.trigger ?? null;
  }

  /** Ends runs whose worker was killed. One that still waits for a worker is not lost, however long it waits. @returns those runs, and what started each */
  async endCutOff(): Promise<(OpenRun & { trigger: Run['trigger'] })[]> {
    return this.database.$queryRaw`
      UPDATE crawl_run SET status = 'failed', finished_at = now(), lease_until = NULL,
        error_code = CASE WHEN trigger = 'import' THEN 'import-cut-off' ELSE 'cut-off' END,
        error_message = CASE WHEN trigger = 'import'
          THEN 'The import was cut off. What was stored by then is kept; import the file again to bring the rest, nothing is doubled.'
          ELSE 'The run was cut off, for example by a restart. It is caught up with.' END
      WHERE status = 'running' AND ${RUN_LEASE.isDead(Prisma.sql`lease_until`)}
      RETURNING workspace_id AS "workspaceId", id AS "runId", source_id AS "sourceId", trigger`;
  }

  /** Asks again whether the time of a source has come. */
  stillDue({ workspaceId, id }: Pick<StoredSource, 'workspaceId' | 'id'>, now: Date): DueCheck {
    return async (transaction) => (await transaction.source.count({ where: { workspaceId, id, ...isDue(now) } })) > 0;
  }
}

const isDue = (now: Date) => ({
  paused: false,
  removeAt: null,
  schedule: { not: null },
  nextRunAt: { lte: now },
});
