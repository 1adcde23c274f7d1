import { dayOf, startOfDay } from '@moodline/comments/api';
import { quotable } from '@moodline/narration/api';
import type { CourseEvent, CoursePoint } from '@moodline/reports/contract';
import type { Annotation } from '@moodline/trends/contract';

/** More marks on a line of a report are not told apart; of a longer list the last ones stay. */
export const MOST_EVENTS = 6;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * What happened at the points of a line.
 * @param points in order, with the instants at which they begin
 * @param annotations in order; of a day of the zone, or of an instant
 */
export function courseEvents(
  points: readonly Pick<CoursePoint, 'start'>[],
  annotations: readonly Annotation[],
  timeZone: string,
): CourseEvent[] {
  const starts = points.map(({ start }) => new Date(start));
  const placeOf = (at: string) => {
    const time = DAY.test(at) ? startOfDay(at, timeZone) : new Date(at);
    const place = starts.findLastIndex((start) => start <= time);
    // A period may begin in the middle of the day that is meant.
    const [first] = starts;
    return place < 0 && first && dayOf(first, timeZone) === at ? 0 : place;
  };
  return annotations
    .map(({ at, kind, text, comments }) => ({ point: placeOf(at), kind, text: quotable(text), comments }))
    .filter(({ point }) => point >= 0)
    .slice(-MOST_EVENTS);
}
