import { wallLine } from './wall-line';

const at = (net: number | null, low?: number, high?: number) => ({
  ...{ n: net === null ? 0 : 40, net },
  ...(low !== undefined && high !== undefined && { interval: { low, high } }),
});

describe('wallLine', () => {
  it('goes from the left end to the right one, on a scale that holds zero', () => {
    const { line, zero, scale, last } = wallLine([at(20), at(0), at(-20)], 100, 40);
    expect(scale).toMatchObject({ min: -20, max: 20 });
    expect(line).toBe('M0 0L50 20L100 40');
    expect(zero).toBe(20);
    expect(last).toEqual({ x: 100, y: 40, net: -20 });
  });

  it('goes past what nothing or a handful of comments say, and ends with the last known net mood', () => {
    const few = { n: 2, net: 100 };
    const { line, last, scale } = wallLine([at(20), at(null), few, at(-20), at(null)], 80, 40);
    expect(line).toBe('M0 0L60 40');
    expect(last).toMatchObject({ x: 60, net: -20 });
    expect(scale.max).toBe(20);
  });

  it('shows one point alone', () => {
    expect(wallLine([at(null), at(20), at(null)], 80, 40).line).toBe('M40 0L40 0');
  });

  it('breaks where nothing is known for long', () => {
    const points = [at(20), at(0), ...Array.from({ length: 16 }, () => at(null)), at(-20)];
    const { line, band } = wallLine(points, 180, 40);
    expect(line).toBe('M0 0L10 20M180 40L180 40');
    expect(band.match(/Z/g)).toHaveLength(2);
  });

  it('cuts the band off at the ends of the scale', () => {
    expect(wallLine([at(0, -90, 10), at(0, -10, 90)], 100, 40).band).toBe('M0 10L100 0L100 30L0 40Z');
  });

  it('draws nothing where nothing is known', () => {
    expect(wallLine([], 100, 40)).toMatchObject({ line: '', band: '', last: null });
    expect(wallLine([at(null)], 100, 40)).toMatchObject({ line: '', band: '', last: null });
  });
});
