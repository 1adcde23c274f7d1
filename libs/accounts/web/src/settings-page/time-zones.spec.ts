import { searchTimeZones, timeZoneChoices } from './time-zones';

describe('time zone choices', () => {
  const choices = timeZoneChoices('en', new Date('2026-05-03T00:00:00Z'));

  it('name each zone with its offset of that day', () => {
    expect(choices.find(({ zone }) => zone === 'Asia/Shanghai')).toMatchObject({
      name: 'China Standard Time',
      offset: 'UTC+08:00',
    });
    expect(choices.find(({ zone }) => zone === 'Europe/Berlin')).toMatchObject({ offset: 'UTC+02:00' });
    expect(choices.filter(({ zone }) => zone === 'UTC')).toHaveLength(1);
  });

  it('are found by city, by country name of the language and with spaces for underscores', () => {
    expect(searchTimeZones(choices, 'shang')[0]?.zone).toBe('Asia/Shanghai');
    expect(searchTimeZones(choices, 'new york')[0]?.zone).toBe('America/New_York');
    expect(searchTimeZones(timeZoneChoices('zh'), '日本').map(({ zone }) => zone)).toContain('Asia/Tokyo');
  });

  it('put cities that begin with the search first and stop at the limit', () => {
    expect(searchTimeZones(choices, 'par')[0]?.zone).toMatch(/\/Par/);
    expect(searchTimeZones(choices, '', 5)).toHaveLength(5);
    expect(searchTimeZones(choices, 'nowhere at all')).toEqual([]);
  });
});
