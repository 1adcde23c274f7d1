import { Injectable } from '@nestjs/common';
import { sourceCondition } from '@moodline/comments/api';
import { Database, Prisma } from '@moodline/shared/db';
import type { MoodSlot, MoodSlotRequest } from './mood-slot';

/**
 * Counts per interval and source from the hourly buckets: a few rows however many comments there are.
 * Right only where the period begins and ends with full hours of the zone, and the filter names neither texts nor labels.
 */
@Injectable()
export class MoodFromBucketsQuery {
  constructor(private readonly database: Database) {}

  count({ filter, starts }: MoodSlotRequest): Promise<MoodSlot[]> {
    return this.database.$queryRaw<MoodSlot[]>`
      SELECT width_bucket(b.hour, ${starts.map((start) => start.toISOString())}::timestamptz[]) - 1 AS slot, b.source_id AS "sourceId",
        sum(b.positive)::int AS positive, sum(b.neutral)::int AS neutral, sum(b.negative)::int AS negative, sum(b.unsure)::int AS unsure, sum(b.unscored)::int AS unlabelled
      FROM mood_bucket b
      WHERE b.workspace_id = ${filter.workspaceId} AND b.monitor_id = ${filter.monitor ?? 0} AND b.hour >= ${filter.from} AND b.hour < ${filter.to} AND ${bucketNarrowing(filter)}
      GROUP BY 1, 2`;
  }
}

/** Languages and sources of a filter, as a condition on `mood_bucket b`. */
export function bucketNarrowing(filter: MoodSlotRequest['filter']): Prisma.Sql {
  const conditions = [Prisma.sql`TRUE`];
  if (filter.language?.length) conditions.push(Prisma.sql`b.language = ANY(${filter.language}::text[])`);
  if (filter.source?.length)
    conditions.push(sourceCondition(filter.workspaceId, filter.source, Prisma.sql`b.source_id`));
  return Prisma.join(conditions, ' AND ');
}
