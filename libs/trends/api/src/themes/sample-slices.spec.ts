import { sampleSlices } from './sample-slices';

const day = (index: number, n: number) => ({
  from: new Date(Date.UTC(2026, 10, 1 + index)),
  to: new Date(Date.UTC(2026, 10, 2 + index)),
  n,
});
const sum = (slices: readonly { limit: number }[]) => slices.reduce((all, { limit }) => all + limit, 0);

describe('sampleSlices', () => {
  it('reads everything where there is not too much, and no empty day', () => {
    expect(sampleSlices([day(0, 30), day(1, 0), day(2, 10)], 100)).toEqual([
      { from: day(0, 0).from, to: day(0, 0).to, limit: 30 },
      { from: day(2, 0).from, to: day(2, 0).to, limit: 10 },
    ]);
  });

  it('reads of each day its share, from morning to night, whatever the size of the whole', () => {
    const slices = sampleSlices([day(0, 900_000), day(1, 100_000)], 1_000);
    expect(slices).toHaveLength(16);
    expect(sum(slices.slice(0, 8))).toBeGreaterThan(850);
    expect(sum(slices)).toBeLessThan(1_100);
    expect(slices[7]?.to).toEqual(day(0, 0).to);
  });
});
