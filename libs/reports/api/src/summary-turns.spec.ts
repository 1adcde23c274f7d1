import type { TellingOf } from '@moodline/narration/api';
import type { Board } from '@moodline/trends/api';
import { turnsTold } from './summary-turns';

const DAY_MS = 86_400_000;
const FIRST = Date.UTC(2026, 10, 1);

/** Twenty days in UTC of fifty comments each: good ones up to the tenth, bad ones from then on. */
function board(turnsAt = 10): Board {
  const starts = Array.from({ length: 20 }, (_, index) => new Date(FIRST + index * DAY_MS));
  const filter = { from: starts[0], to: new Date(FIRST + 20 * DAY_MS), timeZone: 'UTC' };
  const slots = starts.map((_, index) => ({
    positive: index < turnsAt ? 30 : 10,
    neutral: 5,
    negative: index < turnsAt ? 15 : 35,
  }));
  return { starts, filter, slots } as unknown as Board;
}
const of = { period: { from: '2026-11-01', to: '2026-11-20' }, scope: {}, filter: {} } as unknown as TellingOf;
const told = (written: { text: string; day: string }[], turnsAt?: number) =>
  turnsTold({ board: board(turnsAt), of }, written).map((draft) =>
    'at' in draft ? [draft.kind, draft.at, 'name' in draft ? draft.name : null, draft.value] : [draft.kind],
  );

describe('when the mood turned', () => {
  it('is told by its day where nothing was written down', () => {
    expect(told([])).toEqual([['turning-point', '2026-11-11', null, -80]]);
  });

  it('is told with what was written down on that day or just before, once', () => {
    expect(told([{ text: 'Update 2.4', day: '2026-11-10' }])).toEqual([['event', '2026-11-10', 'Update 2.4', -73]]);
  });

  it('is told beside what happened at another time', () => {
    expect(told([{ text: 'New shop', day: '2026-11-04' }])).toEqual([
      ['event', '2026-11-04', 'New shop', expect.any(Number)],
      ['turning-point', '2026-11-11', null, -80],
    ]);
  });

  it('leaves out what has nothing before or after it to compare', () => {
    expect(
      told(
        [
          { text: 'the first day', day: '2026-11-01' },
          { text: 'last year', day: '2025-11-10' },
          { text: 'tomorrow', day: '2026-11-21' },
        ],
        20,
      ),
    ).toEqual([]);
  });

  it('tells the latest two of many', () => {
    const days = ['2026-11-15', '2026-11-09', '2026-11-05'];
    expect(
      told(
        days.map((day) => ({ text: day, day })),
        20,
      ),
    ).toEqual([
      ['event', '2026-11-09', '2026-11-09', 0],
      ['event', '2026-11-15', '2026-11-15', 0],
    ]);
  });
});
