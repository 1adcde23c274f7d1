import { DayOrderEvidence } from './day-order';
import { isTime, timeReader } from './time-formats';

const NOW = new Date('2026-06-15T12:00:00Z');
const read = (value: string, timeZone = 'Asia/Shanghai', sample: string[] = [value]) => {
  const outcome = timeReader(sample, timeZone, NOW)(value);
  return isTime(outcome) ? outcome.toISOString() : outcome.code;
};

describe('a time in a file', () => {
  it.each([
    ['2026-05-03T08:00:00Z', '2026-05-03T08:00:00.000Z'],
    ['2026-05-03T08:00:00.250+02:00', '2026-05-03T06:00:00.250Z'],
    ['2026-05-03 08:00:00 +0800', '2026-05-03T00:00:00.000Z'],
    ['2026-05-03 08:00:00+00', '2026-05-03T08:00:00.000Z'],
    ['2026-05-03 08:00:00 UTC', '2026-05-03T08:00:00.000Z'],
    ['2026-05-03T08:00+08:00[Asia/Shanghai]', '2026-05-03T00:00:00.000Z'],
    ['2026-05-03 08:00:00.1234567', '2026-05-03T00:00:00.123Z'],
    ['2026-06-07 16:12:35', '2026-06-07T08:12:35.000Z'],
    ['2026/5/3 8:00', '2026-05-03T00:00:00.000Z'],
    ['2026.5.3', '2026-05-02T16:00:00.000Z'],
    ['2026.05.03. 10:00', '2026-05-03T02:00:00.000Z'],
    ['2026. 5. 3. 10:00', '2026-05-03T02:00:00.000Z'],
    ['2026. 5. 3. 오후 3:05', '2026-05-03T07:05:00.000Z'],
    ['2026.05.03.', '2026-05-02T16:00:00.000Z'],
    ['20260503', '2026-05-02T16:00:00.000Z'],
    ['20260503 080000', '2026-05-03T00:00:00.000Z'],
    ['1777795200', '2026-05-03T08:00:00.000Z'],
    ['1777795200.5', '2026-05-03T08:00:00.500Z'],
    ['1777795200123', '2026-05-03T08:00:00.123Z'],
    ['1777795200123456', '2026-05-03T08:00:00.123Z'],
    ['2/24/2015 11:35', '2015-02-24T03:35:00.000Z'],
    ['24/2/2015 11:35 pm', '2015-02-24T15:35:00.000Z'],
    ['24.2.2015', '2015-02-23T16:00:00.000Z'],
    ['2/24/15 12:05 AM', '2015-02-23T16:05:00.000Z'],
    ['Sun May 03 08:00:00 +0800 2026', '2026-05-03T00:00:00.000Z'],
    ['Sun, 03 May 2026 08:00:00 GMT', '2026-05-03T08:00:00.000Z'],
    ['Mon Apr 06 22:19:45 PDT 2009', '2009-04-07T05:19:45.000Z'],
    ['Sun May 03 2026 08:00:00 GMT+0800 (China Standard Time)', '2026-05-03T00:00:00.000Z'],
    ['5 May 2026', '2026-05-04T16:00:00.000Z'],
    ['May 5th, 2026, 8:30 p.m.', '2026-05-05T12:30:00.000Z'],
    ['08:00 · May 5, 2026'.replace(' · ', ' '), '2026-05-05T00:00:00.000Z'],
    ['05-May-26 08:00', '2026-05-05T00:00:00.000Z'],
    ['2026年5月3日 8:00', '2026-05-03T00:00:00.000Z'],
    ['2026年05月03日 下午3时5分', '2026-05-03T07:05:00.000Z'],
    ['2026年5月3日（日） 20:15', '2026-05-03T12:15:00.000Z'],
    ['２０２６年５月３日', '2026-05-02T16:00:00.000Z'],
    ['46080.48321', '2026-02-27T03:35:49.000Z'],
    ['46080', '2026-02-26T16:00:00.000Z'],
    ['24-02-2026 11.35', '2026-02-24T03:35:00.000Z'],
    ['2026-02-24 11.35.20', '2026-02-24T03:35:20.000Z'],
    ['24.02.2026, 11:35 Uhr', '2026-02-24T03:35:00.000Z'],
    ['20. Januar 2026', '2026-01-19T16:00:00.000Z'],
    ['20 de marzo de 2026', '2026-03-19T16:00:00.000Z'],
    ['20 de março de 2026 às 08:00', '2026-03-20T00:00:00.000Z'],
    ['mar., 20 ene. 2026 8:00', '2026-01-20T00:00:00.000Z'],
    ['1er mars 2026 à 8 h 05', '2026-03-01T00:05:00.000Z'],
    ['15 февраля 2026 г.', '2026-02-14T16:00:00.000Z'],
    ['3 maggio 2026 08:00', '2026-05-03T00:00:00.000Z'],
    ['3. mai 2026 kl. 08.00', '2026-05-03T00:00:00.000Z'],
    ['Sa., 3. Mai 2025', '2025-05-02T16:00:00.000Z'],
    ['24/02/2026 8:00 p. m.', '2026-02-24T12:00:00.000Z'],
  ])('reads %s', (text, instant) => {
    expect(read(text)).toBe(instant);
  });

  it('takes a time without zone in the given zone, with its summer time', () => {
    expect(read('2026-01-15 12:00', 'Europe/Berlin')).toBe('2026-01-15T11:00:00.000Z');
    expect(read('2026-04-15 12:00', 'Europe/Berlin')).toBe('2026-04-15T10:00:00.000Z');
  });

  it('takes a time that a clock change left out as the time after it', () => {
    expect(read('2026-03-29 02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
  });

  it('takes CST as the time of China in China and as that of Chicago elsewhere', () => {
    expect(read('Sun May 03 08:00:00 CST 2026')).toBe('2026-05-03T00:00:00.000Z');
    expect(read('Sun May 03 08:00:00 CST 2026', 'Europe/Berlin')).toBe('2026-05-03T14:00:00.000Z');
  });

  it.each([
    ['', 'no-time'],
    ['   ', 'no-time'],
    ['someday', 'unreadable-time'],
    ['yesterday', 'relative-time'],
    ['3分钟前', 'relative-time'],
    ['2026-02-30', 'unreadable-time'],
    ['2026-13-01 10:00', 'unreadable-time'],
    ['2026-05-03 25:00', 'unreadable-time'],
    ['0000-00-00 00:00:00', 'unreadable-time'],
    ['1970-01-01 00:00:00', 'unreadable-time'],
    ['5月3日 8:00', 'unreadable-time'],
    ['12', 'unreadable-time'],
    ['2026-06-17 12:00', 'future-time'],
    ['4102444800', 'future-time'],
  ])('refuses "%s" as %s', (text, code) => {
    expect(read(text)).toBe(code);
  });

  it('accepts clocks that are a little fast', () => {
    expect(read('2026-06-16 08:00')).toBe('2026-06-16T00:00:00.000Z');
  });

  it('says that a year is missing', () => {
    expect(timeReader([], 'UTC', NOW)('05-03 08:00')).toEqual({
      code: 'unreadable-time',
      reason: 'The time "05-03 08:00" has no year.',
    });
  });
});

describe('a time that counts from when the file was made', () => {
  const asOf = new Date('2026-06-10T04:30:00Z');
  const readAsOf = (value: string) => {
    const outcome = timeReader([value], 'Asia/Shanghai', NOW, { asOf })(value);
    return isTime(outcome) ? outcome.toISOString() : outcome.code;
  };

  it.each([
    ['3小时前', '2026-06-10T01:30:00.000Z'],
    ['3 小時前', '2026-06-10T01:30:00.000Z'],
    ['半小时前', '2026-06-10T04:00:00.000Z'],
    ['5分钟前', '2026-06-10T04:25:00.000Z'],
    ['刚刚', '2026-06-10T04:30:00.000Z'],
    ['昨天 12:30', '2026-06-09T04:30:00.000Z'],
    ['今天 08:30', '2026-06-10T00:30:00.000Z'],
    ['前天', '2026-06-07T16:00:00.000Z'],
    ['2个月前', '2026-04-10T04:30:00.000Z'],
    ['3時間前', '2026-06-10T01:30:00.000Z'],
    ['1 か月前', '2026-05-10T04:30:00.000Z'],
    ['2 週間前', '2026-05-27T04:30:00.000Z'],
    ['昨日 9:05', '2026-06-09T01:05:00.000Z'],
    ['2 days ago', '2026-06-08T04:30:00.000Z'],
    ['an hour ago', '2026-06-10T03:30:00.000Z'],
    ['a week ago', '2026-06-03T04:30:00.000Z'],
    ['3h', '2026-06-10T01:30:00.000Z'],
    ['2w', '2026-05-27T04:30:00.000Z'],
    ['1mo', '2026-05-10T04:30:00.000Z'],
    ['yesterday at 5:00 PM', '2026-06-09T09:00:00.000Z'],
    ['vor 2 Tagen', '2026-06-08T04:30:00.000Z'],
    ['il y a 3 heures', '2026-06-10T01:30:00.000Z'],
    ['hace un día', '2026-06-09T04:30:00.000Z'],
    ['há 2 semanas', '2026-05-27T04:30:00.000Z'],
    ['3시간 전', '2026-06-10T01:30:00.000Z'],
    ['5月3日 8:00', '2026-05-03T00:00:00.000Z'],
    ['12-31 08:00', '2025-12-31T00:00:00.000Z'],
    ['Mar 5, 8:00', '2026-03-05T00:00:00.000Z'],
    ['5 Mar', '2026-03-04T16:00:00.000Z'],
    ['前几天买的', 'unreadable-time'],
    ['2 sizes too small', 'unreadable-time'],
  ])('%s', (value, instant) => expect(readAsOf(value)).toBe(instant));
});

describe('the order of day and month', () => {
  it('is decided over the whole column', () => {
    expect(read('3/4/2026', 'UTC', ['3/4/2026', '25/3/2026'])).toBe('2026-04-03T00:00:00.000Z');
    expect(read('3/4/2026', 'UTC', ['3/4/2026', '3/25/2026'])).toBe('2026-03-04T00:00:00.000Z');
  });

  it('refuses a day that does not fit the order of its column', () => {
    expect(read('25/3/2026', 'UTC', ['3/25/2026', '3/26/2026', '25/3/2026'])).toBe('unreadable-time');
  });

  it('is decided by the future, which no comment is from, and by rows that are sorted', () => {
    expect(read('5/6/2026', 'UTC', ['5/6/2026', '8/6/2026'])).toBe('2026-06-05T00:00:00.000Z');
    const evidence = (...values: string[]) => {
      const found = new DayOrderEvidence(NOW.getTime());
      for (const value of values) found.add(value);
      return found.verdict();
    };
    expect(evidence('12/5/2026', '12/5/2026')).toMatchObject({ order: 'day-first', open: false });
    expect(evidence('1/4/2026', '2/4/2026', '3/4/2026', '1/5/2026')).toMatchObject({ order: 'day-first', open: false });
    expect(evidence('3/4/2026', '3/5/2026')).toMatchObject({ order: 'month-first', open: true, example: '3/4/2026' });
    expect(evidence('4/4/2026', '2026-05-03', 'x')).toMatchObject({ order: 'month-first', open: false, example: null });
  });

  it('is the one in which the rows lie closest together when no day is above 12', () => {
    expect(read('3/4/2026', 'UTC', ['1/4/2026', '2/4/2026', '3/4/2026'])).toBe('2026-04-03T00:00:00.000Z');
    expect(read('3/4/2026', 'UTC', ['3/2/2026', '3/3/2026', '3/4/2026'])).toBe('2026-03-04T00:00:00.000Z');
  });
});
