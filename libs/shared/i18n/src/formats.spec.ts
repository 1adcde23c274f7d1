import { Formats } from './formats';

describe('Formats', () => {
  const en = new Formats('en', 'Asia/Shanghai');
  const zh = new Formats('zh', 'Asia/Shanghai');
  const ja = new Formats('ja', 'Asia/Tokyo');

  it('writes a real minus and always a sign where direction matters', () => {
    expect(en.signed(-11)).toBe('\u221211');
    expect(en.signed(32)).toBe('+32');
    expect(en.signed(0)).toBe('0');
    expect([-12.5, 12.5, -0.4].map((value) => en.signed(value))).toEqual(['\u221212', '+13', '0']);
    expect(zh.number(-1234)).toBe('\u22121,234');
  });

  it('writes days in the workspace zone, not in the zone of the browser', () => {
    expect(en.day('2026-05-04T16:30:00Z')).toBe('5 May');
    expect(zh.day('2026-05-04T16:30:00Z')).toBe('5月5日');
  });

  it('names the year of a period only when it is not this one', () => {
    const year = new Date().getUTCFullYear();
    expect(en.days('2015-02-16T04:00:00Z', '2015-02-24T04:00:00Z')).toContain('2015');
    expect(en.days(`${year}-05-16T04:00:00Z`, `${year}-05-24T04:00:00Z`)).not.toContain(String(year));
  });

  it('writes Chinese ranges with months and days, not with slashes', () => {
    expect(zh.days('2015-02-16T04:00:00Z', '2015-03-02T04:00:00Z')).toBe('2015年2月16日 – 2015年3月2日');
    expect(zh.days('2015-02-16T04:00:00Z', '2015-02-16T05:00:00Z')).toBe('2015年2月16日');
  });

  it('writes Japanese dates, ranges, times and numbers', () => {
    expect(ja.day('2026-05-04T16:30:00Z')).toBe('5月5日');
    expect(ja.dayLong('2026-05-04T16:30:00Z')).toBe('2026年5月5日(火)');
    expect(ja.dateTime('2026-05-04T16:30:00Z')).toBe('2026/05/05 1:30');
    expect(ja.hour('2026-05-04T16:30:00Z')).toBe('5月5日 01:30');
    expect(ja.days('2015-02-16T04:00:00Z', '2015-03-02T04:00:00Z')).toBe('2015年2月16日～2015年3月2日');
    expect(ja.days('2015-02-16T04:00:00Z', '2015-02-16T05:00:00Z')).toBe('2015年2月16日');
    expect([ja.compact(12_300), ja.number(-1234), ja.percent(0.46)]).toEqual(['1.2万', '\u22121,234', '46%']);
    expect([ja.duration(40), ja.duration(300), ja.duration(7200)]).toEqual(['40 秒', '5 分', '2 時間']);
  });

  it('rounds a time to wait up', () => {
    expect(en.duration(61)).toBe('2 mins');
    expect(en.duration(12.2)).toMatch(/^13/);
    expect(en.duration(-0.4)).toBe('1 sec');
  });

  it('leaves out the year of a moment of this year only', () => {
    const year = new Date().getUTCFullYear();
    expect(en.moment(`${year}-05-05T12:05:00Z`)).not.toContain(String(year));
    expect(en.moment('2019-05-05T12:05:00Z')).toContain('2019');
  });

  it('knows where a day begins in its zone', () => {
    const shanghai = new Formats('zh', 'Asia/Shanghai');
    expect(shanghai.startsDay('2026-05-04T16:00:00Z')).toBe(true);
    expect(shanghai.startsDay('2026-05-04T16:00:01Z')).toBe(false);
  });
});
