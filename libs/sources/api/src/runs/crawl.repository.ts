import { Injectable } from '@nestjs/common';
import { CommentRepository } from '@moodline/comments/api';
import { Database, Prisma, type Transaction } from '@moodline/shared/db';
import type { Run } from '@moodline/sources/contract';
import { isPausedAfter, pauseReason } from './run-failures';
import type { OpenRun, RunFailure } from './runs.repository';
import { nextRunAt } from './schedule';
import { stored, type StoredSource } from '../sources/sources.repository';

/** A run without a sign of life for this long was cut off. */
export const CUT_OFF_AFTER_SECONDS = 120;
/** Runs that go on at once in all processes together; the others wait for the next tick. */
export const MAX_RUNNING = 16;

/** Whether a run is to begin, asked while nobody else can begin one. */
export type DueCheck = (transaction: Transaction) => Promise<boolean>;

/** When sources are read: what is due, what is going on, and what came of it. */
@Injectable()
export class CrawlRepository {
  constructor(
    private readonly database: Database,
    private readonly comments: CommentRepository,
  ) {}

  /** Sources whose time has come, the longest waiting first; not more than may run at once. */
  async due(now: Date): Promise<StoredSource[]> {
    const running = await this.database.crawlRun.count({ where: { status: 'running', trigger: { not: 'import' } } });
    if (running >= MAX_RUNNING) return [];
    const rows = await this.database.source.findMany({
      where: isDue(now),
      orderBy: { nextRunAt: 'asc' },
      take: MAX_RUNNING - running,
    });
    return rows.map(stored);
  }

  /**
   * Opens a run and sets the time of the next one. A slice of a backfill leaves that time alone.
   * @param due asks whether there is a reason still: another process may have been there since the caller looked
   * @returns null when the source is being read already, or is gone
   */
  async begin(
    source: Pick<StoredSource, 'workspaceId' | 'id'>,
    trigger: Run['trigger'],
    now: Date,
    due: DueCheck = async () => true,
  ): Promise<OpenRun | null> {
    const { workspaceId, id } = source;
    const timeZone = await this.comments.timeZone(workspaceId);
    return this.database.$transaction(async (transaction) => {
      const current = await lockSource(transaction, workspaceId, id);
      if (!current) return null;
      if (await transaction.crawlRun.count({ where: { workspaceId, sourceId: id, status: 'running' } })) return null;
      if (!(await due(transaction))) return null;
      if (current.schedule && trigger !== 'backfill') {
        await transaction.source.update({
          where: { workspaceId_id: { workspaceId, id } },
          data: { nextRunAt: nextRunAt(current.schedule, now, { timeZone }) },
        });
      }
      const run = await transaction.crawlRun.create({
        data: { workspaceId, sourceId: id, trigger, status: 'running' },
      });
      return { workspaceId, runId: run.id, sourceId: id };
    });
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
      // A run that was cut off once is caught up with: most often Moodline was stopped.
      const atOnce = code === 'cut-off' && failures === 1;
      const wait = source.schedule
        ? {
            nextRunAt: atOnce
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

  /** What started a run that may go on working; null when it is over. */
  async openTrigger({ workspaceId, runId }: OpenRun): Promise<Run['trigger'] | null> {
    const run = await this.database.crawlRun.findFirst({
      where: { workspaceId, id: runId, status: 'running' },
      select: { trigger: true },
    });
    return (run?.trigger as Run['trigger'] | undefined) ?? null;
  }

  /** Ends runs whose process was killed. @returns those runs, and what started each */
  async endCutOff(): Promise<(OpenRun & { trigger: Run['trigger'] })[]> {
    return this.database.$queryRaw(Prisma.sql`
      UPDATE crawl_run SET status = 'failed', finished_at = now(), error_code = 'cut-off',
        error_message = CASE WHEN trigger = 'import'
          THEN 'The import was cut off. What was stored by then is kept; import the file again to bring the rest, nothing is doubled.'
          ELSE 'The run was cut off, for example by a restart. It is caught up with.' END
      WHERE status = 'running' AND heartbeat_at < now() - make_interval(secs => ${CUT_OFF_AFTER_SECONDS})
      RETURNING workspace_id AS "workspaceId", id AS "runId", source_id AS "sourceId", trigger`);
  }

  /** Asks again whether the time of a source has come. */
  stillDue({ workspaceId, id }: Pick<StoredSource, 'workspaceId' | 'id'>, now: Date): DueCheck {
    return async (transaction) => (await transaction.source.count({ where: { workspaceId, id, ...isDue(now) } })) > 0;
  }
}

const isDue = (now: Date) => ({ paused: false, schedule: { not: null }, nextRunAt: { lte: now } });

/** Holds a source until the transaction ends: who starts a run of it, or says what came of one, comes one after the other. */
export async function lockSource(
  transaction: Transaction,
  workspaceId: number,
  id: number,
): Promise<StoredSource | null> {
  await transaction.$queryRaw`SELECT id FROM source WHERE workspace_id = ${workspaceId} AND id = ${id} FOR NO KEY UPDATE`;
  const row = await transaction.source.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
  return row && stored(row);
}
