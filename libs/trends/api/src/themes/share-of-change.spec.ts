import { shareOfChange, wholePoints, type ChangingPart } from './share-of-change';

const part = (now: [n: number, score: number], before: [n: number, score: number]): ChangingPart => ({
  now: { n: now[0], score: now[1] },
  before: { n: before[0], score: before[1] },
});
const netOf = (parts: readonly ChangingPart[], period: 'now' | 'before') =>
  (100 * parts.reduce((sum, own) => sum + own[period].score, 0)) / parts.reduce((sum, own) => sum + own[period].n, 0);

describe('shareOfChange', () => {
  it('adds up to the change of the whole, whatever the parts', () => {
    let seed = 11;
    const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
    for (let round = 0; round < 200; round++) {
      const parts = Array.from({ length: 1 + random(8) }, () => {
        const [now, before] = [random(60), random(60)];
        return part([now, now ? random(2 * now + 1) - now : 0], [before, before ? random(2 * before + 1) - before : 0]);
      });
      parts.push(part([5, 1], [4, -2]));
      const sum = shareOfChange(parts).reduce((all, { points }) => all + points, 0);
      expect(sum).toBeCloseTo(netOf(parts, 'now') - netOf(parts, 'before'), 9);
    }
  });

  it('gives the points to the part whose mood fell', () => {
    const [battery, rest] = shareOfChange([part([50, -40], [50, 10]), part([50, 10], [50, 10])]);
    expect(battery?.points).toBe(-50);
    expect(battery?.byVolume).toBeCloseTo(0, 9);
    expect(rest?.points).toBeCloseTo(0, 9);
  });

  it('gives them to the part that is talked about more, if it is worse than the others', () => {
    const [battery, rest] = shareOfChange([part([80, -64], [20, -16]), part([20, 4], [80, 16])]);
    expect(battery?.byMood).toBe(0);
    expect(battery?.points).toBeLessThan(-20);
    expect((battery?.points ?? 0) + (rest?.points ?? 0)).toBeCloseTo(-60, 9);
  });

  it('lets a theme of average mood explain nothing, however much it grows', () => {
    const [theme] = shareOfChange([part([90, -18], [10, -2]), part([10, -2], [90, -18])]);
    expect(theme?.points).toBeCloseTo(0, 9);
  });

  it('knows no change without a period to compare with', () => {
    expect(shareOfChange([part([10, 5], [0, 0])])).toEqual([{ points: 0, byMood: 0, byVolume: 0 }]);
  });
});

describe('wholePoints', () => {
  it.each([
    [[-9.4, -6.3, -7.3], -23],
    [[-9.5, 3.5, 0.2], -6],
    [[0.4, 0.4, 0.4], 2],
    [[12.6], 12],
  ])('shows %j as whole numbers that add up to %i', (points, total) => {
    const whole = wholePoints(points, total);
    expect(whole.reduce((sum, value) => sum + value, 0)).toBe(total);
    whole.forEach((value, index) => expect(Math.abs(value - (points[index] ?? 0))).toBeLessThanOrEqual(1));
  });
});
