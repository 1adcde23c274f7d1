import { Injectable } from '@nestjs/common';
import type { WorkChange, Worked, WorkPerson, WorkState } from '@moodline/comments/contract';
import { arrayParameter, Database, type Transaction } from '@moodline/shared/db';
import { retryOnConflict } from '@moodline/shared/work';
import { commentsThere } from '../tags/comments-there.query';
import { workPeople, whoDoesNotWork } from './work-people.query';
import { CannotBeAssignedError } from './work.errors';

/** Which comments the team works on: their state, and whose they are. */
@Injectable()
export class CommentWork {
  constructor(private readonly database: Database) {}

  people(workspaceId: number, userId: number): Promise<WorkPerson[]> {
    return workPeople(this.database, workspaceId, userId);
  }

  /** @returns how the comments stood before; those that are gone, or lost their text, are left out @throws CannotBeAssignedError */
  change(workspaceId: number, userId: number, changes: readonly WorkChange[]): Promise<Worked[]> {
    return retryOnConflict(() =>
      this.database.$transaction((transaction) => this.changeIn(transaction, { workspaceId, userId }, changes)),
    );
  }

  /** The same within a transaction that has locked nothing of comments yet, or the rows of these alone. @throws CannotBeAssignedError */
  async changeIn(
    transaction: Transaction,
    { workspaceId, userId }: { readonly workspaceId: number; readonly userId: number },
    changes: readonly WorkChange[],
  ): Promise<Worked[]> {
    const wanted = new Map(changes.map((change) => [change.id, change]));
    // Their rows are locked: whoever else changes one of them waits.
    const there = await commentsThere(transaction, workspaceId, [...wanted.keys()]);
    const before = await standing(transaction, workspaceId, there);
    const after = before.map((now) => next(now, wanted.get(now.id) ?? { id: now.id }));
    const given = after.flatMap(({ assignee }, at) =>
      assignee && assignee !== before[at]?.assignee ? [assignee] : [],
    );
    const [unknown] = await whoDoesNotWork(transaction, workspaceId, [...new Set(given)]);
    if (unknown !== undefined) throw new CannotBeAssignedError(unknown);
    await this.write(transaction, { workspaceId, userId }, after);
    return before;
  }

  /** Takes comments that go, or lose their text, off the work of the team. */
  async forget(transaction: Transaction, workspaceId: number, commentIds: readonly number[]): Promise<void> {
    const ids = arrayParameter(commentIds);
    await transaction.$executeRaw`
      DELETE FROM comment_work WHERE workspace_id = ${workspaceId} AND comment_id = ANY(${ids}::bigint[])`;
    await transaction.$executeRaw`
      DELETE FROM comment_note WHERE workspace_id = ${workspaceId} AND comment_id = ANY(${ids}::bigint[])`;
  }

  private async write(
    transaction: Transaction,
    { workspaceId, userId }: { readonly workspaceId: number; readonly userId: number },
    after: readonly Worked[],
  ): Promise<void> {
    const left = after.filter(({ state }) => state === null).map(({ id }) => id);
    const kept = after.filter(({ state }) => state !== null);
    if (left.length)
      await transaction.$executeRaw`
        DELETE FROM comment_work WHERE workspace_id = ${workspaceId} AND comment_id = ANY(${arrayParameter(left)}::bigint[])`;
    if (!kept.length) return;
    await transaction.$executeRaw`
      INSERT INTO comment_work (workspace_id, comment_id, state, assignee_id, changed_at, changed_by)
      SELECT ${workspaceId}, id, state, assignee, now(), ${userId}
      FROM unnest(
        ${arrayParameter(kept.map(({ id }) => id))}::bigint[],
        ${arrayParameter(kept.map(({ state }) => state))}::text[],
        ${arrayParameter(kept.map(({ assignee }) => assignee))}::int[]
      ) AS worked (id, state, assignee)
      ORDER BY id
      ON CONFLICT (workspace_id, comment_id)
      DO UPDATE SET state = excluded.state, assignee_id = excluded.assignee_id, changed_at = excluded.changed_at,
        changed_by = excluded.changed_by
      WHERE (comment_work.state, comment_work.assignee_id) IS DISTINCT FROM (excluded.state, excluded.assignee_id)`;
  }
}

/** How comments stand, by id. */
async function standing(transaction: Transaction, workspaceId: number, ids: readonly number[]): Promise<Worked[]> {
  return transaction.$queryRaw<{ id: number; state: WorkState | null; assignee: number | null }[]>`
    SELECT told.id, w.state, w.assignee_id AS assignee
    FROM unnest(${arrayParameter(ids)}::bigint[]) AS told (id)
    LEFT JOIN comment_work w ON w.workspace_id = ${workspaceId} AND w.comment_id = told.id
    ORDER BY told.id`;
}

function next(now: Worked, { state, assignee }: WorkChange): Worked {
  const whose = assignee === undefined ? now.assignee : assignee;
  const stands = state === undefined ? (now.state ?? (whose ? 'open' : null)) : state;
  return { id: now.id, state: stands, assignee: stands && whose };
}
