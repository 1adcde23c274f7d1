import { Injectable } from '@nestjs/common';
import { RemovalRepository } from './removal.repository';
import { RunProgressReports } from '../runs/run-progress';
import { SourceRepository } from './sources.repository';

/** Takes sources away with everything they brought. */
@Injectable()
export class SourceRemoval {
  constructor(
    private readonly sources: SourceRepository,
    private readonly removal: RemovalRepository,
    private readonly reports: RunProgressReports,
  ) {}

  /** Removes a source with everything it brought. */
  async remove(workspaceId: number, id: number): Promise<void> {
    await this.removal.removeSource(workspaceId, id);
    this.reports.changed(workspaceId, 'source-removed');
  }

  /** Removes the demo: its sources and everything of theirs. */
  async removeDemo(workspaceId: number): Promise<void> {
    for (const id of await this.sources.idsOfKind(workspaceId, 'demo'))
      await this.removal.removeSource(workspaceId, id);
    this.reports.changed(workspaceId, 'demo-removed');
  }
}
