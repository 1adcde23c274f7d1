import type { CommentFilter } from '@moodline/comments/contract';
import type { MoodSeries } from '@moodline/trends/contract';

/** The filter of the comments behind one point: the interval as instants, cut to the period. */
export function intervalFilter(
  filter: CommentFilter,
  series: Pick<MoodSeries, 'points' | 'period'>,
  index: number,
): CommentFilter {
  const { points, period } = series;
  const start = points[index]?.start ?? period.from;
  const end = points[index + 1]?.start ?? period.to;
  // The first week may begin before the period does.
  return { ...filter, from: later(start, period.from), to: earlier(end, period.to) };
}

const later = (left: string, right: string) => (Date.parse(left) >= Date.parse(right) ? left : right);
const earlier = (left: string, right: string) => (Date.parse(left) <= Date.parse(right) ? left : right);
