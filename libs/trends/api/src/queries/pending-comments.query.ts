import { Injectable } from '@nestjs/common';
import { commentCondition } from '@moodline/comments/api';
import { Database } from '@moodline/shared/db';
import type { ClosedFilter } from './mood-slot';

/** Comments that wait for their label, per source. Reads the queue, which is short, and not the comments, which are many. */
@Injectable()
export class PendingCommentsQuery {
  constructor(private readonly database: Database) {}

  count(filter: ClosedFilter): Promise<{ sourceId: number; pending: number }[]> {
    return this.database.$queryRaw<{ sourceId: number; pending: number }[]>`
      SELECT c.source_id AS "sourceId", count(*)::int AS pending
      FROM label_task t JOIN comment c ON c.workspace_id = t.workspace_id AND c.id = t.comment_id
      WHERE t.workspace_id = ${filter.workspaceId} AND ${commentCondition(filter)}
      GROUP BY 1`;
  }
}
