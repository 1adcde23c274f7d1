import { defaultStep, intervalStarts, isFullHour, previousSpan } from './intervals';

const span = (from: string, to: string) => ({ from: new Date(from), to: new Date(to) });
const iso = (dates: Date[]) => dates.map((date) => date.toISOString());

describe('intervals', () => {
  it('begins days at midnight of the zone', () => {
    const starts = intervalStarts(span('2026-05-03T03:00:00Z', '2026-05-04T17:00:00Z'), 'day', 'Asia/Shanghai');
    expect(iso(starts)).toEqual(['2026-05-02T16:00:00.000Z', '2026-05-03T16:00:00.000Z', '2026-05-04T16:00:00.000Z']);
  });

  it('begins weeks on Monday', () => {
    // 10 May 2026 is a Sunday in Berlin.
    const starts = intervalStarts(span('2026-05-10T10:00:00Z', '2026-05-12T10:00:00Z'), 'week', 'Europe/Berlin');
    expect(iso(starts)).toEqual(['2026-05-03T22:00:00.000Z', '2026-05-10T22:00:00.000Z']);
  });

  it('gives the day on which summer time begins 23 hours, and the one on which it ends 25', () => {
    const spring = intervalStarts(span('2026-03-08T05:00:00Z', '2026-03-10T04:00:00Z'), 'day', 'America/New_York');
    expect(iso(spring)).toEqual(['2026-03-08T05:00:00.000Z', '2026-03-09T04:00:00.000Z']);
    const autumn = intervalStarts(span('2026-11-01T04:00:00Z', '2026-11-02T05:00:00Z'), 'hour', 'America/New_York');
    expect(autumn).toHaveLength(25);
  });

  it('begins hours where the clocks of Kathmandu do', () => {
    const starts = intervalStarts(span('2026-05-03T03:20:00Z', '2026-05-03T05:00:00Z'), 'hour', 'Asia/Kathmandu');
    expect(iso(starts)).toEqual(['2026-05-03T03:15:00.000Z', '2026-05-03T04:15:00.000Z']);
    expect(isFullHour(new Date('2026-05-03T03:15:00Z'), 'Asia/Kathmandu')).toBe(true);
    expect(isFullHour(new Date('2026-05-03T03:00:00Z'), 'Asia/Kathmandu')).toBe(false);
  });

  it('refuses more points than can be read', () => {
    expect(() => intervalStarts(span('2020-01-01T00:00:00Z', '2026-01-01T00:00:00Z'), 'hour', 'UTC')).toThrow(
      'longer step',
    );
  });

  it.each([
    ['2026-05-01T00:00:00Z', '2026-05-04T00:00:00Z', 'hour'],
    ['2026-05-01T00:00:00Z', '2026-05-05T00:00:00Z', 'day'],
    ['2026-01-01T00:00:00Z', '2026-05-01T00:00:00Z', 'day'],
    ['2026-01-01T00:00:00Z', '2026-05-03T00:00:00Z', 'week'],
  ])('shows %s to %s by the %s', (from, to, step) => {
    expect(defaultStep(span(from, to))).toBe(step);
  });

  it('keeps a period of whole days whole across a clock change', () => {
    const previous = previousSpan(span('2026-03-09T04:00:00Z', '2026-03-11T04:00:00Z'), 'America/New_York');
    expect(iso([previous.from, previous.to])).toEqual(['2026-03-07T05:00:00.000Z', '2026-03-09T04:00:00.000Z']);
  });

  it.each([
    // Winter time ends in March and begins in October: the months have 743 and 745 hours.
    ['October', 'Europe/Berlin', '2026-09-30T22:00:00Z', '2026-10-31T23:00:00Z', '2026-08-31T22:00:00.000Z'],
    [
      'April after a short March',
      'Europe/Berlin',
      '2026-03-31T22:00:00Z',
      '2026-04-30T22:00:00Z',
      '2026-02-28T23:00:00.000Z',
    ],
    ['February', 'UTC', '2026-02-01T00:00:00Z', '2026-03-01T00:00:00Z', '2026-01-01T00:00:00.000Z'],
    [
      'March after a February of 29 days',
      'UTC',
      '2028-03-01T00:00:00Z',
      '2028-04-01T00:00:00Z',
      '2028-02-01T00:00:00.000Z',
    ],
    ['January', 'Asia/Shanghai', '2025-12-31T16:00:00Z', '2026-01-31T16:00:00Z', '2025-11-30T16:00:00.000Z'],
    ['the second quarter', 'UTC', '2026-04-01T00:00:00Z', '2026-07-01T00:00:00Z', '2026-01-01T00:00:00.000Z'],
    ['a leap year', 'UTC', '2028-01-01T00:00:00Z', '2029-01-01T00:00:00Z', '2027-01-01T00:00:00.000Z'],
  ])('compares %s in %s with as many whole months before', (...[, timeZone, from, to, before]) => {
    const previous = previousSpan(span(from, to), timeZone);
    expect(iso([previous.from, previous.to])).toEqual([before, new Date(from).toISOString()]);
  });

  it.each([
    ['days of a month', '2026-03-01T00:00:00Z', '2026-03-15T00:00:00Z', '2026-02-15T00:00:00.000Z'],
    [
      'a month that begins on its second day',
      '2026-03-02T00:00:00Z',
      '2026-04-02T00:00:00Z',
      '2026-01-30T00:00:00.000Z',
    ],
    ['hours', '2026-03-01T00:00:00Z', '2026-03-01T06:00:00Z', '2026-02-28T18:00:00.000Z'],
    ['a month but for its first hour', '2026-03-01T01:00:00Z', '2026-04-01T00:00:00Z', '2026-01-29T02:00:00.000Z'],
  ])('compares %s with the time of the same length before', (_, from, to, before) => {
    expect(previousSpan(span(from, to), 'UTC').from.toISOString()).toBe(before);
  });
});
