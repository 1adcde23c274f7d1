import { Injectable } from '@nestjs/common';
import type { Run } from '@moodline/sources/contract';
import { RemovalRepository } from '../removal.repository';
import { RunProgressReports } from '../run-progress';
import { RunRepository } from '../runs.repository';
import { AlreadyRunningError, NotAnImportError } from '../sources.errors';

/** Takes back what an import brought. */
@Injectable()
export class ImportUndo {
  constructor(
    private readonly runs: RunRepository,
    private readonly removal: RemovalRepository,
    private readonly reports: RunProgressReports,
  ) {}

  /** @returns the run as it stands then; its source may be gone with it */
  async undo(workspaceId: number, runId: number): Promise<Run> {
    const run = await this.runs.find(workspaceId, runId);
    if (run.trigger !== 'import') throw new NotAnImportError();
    if (run.status === 'running') throw new AlreadyRunningError();
    await this.removal.undoRun(workspaceId, runId);
    const undone: Run = { ...run, status: 'undone' };
    this.reports.ended(workspaceId, undone);
    return undone;
  }
}
