import { Injectable } from '@nestjs/common';
import { CommentIntake } from '@moodline/comments/api';
import { Database } from '@moodline/shared/db';
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
}
