import { SCHEDULES } from '@moodline/sources/contract';
import { checkSchedule, firstRunTimes, nextRunAt } from './schedule';

const NOW = new Date('2026-05-03T08:00:00Z');
const middle = { timeZone: 'UTC', random: () => 0.5 };
const early = { timeZone: 'UTC', random: () => 0 };
const late = { timeZone: 'UTC', random: () => 1 };

/** Times as a clock on the wall shows them. */
function onTheWall(times: readonly Date[], timeZone: string): string[] {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: '2-digit',
    month: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  return times.map((time) => format.format(time).replace(', ', ' '));
}

describe('the next run', () => {
  it('is one interval away, spread to either side by five percent, but by no more than ten minutes', () => {
    expect(nextRunAt('hourly', NOW, middle).toISOString()).toBe('2026-05-03T09:00:00.000Z');
    expect(nextRunAt('hourly', NOW, early).toISOString()).toBe('2026-05-03T08:57:00.000Z');
    expect(nextRunAt('hourly', NOW, late).toISOString()).toBe('2026-05-03T09:03:00.000Z');
    expect(nextRunAt('daily', NOW, middle).toISOString()).toBe('2026-05-04T08:00:00.000Z');
    expect(nextRunAt('daily', NOW, early).toISOString()).toBe('2026-05-04T07:50:00.000Z');
  });

  it('of a schedule with clock times is never early, and at most two minutes late', () => {
    expect(nextRunAt('morning-and-evening', NOW, early).toISOString()).toBe('2026-05-03T18:00:00.000Z');
    expect(nextRunAt('morning-and-evening', NOW, late).toISOString()).toBe('2026-05-03T18:02:00.000Z');
    expect(nextRunAt('30 9 * * *', NOW, late).toISOString()).toBe('2026-05-03T09:32:00.000Z');
  });

  it('waits as long as the source asks', () => {
    expect(
      nextRunAt('every-15-minutes', NOW, { ...middle, notBefore: new Date('2026-05-03T12:00:00Z') }).toISOString(),
    ).toBe('2026-05-03T12:00:00.000Z');
    expect(nextRunAt('hourly', NOW, { ...middle, notBefore: new Date('2026-05-03T08:01:00Z') }).toISOString()).toBe(
      '2026-05-03T09:00:00.000Z',
    );
  });

  it('doubles its distance with each failure in a row, up to a day', () => {
    const hours = (schedule: string, failures: number) =>
      (nextRunAt(schedule, NOW, { ...middle, failures }).getTime() - NOW.getTime()) / 3_600_000;
    expect([0, 1, 2, 3, 4, 5].map((failures) => hours('hourly', failures))).toEqual([1, 1, 2, 4, 8, 16]);
    expect([6, 20].map((failures) => hours('hourly', failures))).toEqual([24, 24]);
    expect([1, 5].map((failures) => hours('daily', failures))).toEqual([24, 24]);
    expect(
      [1, 2, 3].map((failures) =>
        nextRunAt('office-hours', new Date('2026-05-04T16:30:00Z'), { ...early, failures }).toISOString(),
      ),
    ).toEqual(['2026-05-04T17:00:00.000Z', '2026-05-04T18:00:00.000Z', '2026-05-05T10:00:00.000Z']);
  });
});

describe('a schedule', () => {
  it('of office hours comes on the hour from 9 to 18 on working days', () => {
    const friday = firstRunTimes('office-hours', new Date('2026-05-01T07:30:00Z'), {
      timeZone: 'Asia/Shanghai',
      count: 5,
    });
    expect(onTheWall(friday, 'Asia/Shanghai')).toEqual([
      '01/05 16:00',
      '01/05 17:00',
      '01/05 18:00',
      '04/05 09:00',
      '04/05 10:00',
    ]);
  });

  it.each([
    ['forward', '2026-03-07T20:00:00Z', ['07/03 18:00', '08/03 08:00', '08/03 18:00', '09/03 08:00']],
    ['back', '2026-10-31T20:00:00Z', ['31/10 18:00', '01/11 08:00', '01/11 18:00', '02/11 08:00']],
  ])('keeps its clock times when the clocks go %s', (_, from, expected) => {
    expect(
      onTheWall(
        firstRunTimes('morning-and-evening', new Date(from), { timeZone: 'America/New_York', count: 4 }),
        'America/New_York',
      ),
    ).toEqual(expected);
  });

  it('comes once where the clock skips its time, and once where that time comes twice', () => {
    const skipped = firstRunTimes('30 2 * * *', new Date('2026-03-07T12:00:00Z'), {
      timeZone: 'America/New_York',
      count: 2,
    });
    expect(skipped.map((time) => time.toISOString())).toEqual(['2026-03-08T07:30:00.000Z', '2026-03-09T06:30:00.000Z']);
    const twice = firstRunTimes('30 1 * * *', new Date('2026-10-31T12:00:00Z'), {
      timeZone: 'America/New_York',
      count: 2,
    });
    expect(twice.map((time) => time.toISOString())).toEqual(['2026-11-01T05:30:00.000Z', '2026-11-02T06:30:00.000Z']);
  });

  it('that counts hours has one run more on the day that is an hour longer', () => {
    const hours = firstRunTimes('0 * * * *', new Date('2026-11-01T04:30:00Z'), {
      timeZone: 'America/New_York',
      count: 3,
    });
    expect(hours.map((time) => time.toISOString())).toEqual([
      '2026-11-01T05:00:00.000Z',
      '2026-11-01T06:00:00.000Z',
      '2026-11-01T07:00:00.000Z',
    ]);
  });

  it('of once a day comes at the same time of day after the clocks went back', () => {
    expect(
      onTheWall(
        firstRunTimes('daily', new Date('2026-10-31T13:00:00Z'), { timeZone: 'America/New_York', count: 2 }),
        'America/New_York',
      ),
    ).toEqual(['01/11 09:00', '02/11 09:00']);
  });

  it.each([
    ...SCHEDULES,
    '*/5 * * * *',
    '0 9 * * 1-5',
    '0 9 * * mon,thu',
    '0 0 1 mar *',
    '2,57 9 * * *',
    '0 0 29 2 *',
    '0 9-18/3 * * 1-5',
  ])('is kept: %s', (schedule) => {
    expect(() => checkSchedule(schedule)).not.toThrow();
  });

  it.each([
    ['* * * * *', 'schedule-too-often'],
    ['*/4 * * * *', 'schedule-too-often'],
    ['0,3 9 * * 1', 'schedule-too-often'],
    ['0,58 9-10 * * *', 'schedule-too-often'],
    ['0 0 31 2 *', 'schedule-never'],
    ['weekly', 'schedule-unreadable'],
    ['@daily', 'schedule-unreadable'],
    ['0 9 * *', 'schedule-unreadable'],
    ['0 0 9 * * *', 'schedule-unreadable'],
    ['H 9 * * *', 'schedule-unreadable'],
    ['61 9 * * *', 'schedule-unreadable'],
    ['0 25 * * *', 'schedule-unreadable'],
    ['*/0 * * * *', 'schedule-unreadable'],
    ['0 9 * * 1; DROP', 'schedule-unreadable'],
  ])('is refused: %s (%s)', (schedule, code) => {
    expect(() => checkSchedule(schedule)).toThrow(expect.objectContaining({ code }));
  });
});
