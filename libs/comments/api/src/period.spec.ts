import { addDays, dayOf, resolvePeriod, startOfDay } from './period';

describe('resolvePeriod', () => {
  it('includes both days whole, in the zone of the workspace', () => {
    const { from, to } = resolvePeriod({ from: '2026-05-03', to: '2026-05-03' }, 'Asia/Shanghai');
    expect(from?.toISOString()).toBe('2026-05-02T16:00:00.000Z');
    expect(to?.toISOString()).toBe('2026-05-03T16:00:00.000Z');
  });

  it('knows that a day of a clock change has 23 hours', () => {
    const { from, to } = resolvePeriod({ from: '2026-03-29', to: '2026-03-29' }, 'Europe/Berlin');
    expect((Number(to) - Number(from)) / 3_600_000).toBe(23);
  });

  it('passes instants and leaves open ends open', () => {
    expect(resolvePeriod({ from: '2026-05-03T08:00:00+08:00' }, 'UTC')).toEqual({
      from: new Date('2026-05-03T00:00:00Z'),
      to: null,
    });
  });
});

describe('days', () => {
  it('begin after midnight where the clock skips it', () => {
    expect(startOfDay('2026-04-24', 'Africa/Cairo').toISOString()).toBe('2026-04-23T22:00:00.000Z');
  });

  it('are those of the zone', () => {
    expect(dayOf(new Date('2026-05-02T18:00:00Z'), 'Asia/Shanghai')).toBe('2026-05-03');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  });
});
