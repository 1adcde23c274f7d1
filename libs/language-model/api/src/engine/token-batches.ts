/** Padded tokens one run may hold. Small runs are the fastest on a CPU: their intermediate results stay in its cache. */
export const TOKEN_BUDGET = 256;

/**
 * Groups rows of like length, so that little padding is computed and no run grows beyond the budget.
 * @param lengths tokens of each row.
 * @param budget most tokens of a batch, padding included; a single longer row makes a batch of its own.
 * @returns batches of row indices, shortest rows first; each index appears exactly once.
 */
export function tokenBatches(lengths: readonly number[], budget: number = TOKEN_BUDGET): number[][] {
  const shortestFirst = lengths.map((length, row) => ({ length, row })).sort((a, b) => a.length - b.length);
  const batches: number[][] = [];
  let batch: number[] = [];
  for (const { length, row } of shortestFirst) {
    if (batch.length > 0 && (batch.length + 1) * length > budget) {
      batches.push(batch);
      batch = [];
    }
    batch.push(row);
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
