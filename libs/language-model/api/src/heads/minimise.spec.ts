import { minimise } from './minimise';

/** Σ cᵢ (xᵢ − i)², whose curvatures differ by four orders of magnitude. */
const valley = (point: Float64Array) => {
  const steep = (index: number) => 10 ** (index % 5);
  return {
    value: point.reduce((sum, x, index) => sum + steep(index) * (x - index) ** 2, 0),
    gradient: point.map((x, index) => 2 * steep(index) * (x - index)),
  };
};

describe('minimise', () => {
  it('finds the lowest point where some directions are ten thousand times as steep as others', () => {
    const found = minimise(valley, new Float64Array(30));
    found.forEach((x, index) => expect(x).toBeCloseTo(index, 2));
  });

  it('stays where there is no way down, and does not change its start', () => {
    const start = Float64Array.from({ length: 5 }, (_, index) => index);
    expect([...minimise(valley, start)]).toEqual([...start]);
    expect([...start]).toEqual([0, 1, 2, 3, 4]);
  });

  it('asks for the value seldom', () => {
    let asked = 0;
    minimise((point) => ((asked += 1), valley(point)), new Float64Array(30));
    expect(asked).toBeLessThan(120);
  });
});
