import { Injectable } from '@nestjs/common';
import { MoodFromBucketsQuery } from '../queries/mood-from-buckets.query';
import { MoodFromCommentsQuery } from '../queries/mood-from-comments.query';
import type { ClosedFilter, MoodSlot } from '../queries/mood-slot';
import { isFullHour } from './intervals';
import { addCounts, NO_COUNTS, type MoodCounts } from './mood-counts';

/** Counts of a filter: by interval, whole, and each per source. All come from one reading, so they add up. */
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
  ) {}

  /** @param starts beginnings of the intervals, ascending; the first not after the filter's `from` */
  async count(filter: ClosedFilter, starts: readonly Date[]): Promise<MoodCount> {
    if (!bucketsSuffice(filter)) return gather(await this.comments.count({ filter, starts }), starts.length);
    return gather(await this.buckets.count({ filter, starts }), starts.length);
  }
}

/** Buckets know neither texts nor stars nor versions nor minutes, nor tags, nor which comments are alike, nor which of a label's comments are unsure. */
export function bucketsSuffice(filter: ClosedFilter): boolean {
  return (
    !filter.q &&
    !filter.themeWords &&
    !filter.tag &&
    !filter.unique &&
    !filter.label?.length &&
    !filter.emotion?.length &&
    !filter.kind?.length &&
    !filter.stars?.length &&
    !filter.recommended &&
    !filter.version?.length &&
    !filter.leftOut &&
    !filter.undated &&
    isFullHour(filter.from, filter.timeZone) &&
    isFullHour(filter.to, filter.timeZone)
  );
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
