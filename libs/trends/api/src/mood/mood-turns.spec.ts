import type { MoodPoint } from '@moodline/trends/contract';
import { turnsOf } from './mood-turns';

const point = (index: number, positive: number, negative: number): MoodPoint => ({
  start: new Date(Date.UTC(2026, 4, 1 + index)).toISOString(),
  n: 50,
  positive,
  neutral: 50 - positive - negative,
  negative,
  net: 2 * (positive - negative),
});
const line = (levels: readonly (readonly [number, number, number])[]) =>
  levels.flatMap(([days, positive, negative]) => Array.from({ length: days }, () => [positive, negative] as const));
const points = (levels: readonly (readonly [number, number, number])[]) =>
  line(levels).map(([positive, negative], index) => point(index, positive, negative));

describe('turnsOf', () => {
  it('tells when the level changed, from what to what, and on how many comments that rests', () => {
    expect(
      turnsOf(
        points([
          [10, 30, 15],
          [10, 10, 35],
        ]),
      ),
    ).toEqual([{ start: '2026-05-11T00:00:00.000Z', before: 30, now: -50, n: 500 }]);
  });

  it('tells the largest three of many, in the order of time', () => {
    const many = points([
      [8, 30, 15],
      [8, 10, 35],
      [8, 30, 15],
      [8, 10, 35],
      [8, 16, 30],
      [8, 35, 5],
    ]);
    const turns = turnsOf(many);
    expect(turns).toHaveLength(3);
    expect(turns.map(({ start }) => start)).toEqual(turns.map(({ start }) => start).sort());
  });

  it('finds none in a steady line, and looks for none in one that is too long', () => {
    expect(turnsOf(points([[30, 20, 20]]))).toEqual([]);
    expect(
      turnsOf(
        points([
          [300, 30, 15],
          [300, 10, 35],
        ]),
      ),
    ).toEqual([]);
  });
});
