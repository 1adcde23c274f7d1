import { siteDateReader, type DateHabits } from './site-dates';

const now = new Date('2026-11-26T12:00:00Z');
const read = (written: string, habits: Partial<DateHabits> = {}) =>
  siteDateReader({ timeZone: 'UTC', sample: [written], now, ...habits })(written)?.toISOString() ?? null;

describe('the dates of sites', () => {
  it.each([
    ['Mon, 23 Nov 2026 10:00:00 IST', '2026-11-23T04:30:00.000Z'],
    ['Mon, 23 Nov 2026 10:00:00 AEST', '2026-11-23T00:00:00.000Z'],
    ['Mon, 23 Nov 2026 10:00:00 AEDT', '2026-11-22T23:00:00.000Z'],
    ['Mon, 23 Nov 2026 10:00:00 MSK', '2026-11-23T07:00:00.000Z'],
    ['Mon, 23 Nov 2026 10:00:00 HKT', '2026-11-23T02:00:00.000Z'],
    ['Mon, 23 Nov 2026 10:00:00 EET', '2026-11-23T08:00:00.000Z'],
    ['Mon, 23 Nov 2026 10:00:00 JST', '2026-11-23T01:00:00.000Z'],
    ['Mon, 23 Nov 2026 10:00:00 KST', '2026-11-23T01:00:00.000Z'],
    ['Mon, 23 Nov 2026 10:00:00 SGT', '2026-11-23T02:00:00.000Z'],
    ['Mon, 23 Nov 2026 10:00:00 NZDT', '2026-11-22T21:00:00.000Z'],
    ['Mon, 23 Nov 2026 10:00:00 BRT', '2026-11-23T13:00:00.000Z'],
    ['Mon, 23 Nov 2026 10:00:00 EST', '2026-11-23T15:00:00.000Z'],
    ['Mon, 23 Nov 2026 10:00:00 +0530 (IST)', '2026-11-23T04:30:00.000Z'],
    ['Mon, 23 Nov 2026 10:00:00 GMT+8', '2026-11-23T02:00:00.000Z'],
    ['2026-11-23 10:00 UTC+05:45', '2026-11-23T04:15:00.000Z'],
    ['2026-11-23T10:00:00+01:00[Europe/Berlin]', '2026-11-23T09:00:00.000Z'],
    ['2026-11-23 10:00:00 Asia/Tokyo', '2026-11-23T01:00:00.000Z'],
    ['23 Nov 26 10:00 Z', '2026-11-23T10:00:00.000Z'],
  ])('may name their zone: %s', (written, instant) => expect(read(written)).toBe(instant));

  it.each([
    ['Mo, 23 Nov 2026 10:00:00 +0100', '2026-11-23T09:00:00.000Z'],
    ['Mi, 07 Okt 2026 10:00:00 +0200', '2026-10-07T08:00:00.000Z'],
    ['Montag, 23. November 2026, 10:00 Uhr', '2026-11-23T10:00:00.000Z'],
    ['Sa., 7. März 2026', '2026-03-07T00:00:00.000Z'],
    ['lun., 23 nov. 2026 10:00:00 +0100', '2026-11-23T09:00:00.000Z'],
    ['mar., 24 nov. 2026 10:00', '2026-11-24T10:00:00.000Z'],
    ['mar. 3 mars 2026 à 10h30', '2026-03-03T10:30:00.000Z'],
    ['1er août 2026', '2026-08-01T00:00:00.000Z'],
    ['20 de noviembre de 2026', '2026-11-20T00:00:00.000Z'],
    ['vie, 20 nov 2026 10:00:00 GMT', '2026-11-20T10:00:00.000Z'],
    ['seg, 23 de nov. de 2026 10:00', '2026-11-23T10:00:00.000Z'],
    ['lun 23 nov 2026 alle 10:00', '2026-11-23T10:00:00.000Z'],
    ['5 gennaio 2026', '2026-01-05T00:00:00.000Z'],
    ['ma 23 nov. 2026 10:00', '2026-11-23T10:00:00.000Z'],
    ['4 mei 2026', '2026-05-04T00:00:00.000Z'],
    ['Пн, 23 ноя 2026 10:00:00 +0300', '2026-11-23T07:00:00.000Z'],
    ['23 ноября 2026 г., 10:00', '2026-11-23T10:00:00.000Z'],
    ['pon., 23 lis 2026 10:00', '2026-11-23T10:00:00.000Z'],
    ['23 listopada 2026', '2026-11-23T00:00:00.000Z'],
    ['23 Kasım 2026 Pazartesi 10:00', '2026-11-23T10:00:00.000Z'],
    ['٢٣ نوفمبر ٢٠٢٦', '2026-11-23T00:00:00.000Z'],
    ['2026년 11월 23일 오후 3:05', '2026-11-23T15:05:00.000Z'],
    ['23 tháng 11, 2026', '2026-11-23T00:00:00.000Z'],
    ['2026年11月23日 10:00', '2026-11-23T10:00:00.000Z'],
    ['November 23rd, 2026 at 5:07 pm', '2026-11-23T17:07:00.000Z'],
    ['23-Nov-2026 10:00:00', '2026-11-23T10:00:00.000Z'],
  ])('may be in another language: %s', (written, instant) => expect(read(written)).toBe(instant));

  it.each([
    ['Mon, 23 Nov 2026 24:00:00 GMT', '2026-11-24T00:00:00.000Z'],
    ['2026-11-23T23:59:60Z', '2026-11-24T00:00:00.000Z'],
    ['อ., 10 มี.ค. 2569 10:00:00 +0700', '2026-03-10T03:00:00.000Z'],
    ['10 มีนาคม 2569 10:00', '2026-03-10T10:00:00.000Z'],
    ['יום ג׳, 10 במרץ 2026 10:00:00 +0200', '2026-03-10T08:00:00.000Z'],
    ['令和8年3月10日 15:05', '2026-03-10T15:05:00.000Z'],
    ['26-03-10 15:05', '2026-03-10T15:05:00.000Z'],
    ['26.03.10', '2026-03-10T00:00:00.000Z'],
    ['10.03.26', '2026-03-10T00:00:00.000Z'],
    ['2026-W48-1', '2026-11-23T00:00:00.000Z'],
    ['2026W482T10:00Z', '2026-11-24T10:00:00.000Z'],
    ['2026-327', '2026-11-23T00:00:00.000Z'],
    ['25/10/2026 10:00', '2026-10-25T10:00:00.000Z'],
    ['23.11.2026 10:00', '2026-11-23T10:00:00.000Z'],
    ['20261123T100000Z', '2026-11-23T10:00:00.000Z'],
    ['1795428000', '2026-11-23T10:00:00.000Z'],
  ])('may be written in other ways: %s', (written, instant) => expect(read(written)).toBe(instant));

  it.each([
    '',
    'someday',
    'Thu, 01 Jan 1970 00:00:00 GMT',
    '0',
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '2099-01-01',
    'Mon, 23 Nov 2026 25:00:00 GMT',
    'Mon, 31 Nov 2026 10:00:00 GMT',
    'Mon, 23 Nov 2026 10:00:00 XYZT',
    '23 Nov',
    '23 Foo 2026',
    '03/11/2026 10:00',
    'yesterday',
  ])('are unknown where they cannot be read without guessing: %s', (written) => expect(read(written)).toBeNull());

  it('without a zone are local to the source', () => {
    const timeZone = 'Asia/Shanghai';
    expect(read('2026-11-25 23:30:00', { timeZone })).toBe('2026-11-25T15:30:00.000Z');
    expect(read('2026-11-25', { timeZone: 'America/Los_Angeles' })).toBe('2026-11-25T08:00:00.000Z');
    expect(read('Wed, 25 Nov 2026 23:30:00 GMT', { timeZone })).toBe('2026-11-25T23:30:00.000Z');
  });

  it.each([
    ['IST', 'Asia/Jerusalem', 120],
    ['IST', 'Europe/Dublin', 60],
    ['IST', 'Asia/Shanghai', 330],
    ['CST', 'Asia/Shanghai', 480],
    ['CST', 'America/Chicago', -360],
    ['BST', 'Asia/Dhaka', 360],
    ['AST', 'Asia/Riyadh', 180],
    ['EST', 'UTC', -300],
  ])('understand %s by the zone of the source %s', (name, timeZone, minutes) => {
    const expected = new Date(Date.UTC(2026, 10, 23, 10) - minutes * 60_000).toISOString();
    expect(read(`Mon, 23 Nov 2026 10:00:00 ${name}`, { timeZone })).toBe(expected);
  });

  describe('whose day and month are numbers', () => {
    it.each<[string, Partial<DateHabits>, string | null]>([
      ['another date of the source', { sample: ['25/10/2026'] }, '2026-11-03T10:00:00.000Z'],
      ['another date of the source', { sample: ['10/25/2026'] }, '2026-03-11T10:00:00.000Z'],
      ['the language', { language: 'de' }, '2026-11-03T10:00:00.000Z'],
      ['the language', { language: 'en-gb' }, '2026-11-03T10:00:00.000Z'],
      ['the language', { language: 'en-us' }, '2026-03-11T10:00:00.000Z'],
      ['a person', { order: 'month-first' }, '2026-03-11T10:00:00.000Z'],
      ['nothing', { language: 'en' }, null],
    ])('are told apart by %s', (_, habits, instant) => expect(read('03/11/2026 10:00', habits)).toBe(instant));

    it('lie in the past if they can', () => expect(read('12/05/2026')).toBe('2026-05-12T00:00:00.000Z'));
  });
});
