import { Injectable } from '@nestjs/common';
import { Database } from '@moodline/shared/db';

/** Ids of all workspaces. */
@Injectable()
export class WorkspaceList {
  constructor(private readonly database: Database) {}

  async ids(): Promise<number[]> {
    const rows = await this.database.workspace.findMany({ select: { id: true } });
    return rows.map(({ id }) => id);
  }
}
