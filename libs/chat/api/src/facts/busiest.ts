import type { MoodPoint } from '@moodline/trends/contract';

const WINDOW = 7;
/** Fewer comments on either side and a change may be chance. */
const LEAST = 20;

/** Seven days, as indexes of the daily points; the seven days before are what they are compared with. */
export interface TurningPoint {
  readonly first: number;
  readonly last: number;
}

/** The week in which the mood moved most against the week before; null where there are too few comments to tell. */
export function turningPoint(days: readonly Pick<MoodPoint, 'n' | 'positive' | 'negative'>[]): TurningPoint | null {
  let best: TurningPoint | null = null;
  let largest = 0;
  for (let first = WINDOW; first + WINDOW <= days.length; first++) {
    const [before, now] = [netOf(days.slice(first - WINDOW, first)), netOf(days.slice(first, first + WINDOW))];
    const move = before === null || now === null ? 0 : Math.abs(now - before);
    if (move > largest) [best, largest] = [{ first, last: first + WINDOW - 1 }, move];
  }
  return best;
}

/** The week that had most more comments than the week before; null where none had. */
export function volumeTurn(days: readonly Pick<MoodPoint, 'n'>[]): TurningPoint | null {
  const sum = (part: typeof days) => part.reduce((total, { n }) => total + n, 0);
  let best: TurningPoint | null = null;
  let largest = 0;
  for (let first = WINDOW; first + WINDOW <= days.length; first++) {
    const move = sum(days.slice(first, first + WINDOW)) - sum(days.slice(first - WINDOW, first));
    if (move > largest) [best, largest] = [{ first, last: first + WINDOW - 1 }, move];
  }
  return best;
}

/** The point with the most comments; null where no point has enough of them to mean something. */
export function busiestOf<Point extends Pick<MoodPoint, 'n'>>(points: readonly Point[]): Point | null {
  const busiest = points.reduce<Point | null>((best, point) => (point.n > (best?.n ?? 0) ? point : best), null);
  return busiest && busiest.n >= LEAST ? busiest : null;
}

function netOf(days: readonly Pick<MoodPoint, 'n' | 'positive' | 'negative'>[]): number | null {
  const sum = (read: (day: (typeof days)[number]) => number) => days.reduce((total, day) => total + read(day), 0);
  const n = sum((day) => day.n);
  return n < LEAST ? null : sum((day) => day.positive - day.negative) / n;
}
