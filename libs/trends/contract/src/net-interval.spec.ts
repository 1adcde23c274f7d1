import { netChange } from './change';
import { expectedNet, netError, netInterval, type NetCounts } from './net-interval';

/** Mulberry32: random numbers that are the same every time. */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const normal = (chance: () => number) => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());

/** A world whose comments have probabilities that hold: of labels that say .7, 70 of 100 are right. Most are a little negative and unsure. */
function comment(chance: () => number, shift: number): readonly [number, number, number] {
  const logits = [normal(chance) * 1.2 - 0.2 - shift, 0.3 + normal(chance) * 0.6, normal(chance) * 1.2 + 0.2 + shift];
  const powers = logits.map(Math.exp);
  const sum = powers.reduce((a, b) => a + b, 0);
  return [(powers[0] ?? 0) / sum, (powers[1] ?? 0) / sum, (powers[2] ?? 0) / sum];
}

/** A sample as it is counted. */
function sample(chance: () => number, n: number, shift = 0): Required<NetCounts> {
  const counted = { positive: 0, neutral: 0, negative: 0 };
  const expected = { positive: 0, negative: 0 };
  for (let index = 0; index < n; index++) {
    const [positive, neutral, negative] = comment(chance, shift);
    counted[positive >= Math.max(neutral, negative) ? 'positive' : neutral >= negative ? 'neutral' : 'negative']++;
    expected.positive += positive;
    expected.negative += negative;
  }
  return { n, positive: counted.positive, negative: counted.negative, expected };
}

/** The net mood of the whole world, to a quarter of a point. */
function truth(shift = 0): number {
  return expectedNet(sample(chanceOf(99), 60_000, shift));
}

describe('the interval of the net mood', () => {
  const shift = 0.25;
  const world = truth(shift);
  const held = (n: number, interval: (counts: Required<NetCounts>) => { low: number; high: number } | null) => {
    const chance = chanceOf(n);
    let inside = 0;
    const rounds = n > 1000 ? 80 : 400;
    for (let round = 0; round < rounds; round++) {
      const found = interval(sample(chance, n, shift));
      if (found && found.low <= world && world <= found.high) inside++;
    }
    return inside / rounds;
  };

  it.each([10, 50, 300, 2000])('holds what is true of the world in 95 of 100 samples of %d comments', (n) => {
    expect(held(n, netInterval)).toBeGreaterThanOrEqual(0.95);
  });

  it('is needed: counts alone, with their sampling error alone, are far from the truth in a large sample', () => {
    const byCounts = ({ n, positive, negative }: NetCounts) => netInterval({ n, positive, negative });
    expect(held(2000, byCounts)).toBeLessThan(0.5);
  });

  it('holds the number that is shown, becomes narrow with the comments, and stays on the scale', () => {
    const chance = chanceOf(5);
    const widths = [20, 200, 2000].map((n) => {
      const counts = sample(chance, n, shift);
      const { low, high } = netInterval(counts) ?? { low: 0, high: 0 };
      const shown = (100 * (counts.positive - counts.negative)) / n;
      expect(low).toBeLessThanOrEqual(Math.round(shown * 10) / 10);
      expect(high).toBeGreaterThanOrEqual(Math.round(shown * 10) / 10);
      return high - low;
    });
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
    expect(netInterval({ n: 12, positive: 12, negative: 0 })).toEqual({ low: expect.any(Number), high: 100 });
    expect(netInterval({ n: 0, positive: 0, negative: 0 })).toBeNull();
  });

  it('never ends at the number that is shown, where probabilities say another one than the counts', () => {
    // Counted −26, expected −20: the interval was told as "−26 to −14".
    const counts = { n: 1000, positive: 270, negative: 530, expected: { positive: 300, negative: 500 } };
    const { low, high } = netInterval(counts) ?? { low: 0, high: 0 };
    expect(low).toBeLessThan(-30);
    expect(high).toBeGreaterThan(-16);
    expect(-26 - low).toBeCloseTo(high - -20, 1);
  });

  it('takes people at their word: without probabilities the counts are what is expected', () => {
    const counts = { n: 40, positive: 10, negative: 25 };
    expect(netInterval({ ...counts, expected: { positive: 10, negative: 25 } })).toEqual(netInterval(counts));
    expect(netError(counts)).toBeCloseTo(netError({ ...counts, expected: { positive: 10, negative: 25 } }));
  });
});

describe('a change between two periods', () => {
  it('is called clear in at most one of twenty pairs of samples of the same world', () => {
    const chance = chanceOf(3);
    let clear = 0;
    for (let round = 0; round < 400; round++)
      if (netChange(sample(chance, 150, 0.25), sample(chance, 150, 0.25))?.clear) clear++;
    expect(clear).toBeLessThanOrEqual(20);
  });

  it('is found where the world has changed', () => {
    const chance = chanceOf(4);
    let clear = 0;
    for (let round = 0; round < 60; round++)
      if (netChange(sample(chance, 600, 0.6), sample(chance, 600, -0.2))?.clear) clear++;
    expect(clear).toBeGreaterThan(54);
  });

  it('is not clear where only labels that are close calls have tipped over', () => {
    const before = { n: 100, positive: 60, negative: 40, expected: { positive: 50, negative: 50 } };
    const now = { n: 100, positive: 40, negative: 60, expected: { positive: 50, negative: 50 } };
    expect(netChange(now, before)).toEqual({ difference: -40, clear: false });
  });
});
