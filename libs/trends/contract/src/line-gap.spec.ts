import { isLineGap } from './line-gap';

describe('a line over time', () => {
  it('goes past a week without comments, and past a sixth of a long axis', () => {
    expect(isLineGap(3, 10, 30)).toBe(false);
    expect(isLineGap(0, 16, 100)).toBe(false);
  });

  it('breaks where nothing is known for longer: two files that lie eleven years apart', () => {
    expect(isLineGap(3, 11, 30)).toBe(true);
    expect(isLineGap(0, 17, 100)).toBe(true);
    expect(isLineGap(2, 610, 614)).toBe(true);
  });
});
