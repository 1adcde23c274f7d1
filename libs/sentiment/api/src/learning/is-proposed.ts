import type { MoodLesson } from './learn-mood';

/** A difference this improbable is no chance any more. */
const SIGNIFICANT = 0.05;
/** The share of the known rows that may be lost: a hundredth is within what the same head shows on another sample of that size. */
const MOST_LOST = 0.01;

/** Whether a head is worth proposing: better on the workspace's own labels beyond chance, and nothing lost on what was known. */
export function isProposed({ own, known }: Pick<MoodLesson, 'own' | 'known'>): boolean {
  const isBetter = own.gained > own.lost && own.chance < SIGNIFICANT;
  const isWorse = known.lost > known.gained && known.chance < SIGNIFICANT;
  return isBetter && !isWorse && known.before - known.after <= MOST_LOST * known.n;
}
