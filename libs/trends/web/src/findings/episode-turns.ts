import type { MoodPoint, MoodTurn } from '@moodline/trends/contract';
import type { Episode } from './episode';

/** The beginning of an episode, and, where it is over, its end, as turns of the mood. */
export function episodeTurns(episode: Episode | null, points: readonly MoodPoint[]): MoodTurn[] {
  if (!episode) return [];
  const [level, rest] = [Math.round(episode.net), Math.round(episode.otherwise)];
  const after = points[points.findIndex(({ start }) => start === episode.last.start) + 1];
  const total = points.reduce((sum, { n }) => sum + n, 0);
  const begins = { start: episode.first.start, before: rest, now: level, n: episode.n };
  if (episode.place === 'end' || !after) return [begins];
  return [begins, { start: after.start, before: level, now: rest, n: total - episode.n }];
}
