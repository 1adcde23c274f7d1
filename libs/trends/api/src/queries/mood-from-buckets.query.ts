import { Injectable } from '@nestjs/common';
import { bucketRows, MOOD_COLUMNS } from '@moodline/comments/api';
import { Database, Prisma } from '@moodline/shared/db';
import type { MoodSlot, MoodSlotRequest } from './mood-slot';

/**
 * Counts per interval and source from the buckets: a few rows a day however many comments there are.
 * Right only where the period begins and ends with full hours of the zone, and the filter names neither texts nor labels.
 */
@Injectable()
export class MoodFromBucketsQuery {
  constructor(private readonly database: Database) {}

  count({ filter, starts }: MoodSlotRequest): Promise<MoodSlot[]> {
    return this.database.$queryRaw<MoodSlot[]>`
      SELECT b.slot, b.source_id AS "sourceId",
        sum(b.positive)::int AS positive, sum(b.neutral)::int AS neutral, sum(b.negative)::int AS negative,
        sum(b.unsure)::int AS unsure, sum(b.unscored + b.pending)::int AS unlabelled,
        sum(b.positive_sum)::float8 AS "positiveSum", sum(b.negative_sum)::float8 AS "negativeSum"
      FROM ${bucketRows(filter, starts, { monitors: Prisma.sql`b.monitor_id = ${filter.monitor ?? 0}`, columns: MOOD_COLUMNS })}
      GROUP BY 1, 2`;
  }
}
