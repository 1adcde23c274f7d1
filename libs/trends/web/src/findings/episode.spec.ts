import type { MoodPoint } from '@moodline/trends/contract';
import { episodeOf } from './episode';

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
const quiet = () => point(26, 24);

describe('episodeOf', () => {
  beforeEach(() => (day = 0));

  it('names the days of a crisis, not the smallest sample with the highest number', () => {
    const points = [quiet(), point(11, 5), quiet(), point(20, 80), point(25, 94), point(30, 60), quiet(), quiet()];
    expect(episodeOf({ points })).toMatchObject({
      kind: 'low',
      place: 'inside',
      first: { start: '2026-05-04T00:00:00Z' },
      last: { start: '2026-05-06T00:00:00Z' },
      n: 309,
    });
  });

  it('knows one day, and a run that goes on until the end', () => {
    expect(episodeOf({ points: [quiet(), quiet(), point(5, 95), quiet()] })).toMatchObject({
      place: 'single',
      net: -90,
    });
    day = 0;
    const points = [quiet(), quiet(), quiet(), quiet(), point(10, 40), point(10, 40)];
    expect(episodeOf({ points })).toMatchObject({
      kind: 'low',
      place: 'end',
      first: { start: '2026-05-05T00:00:00Z' },
    });
  });

  it('takes a run from the beginning for what came after it', () => {
    const points = [point(10, 40), point(10, 40), quiet(), quiet(), quiet(), quiet()];
    expect(episodeOf({ points })).toMatchObject({
      kind: 'high',
      place: 'end',
      first: { start: '2026-05-03T00:00:00Z' },
      net: 4,
      otherwise: -60,
    });
  });

  it('names days of joy', () => {
    expect(episodeOf({ points: [point(20, 30), point(22, 28), point(95, 5), point(19, 31)] })).toMatchObject({
      kind: 'high',
      place: 'single',
    });
  });

  it('passes over a day with four furious comments', () => {
    expect(episodeOf({ points: [point(30, 20), point(28, 22), point(0, 4), point(31, 19)] })).toBeNull();
  });

  it('says nothing when the days differ no more than by chance, and nothing of two days', () => {
    expect(episodeOf({ points: [point(26, 24), point(24, 26), point(25, 25), point(27, 23)] })).toBeNull();
    expect(episodeOf({ points: [point(90, 10), point(10, 90)] })).toBeNull();
  });
});
