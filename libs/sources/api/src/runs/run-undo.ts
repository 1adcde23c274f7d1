import { Injectable } from '@nestjs/common';
import type { UndoneRun } from '@moodline/sources/contract';
import { RemovalRepository } from '../sources/removal.repository';
import { OPEN_STATES } from './open-run';
import { RunProgressReports } from './run-progress';
import { RunRepository } from './runs.repository';
import { AlreadyRunningError } from '../sources.errors';
import { SourceRepository } from '../sources/sources.repository';

/** Takes back what a run was the first to bring. */
@Injectable()
export class RunUndo {
  constructor(
    private readonly runs: RunRepository,
    private readonly sources: SourceRepository,
    private readonly removal: RemovalRepository,
    private readonly reports: RunProgressReports,
  ) {}

  /** @returns the run as it stands then; a file source of which nothing is left is gone with it */
  async undo(workspaceId: number, runId: number): Promise<UndoneRun> {
    const run = await this.runs.find(workspaceId, runId);
    if (OPEN_STATES.includes(run.status)) throw new AlreadyRunningError();
    const { schedule } = await this.sources.find(workspaceId, run.sourceId);
    await this.removal.undoRun(workspaceId, runId);
    const undone: UndoneRun = { ...run, status: 'undone', mayComeAgain: schedule !== null };
    this.reports.ended(workspaceId, undone);
    return undone;
  }
}
