import { nextRunAt } from './schedule';

const NOW = new Date('2026-05-03T08:00:00Z');

describe('the next run', () => {
  it('is one interval away, spread by five percent to either side', () => {
    expect(nextRunAt('hourly', NOW, null, () => 0.5).toISOString()).toBe('2026-05-03T09:00:00.000Z');
    expect(nextRunAt('hourly', NOW, null, () => 0).toISOString()).toBe('2026-05-03T08:57:00.000Z');
    expect(nextRunAt('hourly', NOW, null, () => 1).toISOString()).toBe('2026-05-03T09:03:00.000Z');
    expect(nextRunAt('daily', NOW, null, () => 0.5).toISOString()).toBe('2026-05-04T08:00:00.000Z');
  });

  it('waits as long as the source asks', () => {
    expect(nextRunAt('every-15-minutes', NOW, new Date('2026-05-03T12:00:00Z')).toISOString()).toBe('2026-05-03T12:00:00.000Z');
    expect(nextRunAt('hourly', NOW, new Date('2026-05-03T08:01:00Z'), () => 0.5).toISOString()).toBe('2026-05-03T09:00:00.000Z');
  });
});
