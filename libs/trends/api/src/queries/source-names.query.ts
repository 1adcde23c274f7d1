import { Injectable } from '@nestjs/common';
import { Database } from '@moodline/shared/db';

/** Names of all sources of a workspace. */
@Injectable()
export class SourceNamesQuery {
  constructor(private readonly database: Database) {}

  list(workspaceId: number): Promise<{ id: number; name: string }[]> {
    return this.database.$queryRaw`SELECT id, name FROM source WHERE workspace_id = ${workspaceId} ORDER BY id`;
  }
}
