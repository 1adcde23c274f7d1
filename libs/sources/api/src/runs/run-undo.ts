import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Beat } from '@moodline/shared/work';
import type { UndoneRun } from '@moodline/sources/contract';
import { OPEN_STATES } from './open-run';
import { RunProgressReports } from './run-progress';
import { RunUndoRepository } from './run-undo.repository';
import { RunRepository } from './runs.repository';
import { AlreadyRunningError } from '../sources.errors';
import { SourceRepository } from '../sources/sources.repository';

/** How often it is looked whether an undo was left over by a process that ended, in milliseconds. */
const LOOK_MS = 5_000;

/** Takes back what a run was the first to bring, in the background: it goes on after a restart, and other processes may help. */
@Injectable()
export class RunUndo implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly beat = new Beat((signal) => this.work(signal), {
    name: 'Undoing runs',
    everyMs: LOOK_MS,
    atOnce: true,
  });

  constructor(
    private readonly runs: RunRepository,
    private readonly sources: SourceRepository,
    private readonly undoing: RunUndoRepository,
    private readonly reports: RunProgressReports,
  ) {}

  onApplicationBootstrap(): void {
    this.beat.start();
  }

  /** While the database is still there. */
  async onModuleDestroy(): Promise<void> {
    await this.beat.stop();
  }

  /**
   * Begins to take a run back. The source and its history stay.
   * @returns the run as it stands then, `undoing`
   * @throws AlreadyRunningError while it is still reading
   */
  async undo(workspaceId: number, runId: number): Promise<UndoneRun> {
    const run = await this.runs.find(workspaceId, runId);
    if (OPEN_STATES.includes(run.status)) throw new AlreadyRunningError();
    const { schedule } = await this.sources.find(workspaceId, run.sourceId);
    if (await this.undoing.begin(workspaceId, runId)) void this.beat.now();
    return { ...(await this.runs.find(workspaceId, runId)), mayComeAgain: schedule !== null };
  }

  private async work(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const at = await this.undoing.next();
      if (!at) return;
      const { workspaceId, run } = at;
      if (run.status === 'undone') {
        this.reports.ended(workspaceId, run);
        continue;
      }
      const { id: runId, sourceId, status, rows, imported, duplicates, rejected, takenBack } = run;
      const share = Math.min(1, takenBack / Math.max(1, imported));
      this.reports.moved(workspaceId, { runId, sourceId, status, rows, imported, duplicates, rejected, share });
    }
  }
}
