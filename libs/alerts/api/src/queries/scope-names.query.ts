import { Injectable } from '@nestjs/common';
import type { AlertScope } from '@moodline/alerts/contract';
import { Database } from '@moodline/shared/db';

/** What a scope is called by people. */
export interface ScopeNames {
  readonly monitor: string | null;
  readonly tag: string | null;
  readonly sources: readonly string[];
  readonly timeZone: string;
}

/** Names of what a rule watches, and the zone of its workspace. */
@Injectable()
export class ScopeNamesQuery {
  constructor(private readonly database: Database) {}

  async of(workspaceId: number, { monitor, tag, sources }: AlertScope): Promise<ScopeNames> {
    const [row] = await this.database.$queryRaw<ScopeNames[]>`
      SELECT w.time_zone AS "timeZone",
        (SELECT m.name FROM monitor m WHERE m.workspace_id = w.workspace_id AND m.id = ${monitor}::int) AS monitor,
        (SELECT t.name FROM tag t WHERE t.workspace_id = w.workspace_id AND t.id = ${tag ?? null}::int) AS tag,
        ARRAY(SELECT s.name FROM source s WHERE s.workspace_id = w.workspace_id AND s.id = ANY(${[...sources]}::int[]) ORDER BY s.id) AS sources
      FROM workspace w WHERE w.workspace_id = ${workspaceId}`;
    return row ?? { monitor: null, tag: null, sources: [], timeZone: 'UTC' };
  }
}
