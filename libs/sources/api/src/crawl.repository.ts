import { Injectable } from '@nestjs/common';
import { Database, Prisma, type Transaction } from '@moodline/shared/db';
import type { Run } from '@moodline/sources/contract';
import type { OpenRun, RunFailure } from './runs.repository';
import { nextRunAt } from './schedule';
import { stored, type StoredSource } from './sources.repository';

/** A run without a sign of life for this long was cut off. */
export const CUT_OFF_AFTER_SECONDS = 120;
/** Failures in a row after which a source is paused. */
export const MAX_FAILURES = 5;
/** Runs that go on at once in all processes together; the others wait for the next tick. */
const MAX_RUNNING = 16;

/** When sources are read: what is due, what is going on, and what came of it. */
@Injectable()
export class CrawlRepository {
  constructor(private readonly database: Database) {}

  /** Sources whose time has come, the longest waiting first; not more than may run at once. */
  async due(now: Date): Promise<StoredSource[]> {
    const running = await this.database.crawlRun.count({ where: { status: 'running', trigger: { not: 'import' } } });
    if (running >= MAX_RUNNING) return [];
    const rows = await this.database.source.findMany({
      where: { paused: false, schedule: { not: null }, nextRunAt: { lte: now } },
      orderBy: { nextRunAt: 'asc' },
      take: MAX_RUNNING - running,
    });
    return rows.map(stored);
  }

  /**
   * Opens a run and sets the time of the next one.
   * @returns null when the source is being read already, or is gone
   */
  async begin(source: Pick<StoredSource, 'workspaceId' | 'id'>, trigger: Run['trigger'], now: Date): Promise<OpenRun | null> {
    const { workspaceId, id } = source;
    return this.database.$transaction(async (transaction) => {
      const current = await lockSource(transaction, workspaceId, id);
      if (!current) return null;
      if (await transaction.crawlRun.count({ where: { workspaceId, sourceId: id, status: 'running' } })) return null;
      if (current.schedule) await transaction.source.update({ where: { workspaceId_id: { workspaceId, id } }, data: { nextRunAt: nextRunAt(current.schedule, now) } });
      const run = await transaction.crawlRun.create({ data: { workspaceId, sourceId: id, trigger, status: 'running' } });
      return { workspaceId, runId: run.id, sourceId: id };
    });
  }

  /** A source could be read: earlier failures count no more. */
  async succeeded({ workspaceId, sourceId }: OpenRun): Promise<void> {
    await this.database.source.updateMany({ where: { workspaceId, id: sourceId }, data: { failures: 0 } });
  }

  /** A source could not be read: its next run may have to wait, and after some failures in a row it is paused. */
  async failed({ workspaceId, sourceId }: OpenRun, { message }: RunFailure, retryAt: Date | null): Promise<void> {
    await this.database.$transaction(async (transaction) => {
      const source = await lockSource(transaction, workspaceId, sourceId);
      if (!source) return;
      const failures = source.failures + 1;
      const pause = failures >= MAX_FAILURES ? { paused: true, pausedReason: `It failed ${failures} times in a row. The last time: ${message}` } : {};
      const wait = source.schedule && retryAt ? { nextRunAt: nextRunAt(source.schedule, new Date(), retryAt) } : {};
      await transaction.source.update({ where: { workspaceId_id: { workspaceId, id: sourceId } }, data: { failures, ...pause, ...wait } });
    });
  }

  /** A source is due again at once: its run was stopped from outside. */
  async dueAgain({ workspaceId, sourceId }: OpenRun, now: Date): Promise<void> {
    await this.database.source.updateMany({ where: { workspaceId, id: sourceId, schedule: { not: null } }, data: { nextRunAt: now } });
  }

  /** True while a run may go on working. */
  async isOpen({ workspaceId, runId }: OpenRun): Promise<boolean> {
    return (await this.database.crawlRun.count({ where: { workspaceId, id: runId, status: 'running' } })) > 0;
  }

  /** Ends runs whose process was killed. @returns those runs, and whether each was an import */
  async endCutOff(): Promise<(OpenRun & { trigger: string })[]> {
    return this.database.$queryRaw(Prisma.sql`
      UPDATE crawl_run SET status = 'failed', finished_at = now(), error_code = 'cut-off',
        error_message = CASE WHEN trigger = 'import'
          THEN 'The import was cut off. What was stored by then is kept; import the file again to bring the rest, nothing is doubled.'
          ELSE 'The run was cut off, for example by a restart. It is caught up with.' END
      WHERE status = 'running' AND heartbeat_at < now() - make_interval(secs => ${CUT_OFF_AFTER_SECONDS})
      RETURNING workspace_id AS "workspaceId", id AS "runId", source_id AS "sourceId", trigger`);
  }
}

async function lockSource(transaction: Transaction, workspaceId: number, id: number): Promise<StoredSource | null> {
  await transaction.$queryRaw`SELECT id FROM source WHERE workspace_id = ${workspaceId} AND id = ${id} FOR NO KEY UPDATE`;
  const row = await transaction.source.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
  return row && stored(row);
}
