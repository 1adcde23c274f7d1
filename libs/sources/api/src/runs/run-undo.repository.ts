import { Injectable } from '@nestjs/common';
import { CommentIntake } from '@moodline/comments/api';
import { Database } from '@moodline/shared/db';
import { Slices } from '@moodline/shared/work';
import type { Run } from '@moodline/sources/contract';
import { runView } from './run-view';

interface Place {
  readonly workspaceId: number;
  readonly runId: number;
  /** Comments the last slice took out; 0 when none were left. */
  readonly removed: number;
}

/** Runs that are being undone: the comments they were the first to bring go, a slice a transaction. */
@Injectable()
export class RunUndoRepository {
  private readonly slices: Slices;

  constructor(
    private readonly database: Database,
    private readonly intake: CommentIntake,
  ) {
    this.slices = new Slices(database);
  }

  /** Marks a run that is over: its comments go from now on. @returns false for one that goes on, or that is undone already */
  async begin(workspaceId: number, id: number): Promise<boolean> {
    const { count } = await this.database.crawlRun.updateMany({
      where: { workspaceId, id, status: { in: ['done', 'failed'] } },
      data: { status: 'undoing', takenBack: 0 },
    });
    return count > 0;
  }

  /** Takes out the next slice of the oldest run that waits. @returns the run as it stands then; null when none waits, or others are at them */
  async next(): Promise<{ readonly workspaceId: number; readonly run: Run } | null> {
    let at: Place | null = null;
    const outcome = await this.slices.next<Place>({
      take: async (transaction) => {
        const [row] = await transaction.$queryRaw<{ workspaceId: number; runId: number }[]>`
          SELECT workspace_id AS "workspaceId", id AS "runId"
          FROM crawl_run
          WHERE status = 'undoing'
          ORDER BY id
          LIMIT 1
          FOR UPDATE SKIP LOCKED`;
        return row ? { ...row, removed: 0 } : null;
      },
      slice: async (transaction, place) => {
        const removed = await this.intake.removeRun(transaction, place.workspaceId, place.runId);
        at = { ...place, removed };
        return removed ? at : null;
      },
      store: async (transaction, place) => {
        if (!at) return;
        await transaction.crawlRun.updateMany({
          where: { workspaceId: at.workspaceId, id: at.runId },
          data: place ? { takenBack: { increment: place.removed } } : { status: 'undone' },
        });
      },
    });
    return outcome === 'idle' || !at ? null : this.stands(at);
  }

  private async stands({ workspaceId, runId }: Place): Promise<{ workspaceId: number; run: Run } | null> {
    const row = await this.database.crawlRun.findUnique({ where: { workspaceId_id: { workspaceId, id: runId } } });
    return row && { workspaceId, run: runView(row) };
  }
}
