import { datesIn, numbersIn } from './numbers';

const values = (text: string) => numbersIn(text).map(({ value, percent }) => (percent ? `${value}%` : String(value)));

describe('numbersIn', () => {
  it.each<[string, string[]]>([
    ['1,412 comments, 46 %', ['1412', '46%']],
    ['从＋３２到－１１', ['32', '-11']],
    ['百分之46，负11', ['46%', '-11']],
    ['between 20-30', ['20', '30']],
    ['3成', ['30%']],
    ['三成用户，十二条，两天', ['30%', '12', '2']],
    ['一直一个人，第三次，四川', []],
    ['3件のうち二十件', ['3', '20']],
    ['two weeks, a dozen', ['2', '12']],
    ['firmware v2.4 and [F12]', []],
    ['on 2026-05-06, 2026年5月7日', []],
  ])('reads %s', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });
});

describe('datesIn', () => {
  it('reads days with and without a year', () => {
    expect(datesIn('2026-05-03..2026/5/9，2026年5月1日和5月6日')).toEqual([
      '2026-05-03',
      '2026-05-09',
      '2026-05-01',
      '05-06',
    ]);
  });
});
