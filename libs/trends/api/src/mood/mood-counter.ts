import { Injectable } from '@nestjs/common';
import { MoodFromBucketsQuery } from '../queries/mood-from-buckets.query';
import { MoodFromCommentsQuery } from '../queries/mood-from-comments.query';
import type { ClosedFilter, MoodSlot } from '../queries/mood-slot';
import { addCounts, NO_COUNTS, type MoodCounts } from './mood-counts';
import { MoodWays } from './mood-ways';

/** Counts of a filter: by interval, whole, and each per source. All come from the same rows, so they add up. */
export interface MoodCount {
  readonly total: MoodCounts;
  readonly slots: readonly MoodCounts[];
  readonly bySource: ReadonlyMap<number, { readonly total: MoodCounts; readonly slots: readonly MoodCounts[] }>;
}

/** Counts moods by the cheapest way that is exact. */
@Injectable()
export class MoodCounter {
  constructor(
    private readonly buckets: MoodFromBucketsQuery,
    private readonly comments: MoodFromCommentsQuery,
    private readonly ways: MoodWays,
  ) {}

  /** @param starts beginnings of the intervals, ascending; the first not after the filter's `from` */
  async count(filter: ClosedFilter, starts: readonly Date[]): Promise<MoodCount> {
    const rows = await this.ways.rows<MoodSlot>(
      { filter, starts },
      {
        buckets: (request) => this.buckets.count(request),
        days: (request, days) => this.buckets.countDays(request, days),
        comments: (request) => this.comments.count(request),
      },
    );
    return gather(rows, starts.length);
  }
}

function gather(rows: readonly MoodSlot[], length: number): MoodCount {
  const slots: MoodCounts[] = new Array(length).fill(NO_COUNTS);
  const bySource = new Map<number, { total: MoodCounts; slots: MoodCounts[] }>();
  let total = NO_COUNTS;
  for (const row of rows) {
    const source = bySource.get(row.sourceId) ?? {
      total: NO_COUNTS,
      slots: new Array<MoodCounts>(length).fill(NO_COUNTS),
    };
    bySource.set(row.sourceId, source);
    total = addCounts(total, row);
    source.total = addCounts(source.total, row);
    slots[row.slot] = addCounts(slots[row.slot] ?? NO_COUNTS, row);
    source.slots[row.slot] = addCounts(source.slots[row.slot] ?? NO_COUNTS, row);
  }
  return { total, slots, bySource };
}
