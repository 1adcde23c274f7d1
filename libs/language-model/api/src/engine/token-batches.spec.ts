import { runWidth, tokenBatches } from './token-batches';

describe('tokenBatches', () => {
  const lengths = [90, 5, 31, 6, 101, 5, 30, 64, 7];
  const padded = (batch: readonly number[], of = lengths) =>
    batch.length * runWidth(batch.length, Math.max(...batch.map((row) => of[row] ?? 0)));

  it('puts each row into exactly one batch', () => {
    expect(
      tokenBatches(lengths, { tokens: 100 })
        .flat()
        .sort((a, b) => a - b),
    ).toEqual(lengths.map((_, row) => row));
  });

  it('keeps rows and padding within the budget, except a single row that is longer', () => {
    for (const batch of tokenBatches(lengths, { tokens: 100 }))
      expect(batch.length === 1 || padded(batch) <= 100).toBe(true);
  });

  it('computes an even count of tokens, whatever the rows', () => {
    expect(tokenBatches(lengths).every((batch) => padded(batch) % 2 === 0)).toBe(true);
    expect([runWidth(3, 5), runWidth(4, 5), runWidth(3, 6)]).toEqual([6, 5, 6]);
  });

  it('puts rows of one length side by side', () => {
    expect(tokenBatches([50, 10, 50, 10, 30], { tokens: 100 })).toEqual([[1, 3], [4], [0, 2]]);
  });

  it('bears a little padding where that saves a run', () => {
    expect(tokenBatches([1, 1, 2, 40])).toEqual([[0, 1, 2], [3]]);
  });

  it('keeps to the rows that the memory allows', () => {
    const batches = tokenBatches(new Array<number>(10).fill(4), { rows: 3 });
    expect([batches.length, Math.max(...batches.map((batch) => batch.length))]).toEqual([4, 3]);
  });

  it('groups ten thousand rows in no time', () => {
    const started = performance.now();
    const batches = tokenBatches(Array.from({ length: 10_000 }, (_, row) => 6 + (row % 91)));
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(batches.flat()).toHaveLength(10_000);
  });

  it('makes no batch of nothing', () => {
    expect(tokenBatches([])).toEqual([]);
  });
});
