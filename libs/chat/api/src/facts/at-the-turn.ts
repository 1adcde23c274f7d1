import { dayOf } from '@moodline/comments/api';
import type { FactPeriod } from '@moodline/narration/contract';
import type { MoodFacts } from '@moodline/trends/api';
import { overPeriod, type Search } from './asked-facts';
import { turningPoint, volumeTurn } from './busiest';

/**
 * A change needs something before it: where no period is named, the week in which the mood turned most is looked at, or, where the number
 * of comments is asked for, the one in which it grew most.
 */
export async function atTheTurn(moods: MoodFacts, search: Search): Promise<Search> {
  if (search.typed.period || search.compared) return search;
  const { workspaceId, within, timeZone, typed } = search;
  const daily = await moods.series(workspaceId, { ...within, step: 'day' });
  const turn = typed.measure === 'count' ? volumeTurn(daily.points) : turningPoint(daily.points);
  const dayAt = (index: number): string | null => {
    const start = daily.points[index]?.start;
    return start ? dayOf(new Date(start), timeZone) : null;
  };
  if (!turn) return search;
  const [from, to] = [dayAt(turn.first), dayAt(turn.last)];
  const [earlier, end] = [dayAt(2 * turn.first - turn.last - 1), dayAt(turn.first - 1)];
  if (!from || !to || !earlier || !end) return search;
  const period: FactPeriod = { from, to };
  return { ...search, period, compared: { from: earlier, to: end }, within: overPeriod(within, period) };
}
