import type { MoodPoint, MoodSeries } from '@moodline/trends/contract';
import { netError } from './finding';

/** Fewer comments than this say little: such a point is drawn hollow and never called a finding. */
export const LOW_N = 5;
/** Of a hundred days one strays this many standard errors by chance about every fourth time; a finding should be rarer. */
const SURPRISE = 3;
/** With fewer intervals than this there is nothing to stand out from. */
const FEWEST = 3;

/** The interval that strays furthest from the period as a whole. */
export interface Standout {
  readonly kind: 'lowest' | 'highest';
  readonly point: MoodPoint & { readonly net: number };
}

/** Null when no interval strays further than chance would take it. */
export function standoutOf({ points, total }: Pick<MoodSeries, 'points' | 'total'>): Standout | null {
  const level = total.net;
  const solid = points.filter((point): point is Standout['point'] => point.net !== null && point.n >= LOW_N);
  if (level === null || solid.length < FEWEST) return null;
  const strays = solid.map((point) => ({ point, stray: (point.net - level) / netError(point) }));
  const furthest = strays.reduce((most, next) => (Math.abs(next.stray) > Math.abs(most.stray) ? next : most));
  if (Math.abs(furthest.stray) < SURPRISE) return null;
  // "Lowest" has to be true as a word: the furthest by evidence may not be the lowest number, so the lowest solid one is named.
  const kind = furthest.stray < 0 ? 'lowest' : 'highest';
  const named = solid.reduce((most, next) =>
    (kind === 'lowest' ? next.net < most.net : next.net > most.net) ? next : most,
  );
  return { kind, point: named };
}
