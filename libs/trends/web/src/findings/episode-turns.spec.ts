import type { MoodPoint } from '@moodline/trends/contract';
import type { Episode } from './episode';
import { episodeTurns } from './episode-turns';

const points = [0, 1, 2, 3, 4].map((index): MoodPoint => ({
  start: `2026-05-0${index + 1}`,
  n: 50,
  positive: 20,
  neutral: 10,
  negative: 20,
  net: 0,
}));
const [, second, third] = points as [MoodPoint, MoodPoint, MoodPoint, MoodPoint, MoodPoint];
const low: Episode = { kind: 'low', place: 'inside', first: second, last: third, n: 100, net: -42.4, otherwise: -14 };

describe('episodeTurns', () => {
  it('has the beginning and the first interval after the end', () => {
    expect(episodeTurns(low, points)).toEqual([
      { start: '2026-05-02', before: -14, now: -42, n: 100 },
      { start: '2026-05-04', before: -42, now: -14, n: 150 },
    ]);
  });

  it('has no end where it goes on', () => {
    const goesOn: Episode = { ...low, place: 'end', last: points.at(-1) as MoodPoint };
    expect(episodeTurns(goesOn, points).map(({ start }) => start)).toEqual(['2026-05-02']);
    expect(episodeTurns(null, points)).toEqual([]);
  });
});
