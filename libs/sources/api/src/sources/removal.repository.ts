import { Injectable } from '@nestjs/common';
import { CommentIntake } from '@moodline/comments/api';
import { Database, type Transaction } from '@moodline/shared/db';
import { NotFoundError } from '@moodline/shared/http';
import { Slices } from '@moodline/shared/work';

/**
 * Takes comments out again, one transaction a slice, so that nobody waits long for a lock. Each removal can be
 * started again: what a crash leaves is removed the next time.
 */
@Injectable()
export class RemovalRepository {
  private readonly slices: Slices;

  constructor(
    private readonly database: Database,
    private readonly intake: CommentIntake,
  ) {
    this.slices = new Slices(database);
  }

  /** Removes a source with its comments and runs. */
  async removeSource(workspaceId: number, id: number): Promise<void> {
    const { count } = await this.database.source.updateMany({ where: { workspaceId, id }, data: { paused: true } });
    if (!count) throw new NotFoundError('source', id);
    await this.slices.untilDone(async (transaction) => {
      await this.intake.hold(transaction, workspaceId);
      await transaction.$queryRaw`SELECT id FROM source WHERE workspace_id = ${workspaceId} AND id = ${id} FOR UPDATE`;
      if (await this.intake.removeSource(transaction, workspaceId, id)) return true;
      await transaction.crawlRun.deleteMany({ where: { workspaceId, sourceId: id } });
      await transaction.backfill.deleteMany({ where: { workspaceId, sourceId: id } });
      await transaction.source.deleteMany({ where: { workspaceId, id } });
      return false;
    });
  }

  /** Removes the comments a run brought, and file sources of which nothing is left then. */
  async undoRun(workspaceId: number, runId: number): Promise<void> {
    await this.slices.untilDone(async (transaction) => {
      if (await this.intake.removeRun(transaction, workspaceId, runId)) return true;
      await transaction.crawlRun.updateMany({ where: { workspaceId, id: runId }, data: { status: 'undone' } });
      await this.removeEmptyFileSources(transaction, workspaceId);
      return false;
    });
  }

  private async removeEmptyFileSources(transaction: Transaction, workspaceId: number): Promise<void> {
    const removed = await transaction.$queryRaw<{ id: number }[]>`
      DELETE FROM source s WHERE s.workspace_id = ${workspaceId} AND s.kind = 'file'
        AND NOT EXISTS (SELECT 1 FROM comment c WHERE c.workspace_id = s.workspace_id AND c.source_id = s.id)
        AND NOT EXISTS (SELECT 1 FROM crawl_run r WHERE r.workspace_id = s.workspace_id AND r.source_id = s.id AND r.status <> 'undone')
      RETURNING s.id`;
    await transaction.crawlRun.deleteMany({ where: { workspaceId, sourceId: { in: removed.map(({ id }) => id) } } });
  }
}
