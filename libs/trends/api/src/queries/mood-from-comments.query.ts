import { Injectable } from '@nestjs/common';
import { activeLabel, commentCondition } from '@moodline/comments/api';
import { Database } from '@moodline/shared/db';
import type { MoodSlot, MoodSlotRequest } from './mood-slot';

/** Counts per interval and source from the comments themselves: for any filter, in time that grows with their number. */
@Injectable()
export class MoodFromCommentsQuery {
  constructor(private readonly database: Database) {}

  count({ filter, starts }: MoodSlotRequest): Promise<MoodSlot[]> {
    return this.database.$queryRaw<MoodSlot[]>`
      SELECT width_bucket(c.published_at, ${starts.map((start) => start.toISOString())}::timestamptz[]) - 1 AS slot, c.source_id AS "sourceId",
        count(*) FILTER (WHERE l.label = 'positive')::int AS positive,
        count(*) FILTER (WHERE l.label = 'neutral')::int AS neutral,
        count(*) FILTER (WHERE l.label = 'negative')::int AS negative,
        count(*) FILTER (WHERE l.label IS NULL)::int AS unlabelled
      FROM comment c ${activeLabel(filter.workspaceId)}
      WHERE ${commentCondition(filter)}
      GROUP BY 1, 2`;
  }
}
