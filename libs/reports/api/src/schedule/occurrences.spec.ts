import { reportScheduleSchema } from '@moodline/reports/contract';
import { endOfQuiet, lastOccurrence, nextOccurrence } from './occurrences';

const monday = reportScheduleSchema.parse({ every: 'week', weekday: 1, time: '09:00' });

/** The next times in a row. */
function series(schedule: typeof monday, from: string, timeZone: string, count: number) {
  const found = [];
  let after = new Date(from);
  for (let index = 0; index < count; index++) {
    const next = nextOccurrence(schedule, after, timeZone);
    found.push(`${next.slot} ${next.at.toISOString()}`);
    after = next.at;
  }
  return found;
}

describe('the times of a report', () => {
  it('are at nine on Mondays before and after the end of summer time', () => {
    expect(series(monday, '2026-10-19T12:00:00Z', 'Europe/Berlin', 2)).toEqual([
      '2026-10-26T09:00 2026-10-26T08:00:00.000Z',
      '2026-11-02T09:00 2026-11-02T08:00:00.000Z',
    ]);
    expect(series(monday, '2026-10-18T12:00:00Z', 'Europe/Berlin', 1)).toEqual([
      '2026-10-19T09:00 2026-10-19T07:00:00.000Z',
    ]);
  });

  it('are there once on a day on which the clock shows them twice, or never', () => {
    const daily = reportScheduleSchema.parse({ every: 'day', time: '02:30' });
    // 25 October 2026: 02:30 comes twice. 29 March 2026: it does not come.
    expect(series(daily, '2026-10-24T12:00:00Z', 'Europe/Berlin', 2)).toEqual([
      '2026-10-25T02:30 2026-10-25T00:30:00.000Z',
      '2026-10-26T02:30 2026-10-26T01:30:00.000Z',
    ]);
    expect(series(daily, '2026-03-28T12:00:00Z', 'Europe/Berlin', 2)).toEqual([
      '2026-03-29T02:30 2026-03-29T01:30:00.000Z',
      '2026-03-30T02:30 2026-03-30T00:30:00.000Z',
    ]);
  });

  it('are on the day of the month', () => {
    const monthly = reportScheduleSchema.parse({ every: 'month', day: 28, time: '08:15' });
    expect(series(monthly, '2026-02-01T00:00:00Z', 'Asia/Shanghai', 2)).toEqual([
      '2026-02-28T08:15 2026-02-28T00:15:00.000Z',
      '2026-03-28T08:15 2026-03-28T00:15:00.000Z',
    ]);
  });

  it('are made up for by the latest one only', () => {
    const { slot, at } = lastOccurrence(monday, new Date('2026-11-25T00:00:00Z'), 'Asia/Shanghai');
    expect([slot, at.toISOString()]).toEqual(['2026-11-23T09:00', '2026-11-23T01:00:00.000Z']);
    expect(lastOccurrence(monday, at, 'Asia/Shanghai').slot).toBe(slot);
    expect(nextOccurrence(monday, at, 'Asia/Shanghai').slot).toBe('2026-11-30T09:00');
  });
});

describe('quiet hours', () => {
  const night = { from: '22:00', to: '07:00' };
  it.each([
    ['21:59', null],
    ['22:00', '2026-11-28T07:00'],
    ['23:30', '2026-11-28T07:00'],
    ['06:59', '2026-11-27T07:00'],
    ['07:00', null],
  ])('over midnight: at %s they end at %s', (time, end) => {
    const now = new Date(`2026-11-27T${time}:00+08:00`);
    expect(endOfQuiet(night, now, 'Asia/Shanghai')).toEqual(end && new Date(`${end}:00+08:00`));
  });

  it.each([
    ['11:59', null],
    ['12:00', '2026-11-27T14:00'],
    ['14:00', null],
  ])('of a day: at %s they end at %s', (time, end) => {
    const now = new Date(`2026-11-27T${time}:00+08:00`);
    expect(endOfQuiet({ from: '12:00', to: '14:00' }, now, 'Asia/Shanghai')).toEqual(
      end && new Date(`${end}:00+08:00`),
    );
  });
});
