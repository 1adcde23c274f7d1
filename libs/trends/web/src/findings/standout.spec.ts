import type { MoodPoint } from '@moodline/trends/contract';
import { standoutOf } from './standout';

let day = 0;
const point = (positive: number, negative: number): MoodPoint => {
  const n = positive + negative;
  day += 1;
  return {
    start: `2026-05-${String(day).padStart(2, '0')}T00:00:00Z`,
    n,
    positive,
    neutral: 0,
    negative,
    net: n ? (100 * (positive - negative)) / n : null,
  };
};
const series = (points: MoodPoint[]) => {
  const sum = (key: 'n' | 'positive' | 'negative') => points.reduce((all, next) => all + next[key], 0);
  const [n, positive, negative] = [sum('n'), sum('positive'), sum('negative')];
  return {
    points,
    total: { n, positive, neutral: 0, negative, net: (100 * (positive - negative)) / n, unsure: 0, unlabelled: 0 },
  };
};

describe('standoutOf', () => {
  beforeEach(() => (day = 0));

  it('names the day of the crisis', () => {
    const found = standoutOf(series([point(30, 20), point(28, 22), point(5, 95), point(31, 19)]));
    expect(found).toMatchObject({ kind: 'lowest', point: { start: '2026-05-03T00:00:00Z', net: -90 } });
  });

  it('names a day of joy', () => {
    expect(standoutOf(series([point(20, 30), point(22, 28), point(95, 5), point(19, 31)]))).toMatchObject({
      kind: 'highest',
    });
  });

  it('passes over a day with four furious comments', () => {
    expect(standoutOf(series([point(30, 20), point(28, 22), point(0, 4), point(31, 19)]))).toBeNull();
  });

  it('says nothing when the days differ no more than by chance', () => {
    expect(standoutOf(series([point(26, 24), point(24, 26), point(25, 25), point(27, 23)]))).toBeNull();
  });

  it('says nothing of two days', () => {
    expect(standoutOf(series([point(90, 10), point(10, 90)]))).toBeNull();
  });
});
