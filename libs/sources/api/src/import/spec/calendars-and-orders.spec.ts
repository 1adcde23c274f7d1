import { lines, readExport } from './read-export';

const dates = (...values: string[]) =>
  readExport(lines('date;comment', ...values.map((value, row) => `${value};comment ${row}`)));

describe('days as other places write them', () => {
  it.each([
    ['2026-W10', '2026-03-02T00:00Z'],
    ['2026-W10-3', '2026-03-04T00:00Z'],
    ['2026W107', '2026-03-08T00:00Z'],
    ['2026-W01', '2025-12-29T00:00Z'],
    ['2026年第10周', '2026-03-02T00:00Z'],
    ['01/03/2569 10:00', '2026-03-01T10:00Z'],
    ['2569-03-15', '2026-03-15T00:00Z'],
    ['15 มีนาคม 2569', '2026-03-15T00:00Z'],
    ['15 मार्च 2026', '2026-03-15T00:00Z'],
    ['٠١/٠٣/٢٠٢٦ ١٠:٠٠', '2026-03-01T10:00Z'],
    ['۱۵/۰۳/۲۰۲۶', '2026-03-15T00:00Z'],
    ['١ مارس ٢٠٢٦', '2026-03-01T00:00Z'],
    ['2026. március 1.', '2026-03-01T00:00Z'],
    ['1 martie 2026', '2026-03-01T00:00Z'],
    ['١٢ رمضان ١٤٤٧', '2026-03-01T00:00Z'],
    ['1447-09-12 هـ', '2026-03-01T00:00Z'],
    ['1447/09/12', '2026-03-01T00:00Z'],
    ['12/09/1447', '2026-03-01T00:00Z'],
    ['12 Ramadan 1447 AH', '2026-03-01T00:00Z'],
    ['1404/12/10', '2026-03-01T00:00Z'],
    ['۱۰ اسفند ۱۴۰۴', '2026-03-01T00:00Z'],
    ['115/03/01', '2026-03-01T00:00Z'],
    ['115.3.1 10:00', '2026-03-01T10:00Z'],
    ['中華民國115年3月1日', '2026-03-01T00:00Z'],
    ['115年3月1日', '2026-03-01T00:00Z'],
    ['令和八年三月二十三日', '2026-03-23T00:00Z'],
    ['令8.3.1', '2026-03-01T00:00Z'],
    ['二〇二六年三月一日', '2026-03-01T00:00Z'],
    ['1/3/2569', '2026-03-01T00:00Z'],
    ['14/3/2026, 10:00 م', '2026-03-14T22:00Z'],
  ])('%s', async (value, expected) => {
    const { times } = await readExport(`date;comment\n${value};late again\n16/03/2026;fine\n`);
    expect(times[0]).toBe(expected);
  });

  it('a year of two digits may stand first', async () => {
    const { times, doubts } = await dates('24-03-01 18:00', '24-03-11 18:05', '24-04-02 18:10');
    expect([times, doubts]).toEqual([['2024-03-01T18:00Z', '2024-03-11T18:05Z', '2024-04-02T18:10Z'], []]);
    expect((await dates('26.03.01', '26.03.15', '26.04.02')).times[1]).toBe('2026-03-15T00:00Z');
  });

  it('and stands last where that lets the days lie together', async () => {
    const { times, doubts } = await dates('24.03.22', '25.03.22', '02.04.22');
    expect([times, doubts]).toEqual([['2022-03-24T00:00Z', '2022-03-25T00:00Z', '2022-04-02T00:00Z'], []]);
  });

  it('a single day is read as the younger one, and asked about', async () => {
    const young = await dates('24-03-01', '24-03-01');
    expect([young.times[0], young.doubts]).toEqual(['2024-03-01T00:00Z', ['day-order']]);
    const open = await dates('19-03-15', '19-03-15');
    expect([open.times[0], open.doubts]).toEqual(['2015-03-19T00:00Z', ['day-order']]);
    expect(
      (await readExport('date;comment\n19-03-15;late\n19-03-15;fine\n', { dayOrder: 'year-first' })).times[0],
    ).toBe('2019-03-15T00:00Z');
  });

  it('the question about the order names the day of the zone of the file', async () => {
    const { reading } = await readExport(
      lines('date;comment', '03/04/2026;late', '05/04/2026;fine', '04/04/2026;so so'),
      {
        timeZone: 'Asia/Shanghai',
      },
    );
    const { doubtsOf } = await import('../import-doubts');
    expect(doubtsOf(reading)[0]?.message).toContain('it is read as 2026-04-03');
  });
});

describe('rows that end in a delimiter', () => {
  it('keep their comments over several lines', async () => {
    const { texts, bad } = await readExport(
      'id,date,comment,\n1,2026-03-01 10:00,"he said ""no""\nand left",\n2,2026-03-01 10:05,good,\n3,2026-03-01 10:06,"two\nlines",\n',
    );
    expect([texts, bad]).toEqual([['he said "no"\nand left', 'good', 'two\nlines'], []]);
  });
});
