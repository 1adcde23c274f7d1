import { Injectable } from '@nestjs/common';
import { bucketRows, facetDayRows, MOOD_COLUMNS, type FacetDays } from '@moodline/comments/api';
import { Database, Prisma } from '@moodline/shared/db';
import type { ClosedFilter, MoodSlot, MoodSlotRequest } from './mood-slot';

/** Counts per interval and source from the buckets and from the days by facets: a few rows a day however many comments there are. */
@Injectable()
export class MoodFromBucketsQuery {
  constructor(private readonly database: Database) {}

  /** Right only where the period begins and ends with full hours of the zone, and the filter names neither texts nor labels. */
  count({ filter, starts }: MoodSlotRequest): Promise<MoodSlot[]> {
    return this.sum(bucketRows(filter, starts, pickOf(filter)));
  }

  /** What is counted beforehand of a filter with one facet: the rest of `days` is not in it. */
  countDays({ filter, starts }: MoodSlotRequest, days: FacetDays): Promise<MoodSlot[]> {
    return this.sum(facetDayRows(filter, starts, { pick: pickOf(filter), days }));
  }

  private sum(rows: Prisma.Sql): Promise<MoodSlot[]> {
    return this.database.$queryRaw<MoodSlot[]>`
      SELECT b.slot, b.source_id AS "sourceId",
        sum(b.positive)::int AS positive, sum(b.neutral)::int AS neutral, sum(b.negative)::int AS negative,
        sum(b.unsure)::int AS unsure, sum(b.unscored + b.pending)::int AS unlabelled,
        sum(b.positive_sum)::float8 AS "positiveSum", sum(b.negative_sum)::float8 AS "negativeSum"
      FROM ${rows}
      GROUP BY 1, 2`;
  }
}

const pickOf = ({ monitor }: ClosedFilter) => ({
  monitors: Prisma.sql`b.monitor_id = ${monitor ?? 0}`,
  columns: MOOD_COLUMNS,
});
