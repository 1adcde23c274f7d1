import { wholePercents } from './whole-percents';

describe('shares of a whole', () => {
  it('make 100 together, where rounding each would not', () => {
    // 87.5 and 12.5: told as 88 % and 13 %, they made 101.
    expect(wholePercents([49, 7])).toEqual([88, 12]);
    expect(wholePercents([1, 1, 1])).toEqual([34, 33, 33]);
    expect(wholePercents([2, 0, 0])).toEqual([100, 0, 0]);
  });

  it('are none of nothing', () => {
    expect(wholePercents([])).toEqual([]);
    expect(wholePercents([0, 0])).toEqual([]);
  });
});
