import { endOf, isHourly, movement, toLineTable } from './line-table';

const day = (date: number) => `2026-05-0${date}T16:00:00Z`;

describe('toLineTable', () => {
  it('puts series with gaps on one axis in order of time', () => {
    const table = toLineTable([
      { name: 'weibo', points: [{ start: day(3), net: 5, n: 9 }] },
      {
        name: 'youtube',
        points: [
          { start: day(1), net: -10, n: 4 },
          { start: day(3), net: null, n: 0 },
        ],
      },
    ]);

    expect(table.starts).toEqual([day(1), day(3)]);
    expect(table.lines.map(({ points }) => points.map(({ net }) => net))).toEqual([
      [null, 5],
      [-10, null],
    ]);
  });
});

describe('movement', () => {
  it('goes from the first to the last interval that has comments', () => {
    expect(
      movement([
        { net: null, n: 0 },
        { net: 32, n: 5 },
        { net: 0, n: 5 },
        { net: -11, n: 5 },
        { net: null, n: 0 },
      ]),
    ).toEqual({ first: 32, last: -11 });
    expect(movement([{ net: null, n: 0 }])).toBeNull();
  });
});

describe('isHourly', () => {
  it('tells hours from days, also from the short day of a time change', () => {
    expect(isHourly(['2026-05-03T08:00:00Z', '2026-05-03T09:00:00Z'])).toBe(true);
    expect(isHourly(['2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'])).toBe(false);
    expect(isHourly(['2026-03-28T23:00:00Z'])).toBe(false);
  });
});

describe('endOf', () => {
  it('is as long after the last beginning as the shortest interval is', () => {
    expect(endOf(['2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z', '2026-11-04T00:00:00Z'])).toBe(
      '2026-11-05T00:00:00.000Z',
    );
  });

  it('is a day later where there is one interval alone', () => {
    expect(endOf(['2026-11-01T00:00:00Z'])).toBe('2026-11-02T00:00:00.000Z');
  });
});
