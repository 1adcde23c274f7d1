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
    ['yesterday', 'unreadable-time'],
    ['3分钟前', 'unreadable-time'],
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

describe('the order of day and month', () => {
  it('is decided over the whole column', () => {
    expect(read('3/4/2026', 'UTC', ['3/4/2026', '25/3/2026'])).toBe('2026-04-03T00:00:00.000Z');
    expect(read('3/4/2026', 'UTC', ['3/4/2026', '3/25/2026'])).toBe('2026-03-04T00:00:00.000Z');
  });

  it('refuses a day that does not fit the order of its column', () => {
    expect(read('25/3/2026', 'UTC', ['3/25/2026', '3/26/2026', '25/3/2026'])).toBe('unreadable-time');
  });

  it('is the one in which the rows lie closest together when no day is above 12', () => {
    expect(read('3/4/2026', 'UTC', ['1/4/2026', '2/4/2026', '3/4/2026'])).toBe('2026-04-03T00:00:00.000Z');
    expect(read('3/4/2026', 'UTC', ['3/2/2026', '3/3/2026', '3/4/2026'])).toBe('2026-03-04T00:00:00.000Z');
  });
});
