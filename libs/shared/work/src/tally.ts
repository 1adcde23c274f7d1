import type { Database, Transaction } from '@moodline/shared/db';

/** How far a work is. */
export interface TallyCounts {
  /** Units of the work in all. */
  readonly total: number;
  readonly done: number;
  /** Units that wait. */
  readonly pending: number;
}

/** Changes of a tally that are left lying before they are added up. */
const FOLD_FROM = 50;
const FOLD_AT_ONCE = 5_000;

/**
 * How far a work is, changed by the very transactions that do it, so that nobody counts to show it. Each change is a row of its own: those
 * who work neither wait for each other nor can they block each other, and a reader adds up a few rows. {@link fold} keeps them few.
 */
export class Tally {
  /** @param name of the work, once and for all: it is stored */
  constructor(readonly name: string) {}

  /** Counts up (or down, below zero) in the transaction that does the work, or takes it back. */
  async change(
    transaction: Transaction,
    workspaceId: number,
    { total = 0, done = 0 }: { total?: number; done?: number },
  ): Promise<void> {
    if (!total && !done) return;
    await transaction.$executeRaw`
      INSERT INTO tally (workspace_id, work, total, done)
      VALUES (${workspaceId}, ${this.name}, ${total}::bigint, ${done}::bigint)`;
  }

  /** @returns zeros for a work that was never counted */
  async read(database: Transaction | Database, workspaceId: number): Promise<TallyCounts> {
    const [row] = await database.$queryRaw<{ total: bigint; done: bigint }[]>`
      SELECT coalesce(sum(total), 0)::bigint AS total, coalesce(sum(done), 0)::bigint AS done
      FROM tally
      WHERE workspace_id = ${workspaceId} AND work = ${this.name}`;
    const [total, done] = [Number(row?.total ?? 0), Number(row?.done ?? 0)];
    return { total, done, pending: total - done };
  }

  /** Adds up changes that lie there, in all workspaces. Several processes may do so at once. */
  async fold(database: Database): Promise<void> {
    await database.$executeRaw`
      WITH many AS (
        SELECT workspace_id FROM tally WHERE work = ${this.name} GROUP BY workspace_id HAVING count(*) >= ${FOLD_FROM}
      ), taken AS (
        SELECT t.workspace_id, t.id FROM tally t
        JOIN many USING (workspace_id)
        WHERE t.work = ${this.name}
        ORDER BY t.workspace_id, t.id
        LIMIT ${FOLD_AT_ONCE}
        FOR UPDATE OF t SKIP LOCKED
      ), gone AS (
        DELETE FROM tally t USING taken
        WHERE t.workspace_id = taken.workspace_id AND t.id = taken.id
        RETURNING t.workspace_id, t.total, t.done
      )
      INSERT INTO tally (workspace_id, work, total, done)
      SELECT workspace_id, ${this.name}, sum(total), sum(done) FROM gone GROUP BY workspace_id`;
  }
}
