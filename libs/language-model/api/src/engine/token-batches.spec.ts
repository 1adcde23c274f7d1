import { tokenBatches } from './token-batches';

describe('tokenBatches', () => {
  const lengths = [90, 5, 31, 6, 101, 5, 30, 64, 7];

  it('puts each row into exactly one batch', () => {
    expect(tokenBatches(lengths, 100).flat().sort((a, b) => a - b)).toEqual(lengths.map((_, row) => row));
  });

  it('keeps rows and padding within the budget, except a single row that is longer', () => {
    for (const batch of tokenBatches(lengths, 100)) {
      const padded = batch.length * Math.max(...batch.map((row) => lengths[row] ?? 0));
      expect(batch.length === 1 || padded <= 100).toBe(true);
    }
  });

  it('puts rows of like length side by side', () => {
    expect(tokenBatches([50, 10, 49, 9], 100)).toEqual([
      [3, 1],
      [2, 0],
    ]);
  });

  it('counts the padding of the longest row for all', () => {
    expect(tokenBatches([1, 1, 1, 30], 100)).toEqual([[0, 1, 2], [3]]);
  });

  it('makes no batch of nothing', () => {
    expect(tokenBatches([])).toEqual([]);
  });
});
