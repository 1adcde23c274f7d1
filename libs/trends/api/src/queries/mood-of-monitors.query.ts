import { Injectable } from '@nestjs/common';
import {
  bucketRows,
  facetDayRows,
  filteredComments,
  MOOD_COLUMNS,
  perMille,
  type FacetDays,
} from '@moodline/comments/api';
import { Database, Prisma } from '@moodline/shared/db';
import type { MonitorMood } from '@moodline/trends/contract';
import type { MoodCounts } from '../mood/mood-counts';
import type { ClosedFilter, MoodSlotRequest } from './mood-slot';

/** Counts of one monitor in the interval `starts[slot]`. Intervals without comments have no row. */
export interface MonitorSlot extends MoodCounts {
  readonly slot: number;
  readonly monitorId: number;
}

/** Counts per interval and monitor. */
@Injectable()
export class MoodOfMonitorsQuery {
  constructor(private readonly database: Database) {}

  monitors(workspaceId: number): Promise<MonitorMood['monitor'][]> {
    return this.database
      .$queryRaw`SELECT id, name, competitor, kind FROM monitor WHERE workspace_id = ${workspaceId} AND removed_at IS NULL ORDER BY id`;
  }

  /** From the hourly buckets. Right only where the period has full hours and the filter names neither texts nor labels. */
  fromBuckets({ filter, starts }: MoodSlotRequest): Promise<MonitorSlot[]> {
    return this.sum(bucketRows(filter, starts, pickOf(filter)));
  }

  /** What is counted beforehand of a filter with one facet: the rest of `days` is not in it. */
  fromDays({ filter, starts }: MoodSlotRequest, days: FacetDays): Promise<MonitorSlot[]> {
    return this.sum(facetDayRows(filter, starts, { pick: pickOf(filter), days }));
  }

  private sum(rows: Prisma.Sql): Promise<MonitorSlot[]> {
    return this.database.$queryRaw<MonitorSlot[]>`
      SELECT b.slot, b.monitor_id AS "monitorId",
        sum(b.positive)::int AS positive, sum(b.neutral)::int AS neutral, sum(b.negative)::int AS negative,
        sum(b.unsure)::int AS unsure, sum(b.unscored + b.pending)::int AS unlabelled,
        sum(b.positive_sum)::float8 AS "positiveSum", sum(b.negative_sum)::float8 AS "negativeSum"
      FROM ${rows}
      GROUP BY 1, 2`;
  }

  /** From the comments themselves: for any filter. */
  fromComments({ filter, starts }: MoodSlotRequest): Promise<MonitorSlot[]> {
    return this.database.$queryRaw<MonitorSlot[]>`
      SELECT width_bucket(c.published_at, ${instants(starts)}::timestamptz[]) - 1 AS slot, m.monitor_id AS "monitorId",
        count(*) FILTER (WHERE c.label = 'positive')::int AS positive,
        count(*) FILTER (WHERE c.label = 'neutral')::int AS neutral,
        count(*) FILTER (WHERE c.label = 'negative')::int AS negative,
        count(*) FILTER (WHERE c.unsure)::int AS unsure,
        count(*) FILTER (WHERE c.label IS NULL)::int AS unlabelled,
        sum(c.positive_sum)::float8 AS "positiveSum", sum(c.negative_sum)::float8 AS "negativeSum"
      FROM (${filteredComments(filter, Prisma.sql`c.id, c.published_at, l.label, l.unsure, ${perMille('positive')} AS positive_sum, ${perMille('negative')} AS negative_sum`)}) c
      JOIN comment_monitor m ON m.workspace_id = ${filter.workspaceId} AND m.comment_id = c.id
      GROUP BY 1, 2`;
  }
}

const pickOf = ({ workspaceId }: ClosedFilter) => ({
  monitors: Prisma.sql`b.monitor_id = ANY(ARRAY(SELECT id FROM monitor WHERE workspace_id = ${workspaceId} AND removed_at IS NULL))`,
  columns: MOOD_COLUMNS,
});
const instants = (starts: readonly Date[]) => starts.map((start) => start.toISOString());
