import type { MoodLesson } from './learn-mood';

/** A difference this improbable is no chance any more. */
const SIGNIFICANT = 0.05;
/** The share of the known rows that may be lost whatever the test says: half a point is within what people who label differ by. */
const MOST_LOST = 0.005;

/**
 * Whether a head is worth proposing: more often right on the workspace's own labels than chance brings about, and on what was known not
 * less often than chance brings about, or by no more than half a point.
 */
export function isProposed({ own, known }: Pick<MoodLesson, 'own' | 'known'>): boolean {
  const isBetter = own.chance < SIGNIFICANT;
  const isWorse = known.chance > 1 - SIGNIFICANT && known.before - known.after > MOST_LOST * known.n;
  return isBetter && !isWorse;
}
