import { Injectable } from '@nestjs/common';
import { Database, Prisma } from '@moodline/shared/db';
import { sourceIds } from '../comment-filter.query';
import { addDays, dayOf, startOfDay } from '../period';
import type { BucketFilter, BucketPick } from './bucket-rows.query';

/** What a filter can ask for that days are counted by, beside monitors and sources. */
export const DAY_FACETS = ['label', 'emotion', 'kind', 'stars'] as const;
export type DayFacet = (typeof DAY_FACETS)[number];

/** Comments whose label (or emotion, kind, stars) is one of the values; or all comments. */
export interface FacetValues {
  readonly facet: DayFacet | 'all';
  readonly values: readonly string[];
}

/** A filter whose sources and monitor facet days know; of languages they know nothing. */
export type FacetFilter = Pick<BucketFilter, 'workspaceId' | 'source' | 'from' | 'to'> & {
  readonly timeZone: string;
  readonly monitor?: number;
};

/** All comments: a row a day and source, where buckets have one for each language and for the hours by which days of a zone are not those of UTC. */
export const ALL_COMMENTS: FacetValues = { facet: 'all', values: [''] };

/** Which part of a period is counted beforehand by {@link FacetValues}, and which is not. */
export interface FacetDays extends FacetValues {
  /** First instants of days of the zone; between them, all days but those of `stale` are counted beforehand. */
  readonly from: Date;
  readonly to: Date;
  /** As they stand in the table. */
  readonly stale: readonly Date[];
  /** What is to be counted from the comments: the ends of the period, where they are no whole days, and days that have changed. */
  readonly rest: readonly { readonly from: Date; readonly to: Date }[];
}

/** With more days that have changed, they are counted in one go with all others. */
const MOST_STALE = 31;

/** What is asked of {@link FacetDaysQuery}. */
export interface FacetDaysRequest {
  readonly filter: FacetFilter;
  /** Beginnings of the intervals, ascending */
  readonly starts: readonly Date[];
  /** Whether monitors are asked for: not while one is matched by new rules, as its counts stand still. */
  readonly monitors: boolean;
}

@Injectable()
export class FacetDaysQuery {
  constructor(private readonly database: Database) {}

  /**
   * What is counted beforehand of a period by intervals.
   * @returns null where counting comments does better: intervals that are no whole days, a zone that is being changed, many days that have changed
   */
  async find({ filter, starts, monitors }: FacetDaysRequest, facet: FacetValues): Promise<FacetDays | null> {
    const { workspaceId, timeZone, from, to } = filter;
    const begin = (instant: Date) => startOfDay(dayOf(instant, timeZone), timeZone);
    const next = (instant: Date) => startOfDay(addDays(dayOf(instant, timeZone), 1), timeZone);
    const [first, last] = [isSame(begin(from), from) ? from : next(from), begin(to)];
    if (first >= last || starts.some((start) => start > from && !isSame(begin(start), start))) return null;
    const stale = await this.stale({ workspaceId, timeZone, monitors }, { from: first, to: last });
    if (!stale || stale.length > MOST_STALE) return null;
    const rest = [
      { from, to: first },
      ...stale.map((instant) => ({ from: begin(instant), to: next(instant) })),
      { from: last, to },
    ].filter((span) => span.from < span.to);
    return { ...facet, from: first, to: last, stale, rest };
  }

  /** Days that have changed, one more than are too many at most; null while counts stand still or go by another zone or other kinds. */
  private async stale(
    { workspaceId, timeZone, monitors }: { workspaceId: number; timeZone: string; monitors: boolean },
    { from, to }: { from: Date; to: Date },
  ): Promise<Date[] | null> {
    const [state] = await this.database.$queryRaw<{ still: boolean; days: Date[] }[]>`
      SELECT
        EXISTS (
          SELECT FROM workspace w
          LEFT JOIN mood_zone z ON z.workspace_id = w.workspace_id
          LEFT JOIN leaving_out o ON o.workspace_id = w.workspace_id
          WHERE w.workspace_id = ${workspaceId} AND (w.time_zone <> ${timeZone} OR z.next_zone IS NOT NULL
            OR z.zone <> w.time_zone OR z.kinds <> coalesce(o.kinds, '{}'))
        ) OR (${monitors} AND EXISTS (
          SELECT FROM monitor WHERE workspace_id = ${workspaceId} AND rematch_cursor IS NOT NULL
        )) AS still,
        ARRAY(
          SELECT day FROM mood_facet_stale
          WHERE workspace_id = ${workspaceId} AND day >= ${from} AND day < ${to}
          ORDER BY day LIMIT ${MOST_STALE + 1}
        ) AS days`;
    return state && !state.still ? state.days : null;
  }
}

const isSame = (a: Date, b: Date) => a.getTime() === b.getTime();

/** Sums of facet days as `b`, one for each `slot`, monitor and source, as a `FROM` item like `bucketRows`. */
export function facetDayRows(
  filter: FacetFilter,
  starts: readonly Date[],
  { pick: { monitors, columns }, days }: { pick: BucketPick; days: FacetDays },
): Prisma.Sql {
  const source = filter.source?.length
    ? Prisma.sql`AND b.source_id = ANY(ARRAY(${sourceIds(filter.workspaceId, filter.source)}))`
    : Prisma.empty;
  return Prisma.sql`(
    SELECT width_bucket(b.day, ${instants(starts)}) - 1 AS slot, b.monitor_id, b.source_id,
      ${Prisma.raw(columns.map((name) => `sum(b.${name}) AS ${name}`).join(', '))}
    FROM mood_facet_day b
    WHERE b.workspace_id = ${filter.workspaceId} AND b.facet = ${days.facet} AND b.value = ANY(${[...days.values]}::text[]) AND ${monitors}
      AND b.day >= ${days.from} AND b.day < ${days.to} AND b.day <> ALL(${instants(days.stale)}) ${source}
    GROUP BY 1, 2, 3
  ) b`;
}

const instants = (times: readonly Date[]) => Prisma.sql`${times.map((time) => time.toISOString())}::timestamptz[]`;
