import type { MoodPoint, MoodTurn } from '@moodline/trends/contract';
import { turningPoints, type MoodInterval } from './turning-points';

/** The search takes the square of the points: a line of a year by the day is still looked at. */
const MOST_POINTS = 400;
/** More turns than these are no news: the largest are told. */
const MOST_TURNS = 3;

/** The largest turns of a line, in their order. */
export function turnsOf(points: readonly MoodPoint[]): MoodTurn[] {
  if (points.length > MOST_POINTS) return [];
  return turningPoints(points)
    .map(({ at, before, now }) => ({
      start: points[at]?.start ?? '',
      before: level(before),
      now: level(now),
      n: now.n,
    }))
    .sort((a, b) => Math.abs(b.now - b.before) - Math.abs(a.now - a.before))
    .slice(0, MOST_TURNS)
    .sort((a, b) => a.start.localeCompare(b.start));
}

const level = ({ n, positive, negative }: MoodInterval): number => Math.round((100 * (positive - negative)) / n) + 0;
