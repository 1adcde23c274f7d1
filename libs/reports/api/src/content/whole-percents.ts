/**
 * Parts of a whole in percent without decimals that make 100 together: what is left after rounding down goes to those that lost most by it
 * (largest remainders: Hamilton's method of apportionment), of equal ones to the first. Empty where there is nothing to share.
 */
export function wholePercents(counts: readonly number[]): number[] {
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (!all) return [];
  const exact = counts.map((count) => (100 * count) / all);
  const left = 100 - exact.reduce((sum, share) => sum + Math.floor(share), 0);
  const lost = exact.map((share, index) => ({ index, rest: share - Math.floor(share) }));
  const raised = new Set(
    lost
      .sort((a, b) => b.rest - a.rest || a.index - b.index)
      .slice(0, Math.round(left))
      .map(({ index }) => index),
  );
  return exact.map((share, index) => Math.floor(share) + (raised.has(index) ? 1 : 0));
}
