import type { MoodTotal } from '@moodline/trends/contract';

/** Share (whole percent) that a theme must have to be told as one of this mood: about as much as all comments have, and never a mere few. */
export function tellingShare(
  { n, ...counts }: Pick<MoodTotal, 'n' | 'positive' | 'negative'>,
  mood: 'positive' | 'negative',
): number {
  return Math.max(35, Math.min(80, Math.floor((90 * counts[mood]) / Math.max(1, n))));
}
