import { Injectable } from '@nestjs/common';
import { filteredComments, perMille } from '@moodline/comments/api';
import { boundedRead, Database, Prisma } from '@moodline/shared/db';
import type { MoodSlot, MoodSlotRequest } from './mood-slot';

/** Counts per interval and source from the comments themselves: for any filter, in time that grows with their number, and not longer than a page waits. */
@Injectable()
export class MoodFromCommentsQuery {
  constructor(private readonly database: Database) {}

  count({ filter, starts }: MoodSlotRequest): Promise<MoodSlot[]> {
    const read = Prisma.sql`
      SELECT width_bucket(c.published_at, ${starts.map((start) => start.toISOString())}::timestamptz[]) - 1 AS slot, c.source_id AS "sourceId",
        count(*) FILTER (WHERE c.label = 'positive')::int AS positive,
        count(*) FILTER (WHERE c.label = 'neutral')::int AS neutral,
        count(*) FILTER (WHERE c.label = 'negative')::int AS negative,
        count(*) FILTER (WHERE c.unsure)::int AS unsure,
        count(*) FILTER (WHERE c.label IS NULL)::int AS unlabelled,
        sum(c.positive_sum)::float8 AS "positiveSum", sum(c.negative_sum)::float8 AS "negativeSum"
      FROM (${filteredComments(filter, Prisma.sql`c.published_at, c.source_id, l.label, l.unsure, ${perMille('positive')} AS positive_sum, ${perMille('negative')} AS negative_sum`)}) c
      GROUP BY 1, 2`;
    return boundedRead<MoodSlot[]>(this.database, read);
  }
}
