import { sparklinePath } from './sparkline-path';

describe('sparklinePath', () => {
  it('draws the greatest value at the top and the least at the bottom', () => {
    expect(sparklinePath([0, 10, 5], { min: 0, max: 10 })).toEqual({
      path: 'M0 100L0 100L50 0L100 50',
      last: { x: 100, y: 50 },
    });
  });

  it('leaves a gap where nothing is known and a dot between two gaps', () => {
    expect(sparklinePath([1, null, 2, null], { min: 1, max: 2 }).path).toBe('M0 100L0 100M66.67 0L66.67 0');
  });

  it('goes past what is not known where that is wanted', () => {
    expect(sparklinePath([1, null, 2, null], { min: 1, max: 2 }, 2).path).toBe('M0 100L0 100L66.67 0');
  });

  it('draws equal values in the middle', () => {
    expect(sparklinePath([4, 4], { min: 4, max: 4 }).path).toBe('M0 50L0 50L100 50');
  });

  it('has nothing to draw without values', () => {
    expect(sparklinePath([null, null], { min: Infinity, max: -Infinity })).toEqual({ path: '', last: null });
  });
});
