import { Injectable } from '@nestjs/common';
import { CommentIntake } from '@moodline/comments/api';
import { Database } from '@moodline/shared/db';
import { NotFoundError } from '@moodline/shared/http';
import { Slices } from '@moodline/shared/work';
import { SourceGoneError } from '../sources.errors';

/** How long a source that was removed can be kept after all. */
export const KEEP_MINUTES = 10;

/** A source whose time to go has come. */
interface LeavingSource {
  readonly workspaceId: number;
  readonly id: number;
}

/**
 * Takes comments out again, one transaction a slice, so that nobody waits long for a lock. Each removal can be
 * started again: what a crash leaves is removed the next time. The database's clock alone decides whether a source can still be kept: at
 * each moment either somebody may keep it, or its comments go.
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

  /** Sets the time when a source goes: after some minutes, or now. One that is leaving already leaves no later. */
  async announce(workspaceId: number, id: number, minutes: number): Promise<void> {
    const count = await this.database.$executeRaw`
      UPDATE source
      SET remove_at = least(remove_at, date_trunc('milliseconds', clock_timestamp()) + make_interval(mins => ${minutes}::int))
      WHERE workspace_id = ${workspaceId} AND id = ${id}`;
    if (!count) throw new NotFoundError('source', id);
  }

  /** A source stays after all. @throws SourceGoneError once its time has come */
  async keep(workspaceId: number, id: number): Promise<void> {
    await this.database.$transaction(async (transaction) => {
      // Held first: whoever waited here while comments went must look at the clock again.
      const held = await transaction.$queryRaw<unknown[]>`
        SELECT id
        FROM source
        WHERE workspace_id = ${workspaceId} AND id = ${id}
        FOR NO KEY UPDATE`;
      if (!held.length) throw new NotFoundError('source', id);
      const kept = await transaction.$executeRaw`
        UPDATE source
        SET remove_at = NULL
        WHERE workspace_id = ${workspaceId} AND id = ${id} AND (remove_at IS NULL OR remove_at > clock_timestamp())`;
      if (!kept) throw new SourceGoneError();
    });
  }

  /** Sources whose time has come, of all workspaces. */
  leaving(): Promise<LeavingSource[]> {
    return this.database.$queryRaw`
      SELECT workspace_id AS "workspaceId", id
      FROM source
      WHERE remove_at <= clock_timestamp()
      ORDER BY remove_at`;
  }

  /** Removes a source whose time has come, with its comments and runs. One that was kept meanwhile, or is gone, is left as it is. */
  async remove({ workspaceId, id }: LeavingSource, signal?: AbortSignal): Promise<void> {
    await this.slices.untilDone(async (transaction) => {
      await this.intake.hold(transaction, workspaceId);
      const held = await transaction.$queryRaw<unknown[]>`
        SELECT id
        FROM source
        WHERE workspace_id = ${workspaceId} AND id = ${id} AND remove_at <= clock_timestamp()
        FOR UPDATE`;
      if (!held.length) return false;
      if (await this.intake.removeSource(transaction, workspaceId, id)) return true;
      await transaction.crawlRun.deleteMany({ where: { workspaceId, sourceId: id } });
      await transaction.backfill.deleteMany({ where: { workspaceId, sourceId: id } });
      await transaction.source.deleteMany({ where: { workspaceId, id } });
      return false;
    }, signal);
  }
}
