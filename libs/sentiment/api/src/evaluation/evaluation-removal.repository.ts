import { Injectable } from '@nestjs/common';
import { Database } from '@moodline/shared/db';

/** How long a removed evaluation can be brought back. */
export const KEEP_MINUTES = 10;

/** Evaluations that people removed: out of sight at once, gone ten minutes later. The database's clock decides which of both it is. */
@Injectable()
export class EvaluationRemoval {
  constructor(private readonly database: Database) {}

  /** Takes an evaluation that has ended out of sight. One that was removed before goes no later for that. */
  async remove(workspaceId: number, id: number): Promise<void> {
    await this.database.$executeRaw`
      UPDATE evaluation
      SET remove_at = coalesce(remove_at, clock_timestamp() + make_interval(mins => ${KEEP_MINUTES}::int))
      WHERE workspace_id = ${workspaceId} AND id = ${id} AND state NOT IN ('queued', 'running')`;
  }

  /** @returns false when it is gone, or its ten minutes are over */
  async keep(workspaceId: number, id: number): Promise<boolean> {
    const kept = await this.database.$executeRaw`
      UPDATE evaluation
      SET remove_at = NULL
      WHERE workspace_id = ${workspaceId} AND id = ${id} AND (remove_at IS NULL OR remove_at > clock_timestamp())`;
    return kept > 0;
  }

  /** Deletes those whose ten minutes are over, of all workspaces. */
  async clear(): Promise<void> {
    await this.database.$transaction(async (transaction) => {
      // Held, so that what is kept at this moment is not deleted.
      const over = await transaction.$queryRaw<{ workspaceId: number; id: number }[]>`
        SELECT workspace_id AS "workspaceId", id
        FROM evaluation
        WHERE remove_at <= clock_timestamp()
        ORDER BY workspace_id, id
        FOR UPDATE`;
      for (const { workspaceId, id } of over) {
        await transaction.evaluationRow.deleteMany({ where: { workspaceId, evaluationId: id } });
        await transaction.evaluation.deleteMany({ where: { workspaceId, id } });
      }
    });
  }
}
