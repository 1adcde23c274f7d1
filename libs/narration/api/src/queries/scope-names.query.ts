import { Injectable } from '@nestjs/common';
import { Database } from '@moodline/shared/db';

export interface NamedRow {
  readonly id: number;
  readonly name: string;
}

/** Names of what filters hold as ids. */
@Injectable()
export class ScopeNamesQuery {
  constructor(private readonly database: Database) {}

  sources(workspaceId: number): Promise<NamedRow[]> {
    return this.database.$queryRaw`SELECT id, name FROM source WHERE workspace_id = ${workspaceId} ORDER BY id`;
  }

  monitors(workspaceId: number): Promise<NamedRow[]> {
    return this.database.$queryRaw`SELECT id, name FROM monitor WHERE workspace_id = ${workspaceId} ORDER BY id`;
  }

  async tag(workspaceId: number, id: number): Promise<string | null> {
    const [row] = await this.database.$queryRaw<{ name: string }[]>`
      SELECT name FROM tag WHERE workspace_id = ${workspaceId} AND id = ${id}`;
    return row?.name ?? null;
  }

  async theme(workspaceId: number, id: number, language: string): Promise<string | null> {
    const [row] = await this.database.$queryRaw<{ name: string }[]>`
      SELECT coalesce(given_name, names ->> ${language}) AS name FROM theme WHERE workspace_id = ${workspaceId} AND id = ${id}`;
    return row?.name ?? null;
  }
}
