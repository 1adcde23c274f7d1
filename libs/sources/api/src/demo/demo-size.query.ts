import { Injectable } from '@nestjs/common';
import { Database } from '@moodline/shared/db';
import type { DemoSize } from '@moodline/sources/contract';

/** Sources and comments of the demo, and how many of those hold the work of people. */
@Injectable()
export class DemoSizeQuery {
  constructor(private readonly database: Database) {}

  async of(workspaceId: number): Promise<DemoSize> {
    const [size] = await this.database.$queryRaw<DemoSize[]>`
      WITH demo AS (SELECT id FROM source WHERE workspace_id = ${workspaceId} AND kind = 'demo'),
        kept AS (SELECT c.id FROM comment c WHERE c.workspace_id = ${workspaceId} AND c.source_id IN (SELECT id FROM demo)),
        worked AS (
          SELECT comment_id FROM human_label WHERE workspace_id = ${workspaceId}
          UNION SELECT comment_id FROM human_facet WHERE workspace_id = ${workspaceId}
          UNION SELECT comment_id FROM comment_tag WHERE workspace_id = ${workspaceId} AND said IS NOT NULL
          UNION SELECT comment_id FROM comment_work WHERE workspace_id = ${workspaceId}
          UNION SELECT comment_id FROM comment_note WHERE workspace_id = ${workspaceId}
        )
      SELECT (SELECT count(*) FROM demo)::int AS sources,
        (SELECT count(*) FROM kept)::int AS comments,
        (SELECT count(*) FROM kept WHERE id IN (SELECT comment_id FROM worked))::int AS worked`;
    return size ?? { sources: 0, comments: 0, worked: 0 };
  }
}
