import { isPartial } from './partial-interval';

const point = (start: string) => ({ start, n: 9, positive: 3, neutral: 3, negative: 3, net: 0 });
const at = Date.parse('2026-11-26T07:00:00Z');

describe('isPartial', () => {
  it('knows the first week that begins before the period, and the last one that goes on after it', () => {
    const series = {
      step: 'week' as const,
      points: ['2026-11-01T16:00:00Z', '2026-11-08T16:00:00Z', '2026-11-15T16:00:00Z'].map(point),
      period: { from: '2026-11-03T16:00:00Z', to: '2026-11-20T16:00:00Z' },
    };
    expect([0, 1, 2].map((index) => isPartial(series, index, at))).toEqual([true, false, true]);
  });

  it('knows a day that is not over, and days of the clock change', () => {
    const series = {
      step: 'day' as const,
      points: ['2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', '2026-11-25T23:00:00Z'].map(point),
      period: { from: '2026-10-24T22:00:00Z', to: '2026-11-26T23:00:00Z' },
    };
    expect([0, 1, 2].map((index) => isPartial(series, index, at))).toEqual([false, false, true]);
  });

  it('knows that the last whole day before the end of a past period is whole', () => {
    const series = {
      step: 'day' as const,
      points: ['2026-05-01T00:00:00Z', '2026-05-02T00:00:00Z'].map(point),
      period: { from: '2026-05-01T00:00:00Z', to: '2026-05-03T00:00:00Z' },
    };
    expect([0, 1].map((index) => isPartial(series, index, at))).toEqual([false, false]);
  });
});
