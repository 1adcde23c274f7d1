import { commonStep, readSide, sideBefore, versionBefore, writeSide, yearBefore } from './compare-side';

describe('a side of a comparison', () => {
  it('is what the address says, and says it again', () => {
    const side = {
      from: '2026-05-01',
      to: '2026-05-31',
      source: ['3'],
      monitor: 2,
      language: ['en' as const],
      version: ['2.4'],
    };
    const params = writeSide('a', side);
    expect(params).toEqual({
      'a.from': '2026-05-01',
      'a.to': '2026-05-31',
      'a.source': '3',
      'a.monitor': '2',
      'a.language': 'en',
      'a.version': '2.4',
    });
    expect(readSide('a', params)).toEqual(side);
    expect(readSide('b', params)).toEqual({});
    expect(writeSide('b', {})).toEqual({
      ...{ 'b.from': null, 'b.to': null, 'b.source': null, 'b.monitor': null, 'b.language': null, 'b.version': null },
    });
  });

  it('leaves out what makes no sense', () => {
    expect(
      readSide('a', { 'a.from': 'yesterday', 'a.monitor': 'x', 'a.language': 'fr', 'a.to': '2026-05-31' }),
    ).toEqual({
      to: '2026-05-31',
    });
  });

  it('has a time before it, and a year before it', () => {
    const side = { from: '2028-02-29', to: '2028-03-06', source: ['3'] };
    expect(sideBefore(side)).toEqual({ from: '2028-02-22', to: '2028-02-28', source: ['3'] });
    expect(yearBefore(side)).toEqual({ from: '2027-02-28', to: '2027-03-06', source: ['3'] });
    expect(sideBefore({ source: ['3'] })).toEqual({ source: ['3'] });
  });

  it.each([
    ['2026-10-01', '2026-10-31', '2026-09-01', '2026-09-30'],
    ['2028-03-01', '2028-03-31', '2028-02-01', '2028-02-29'],
    ['2026-01-01', '2026-03-31', '2025-10-01', '2025-12-31'],
    ['2026-10-01', '2026-10-30', '2026-09-01', '2026-09-30'],
    ['2026-10-02', '2026-11-01', '2026-09-01', '2026-10-01'],
  ])('has before %s to %s whole months where it is some: %s to %s', (from, to, earlier, until) => {
    expect(sideBefore({ from, to })).toEqual({ from: earlier, to: until });
  });

  it('has a version below its own', () => {
    const versions = ['2.10', '2.9', '2.8'];
    expect(versionBefore({ from: '2026-05-01', version: ['2.10'] }, versions)).toEqual({
      from: '2026-05-01',
      version: ['2.9'],
    });
    expect(versionBefore({ version: ['2.8'] }, versions)).toBeNull();
    expect(versionBefore({ version: ['1.0'] }, versions)).toBeNull();
    expect(versionBefore({}, versions)).toBeNull();
  });

  it('is drawn in the step of the longer one', () => {
    const days = (from: string, to: string) => ({ from, to });
    expect(commonStep([days('2026-05-01', '2026-05-02'), days('2026-05-01', '2026-05-03')])).toBe('hour');
    expect(commonStep([days('2026-05-01', '2026-05-02'), days('2026-05-01', '2026-05-31')])).toBe('day');
    expect(commonStep([days('2026-01-01', '2026-12-31'), days('2026-05-01', '2026-05-31')])).toBe('week');
    expect(commonStep([{}, days('2026-05-01', '2026-05-31')])).toBe('week');
    expect(commonStep([{}, {}])).toBeNull();
  });
});
