import { turnDraft } from '@moodline/narration/api';
import { turningPoints, type MoodFacts, type TurningPoint } from '@moodline/trends/api';
import type { Search } from './asked-facts';
import { common } from './mood-drafts';

/** Turns that are told, and the days among which they are looked for. */
const TOLD = 3;
const MOST_DAYS = 400;

const sizeOf = ({ now, before }: TurningPoint): number =>
  Math.abs((now.positive - now.negative) / now.n - (before.positive - before.negative) / before.n);

/** When the mood took another level: the largest turns, in their order. @returns whether there are any that are more than chance */
export async function addTurns(search: Search, moods: MoodFacts): Promise<boolean> {
  const { sheet, workspaceId, within, period } = search;
  const [{ points, timeZone }, { from, to }] = await Promise.all([
    moods.series(workspaceId, { ...within, step: 'day' }),
    moods.closedFilter(workspaceId, within),
  ]);
  const turns = points.length > MOST_DAYS ? [] : turningPoints(points);
  const told = [...turns]
    .sort((a, b) => sizeOf(b) - sizeOf(a))
    .slice(0, TOLD)
    .sort((a, b) => a.at - b.at);
  const board = { starts: points.map(({ start }) => new Date(start)), filter: { from, to, timeZone } };
  const { scope } = common(search, 0);
  for (const turn of told) sheet.add(turnDraft({ period, compared: period, scope, filter: within }, turn, board));
  return told.length > 0;
}
