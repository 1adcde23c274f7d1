import type { ResolvedFilter } from '@moodline/comments/api';
import type { MoodCounts } from '../mood/mood-counts';

/** A filter whose period has both ends. */
export type ClosedFilter = ResolvedFilter & { readonly from: Date; readonly to: Date };

/** What to count: the comments of a filter, by the intervals that begin with `starts` (ascending, the first not after `from`). */
export interface MoodSlotRequest {
  readonly filter: ClosedFilter;
  readonly starts: readonly Date[];
}

/** Counts of one source in the interval `starts[slot]`. Intervals without comments have no row. */
export interface MoodSlot extends MoodCounts {
  readonly slot: number;
  readonly sourceId: number;
}
