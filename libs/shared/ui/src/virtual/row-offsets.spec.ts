import { RowOffsets } from './row-offsets';

describe('RowOffsets', () => {
  const made = (heights: number[]) => {
    const offsets = new RowOffsets(100);
    offsets.reset(heights);
    return offsets;
  };

  it('counts unknown rows as the mean of the known ones', () => {
    const offsets = made([50, 0, 150, 0]);
    expect([0, 1, 2, 3, 4].map((index) => offsets.of(index))).toEqual([0, 50, 150, 300, 400]);
  });

  it('counts a first guess while nothing is known', () => expect(made([0, 0]).of(2)).toBe(200));

  it('finds the row at a distance', () => {
    const offsets = made([50, 100, 150]);
    expect([-5, 0, 49, 50, 149, 150, 299, 5000].map((offset) => offsets.at(offset))).toEqual([0, 0, 0, 1, 1, 2, 2, 2]);
  });

  it('moves what stands below when a row is measured', () => {
    const offsets = made([100, 100, 100]);
    expect(offsets.of(3)).toBe(300);
    expect(offsets.measure(1, 140)).toBe(40);
    expect(offsets.of(3)).toBe(340);
    expect(offsets.of(1)).toBe(100);
    expect(offsets.measure(1, 140)).toBe(0);
  });

  it('is empty without rows', () => {
    expect(made([]).of(0)).toBe(0);
    expect(made([]).at(10)).toBe(0);
  });
});
