import { Injectable } from '@nestjs/common';
import { Database } from '@moodline/shared/db';
import type { DemoSize } from '@moodline/sources/contract';

/** Sources and comments of the demo, and how many of those hold the work of people. */
@Injectable()
export class DemoSizeQuery {
  constructor(private readonly database: Database) {}

  async of(workspaceId: number): Promise<DemoSize> {
    // Asked at every visit: work is looked up for the demo's comments, not gathered from all of the workspace.
    const [size] = await this.database.$queryRaw<DemoSize[]>`
      WITH demo AS (SELECT id FROM source WHERE workspace_id = ${workspaceId} AND kind = 'demo'),
        kept AS (SELECT c.id FROM comment c WHERE c.workspace_id = ${workspaceId} AND c.source_id IN (SELECT id FROM demo))
      SELECT (SELECT count(*) FROM demo)::int AS sources,
        (SELECT count(*) FROM kept)::int AS comments,
        (
          SELECT count(*) FROM kept
          WHERE EXISTS (SELECT FROM human_label h WHERE h.workspace_id = ${workspaceId} AND h.comment_id = kept.id)
            OR EXISTS (SELECT FROM human_facet f WHERE f.workspace_id = ${workspaceId} AND f.comment_id = kept.id)
            OR EXISTS (SELECT FROM comment_tag t WHERE t.workspace_id = ${workspaceId} AND t.comment_id = kept.id AND t.said IS NOT NULL)
            OR EXISTS (SELECT FROM comment_work w WHERE w.workspace_id = ${workspaceId} AND w.comment_id = kept.id)
            OR EXISTS (SELECT FROM comment_note n WHERE n.workspace_id = ${workspaceId} AND n.comment_id = kept.id)
        )::int AS worked`;
    return size ?? { sources: 0, comments: 0, worked: 0 };
  }
}
