/**
 * Padded tokens one run may hold. A larger run is no faster, and it is what someone who wants an answer now waits for: with 256
 * the first word of a text took more than twice as long as on an idle machine (measured).
 */
export const TOKEN_BUDGET = 128;

/** As {@link TOKEN_BUDGET} for runs that stop at the exit of the graph, after half of its layers. */
export const EXIT_TOKEN_BUDGET = 256;

/**
 * The 4-bit kernels of x64 take two tokens at a time and a leftover one by another way, with a slightly different result. A run
 * with an even count of tokens has no leftover, so that a text gets the same answer in any batch (measured: equal to the bit with
 * VNNI and to 1.6e-8 without; otherwise probabilities differ by up to 0.03).
 */
const KERNEL_TOKENS = 2;

/** What a run costs besides its tokens, measured in tokens: its start, and the logits of one position. */
const RUN_COST = 4;
const LOGITS_COST = 0.15;

export interface BatchLimits {
  /** Most tokens of a batch, padding included; a single longer row makes a batch of its own. */
  readonly tokens?: number;
  /** Most rows of a batch. */
  readonly rows?: number;
  /** What is computed at each position that is kept, measured in tokens: logits are many, features come for nothing. */
  readonly keptCost?: number;
}

/** Columns of a run that holds rows up to this length. */
export function runWidth(rows: number, longest: number): number {
  return (rows * longest) % KERNEL_TOKENS === 0 ? longest : longest + 1;
}

/**
 * Groups rows so that all runs together cost least: rows of one length side by side as far as they go, a little padding where
 * that saves a run. A row's padding costs twice, as its columns are computed and logits are kept from its end on.
 * @param lengths tokens of each row.
 * @returns batches of row indices, shortest rows first; each index appears exactly once.
 */
export function tokenBatches(
  lengths: readonly number[],
  { tokens = TOKEN_BUDGET, rows = Infinity, keptCost = LOGITS_COST }: BatchLimits = {},
): number[][] {
  const shortestFirst = lengths.map((length, row) => ({ length, row })).sort((a, b) => a.length - b.length);
  // cheapest[n]: the least that the first n rows can cost; start[n]: where their last batch then begins.
  const cheapest = [0];
  const start = [0];
  for (let end = 1; end <= shortestFirst.length; end++) {
    const longest = shortestFirst[end - 1]?.length ?? 0;
    cheapest[end] = Infinity;
    for (let count = 1; count <= Math.min(end, rows); count++) {
      const width = runWidth(count, longest);
      if (count > 1 && count * width > tokens) break;
      const kept = width - (shortestFirst[end - count]?.length ?? 0) + 1;
      const cost = (cheapest[end - count] ?? 0) + RUN_COST + count * width + count * kept * keptCost;
      if (cost >= (cheapest[end] ?? Infinity)) continue;
      cheapest[end] = cost;
      start[end] = end - count;
    }
  }
  const batches: number[][] = [];
  for (let end = shortestFirst.length; end > 0; end = start[end] ?? 0) {
    batches.unshift(shortestFirst.slice(start[end], end).map(({ row }) => row));
  }
  return batches;
}
