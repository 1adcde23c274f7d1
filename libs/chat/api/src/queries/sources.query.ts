import { Injectable } from '@nestjs/common';
import { Database } from '@moodline/shared/db';
import type { NamedSource } from '../question/inquiry';

@Injectable()
export class SourcesQuery {
  constructor(private readonly database: Database) {}

  /** All sources of a workspace, so that a question can name them. */
  list(workspaceId: number): Promise<NamedSource[]> {
    return this.database.$queryRaw`SELECT id, name FROM source WHERE workspace_id = ${workspaceId} ORDER BY id`;
  }
}
