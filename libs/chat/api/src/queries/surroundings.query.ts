import type { MonitorKind } from '@moodline/comments/contract';
import { Injectable } from '@nestjs/common';
import { Database } from '@moodline/shared/db';

/** Something of the workspace that has a name. */
export interface NamedThing {
  readonly id: number;
  readonly name: string;
}

/** A monitor by its name, and whether it watches a brand of one's own, a competitor or a topic. */
export interface NamedMonitor extends NamedThing {
  readonly kind: MonitorKind;
  /** Words of which a comment has to have one. */
  readonly words: readonly string[];
}

/** Names of sources, monitors and tags, by which questions call them. */
@Injectable()
export class SurroundingsQuery {
  constructor(private readonly database: Database) {}

  sources(workspaceId: number): Promise<NamedThing[]> {
    return this.database.$queryRaw`SELECT id, name FROM source WHERE workspace_id = ${workspaceId} ORDER BY id`;
  }

  monitors(workspaceId: number): Promise<NamedMonitor[]> {
    return this.database
      .$queryRaw`SELECT id, name, kind, ARRAY(SELECT jsonb_array_elements_text(rules->'any'->'words')) AS words
        FROM monitor WHERE workspace_id = ${workspaceId} AND removed_at IS NULL ORDER BY id`;
  }

  tags(workspaceId: number): Promise<NamedThing[]> {
    return this.database.$queryRaw`SELECT id, name FROM tag WHERE workspace_id = ${workspaceId} ORDER BY id`;
  }
}
