import { Injectable } from '@nestjs/common';
import { Database } from '@moodline/shared/db';

/** Something of the workspace that has a name. */
export interface NamedThing {
  readonly id: number;
  readonly name: string;
}

/** Names of sources, monitors and tags, by which questions call them. */
@Injectable()
export class SurroundingsQuery {
  constructor(private readonly database: Database) {}

  sources(workspaceId: number): Promise<NamedThing[]> {
    return this.database.$queryRaw`SELECT id, name FROM source WHERE workspace_id = ${workspaceId} ORDER BY id`;
  }

  monitors(workspaceId: number): Promise<NamedThing[]> {
    return this.database
      .$queryRaw`SELECT id, name FROM monitor WHERE workspace_id = ${workspaceId} AND removed_at IS NULL ORDER BY id`;
  }

  tags(workspaceId: number): Promise<NamedThing[]> {
    return this.database.$queryRaw`SELECT id, name FROM tag WHERE workspace_id = ${workspaceId} ORDER BY id`;
  }
}
