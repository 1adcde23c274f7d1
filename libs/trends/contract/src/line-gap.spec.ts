import { isLineGap, lineRuns } from './line-gap';

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

  it('falls into the parts between its breaks, none of them empty', () => {
    const at = (...places: number[]) => places.map((index) => ({ index }));
    expect(lineRuns(at(0, 3, 609, 612), 614)).toEqual([at(0, 3), at(609, 612)]);
    expect(lineRuns(at(2), 30)).toEqual([at(2)]);
    expect(lineRuns([], 30)).toEqual([]);
  });
});
