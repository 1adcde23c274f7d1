import { riseStart } from './rise';
import { segmentStarts } from './segments';
import { turningPoints, type MoodInterval } from './turning-points';

/** The same numbers every time, evenly between 0 and 1. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** Days with `n` comments each, whose labels are drawn with the given shares. */
function days(
  count: number,
  [positive, negative]: [number, number],
  { n, next }: { n: number; next: () => number },
): MoodInterval[] {
  return Array.from({ length: count }, () => {
    const drawn = Array.from({ length: n }, next);
    return {
      n,
      positive: drawn.filter((value) => value < positive).length,
      negative: drawn.filter((value) => value > 1 - negative).length,
    };
  });
}

describe('turningPoints', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('finds the days on which a made-up mood was turned (seed %i)', (seed) => {
    const made = { n: 40, next: numbers(seed * 7919) };
    const series = [...days(12, [0.4, 0.2], made), ...days(9, [0.1, 0.6], made), ...days(14, [0.3, 0.35], made)];
    const found = turningPoints(series);
    expect(found).toHaveLength(2);
    expect(Math.abs((found[0]?.at ?? 0) - 12)).toBeLessThanOrEqual(1);
    expect(Math.abs((found[1]?.at ?? 0) - 21)).toBeLessThanOrEqual(2);
  });

  it('finds none where the mood stays as it is', () => {
    const found = Array.from(
      { length: 60 },
      (_, index) => turningPoints(days(45, [0.3, 0.3], { n: 25, next: numbers(index + 1) })).length,
    );
    expect(found.filter((count) => count > 0).length).toBeLessThanOrEqual(3);
  });

  it('does not take days that differ by more than chance, but come back at once, for turns', () => {
    const next = numbers(5);
    const series = Array.from({ length: 40 }, (_, index) =>
      days(1, index % 2 ? [0.5, 0.2] : [0.2, 0.5], { n: 30, next }),
    ).flat();
    expect(turningPoints(series)).toEqual([]);
  });

  it('tells both stretches with their counts', () => {
    const [turn] = turningPoints([
      ...Array(6).fill({ n: 20, positive: 12, negative: 4 }),
      ...Array(6).fill({ n: 20, positive: 2, negative: 14 }),
    ]);
    expect(turn).toEqual({
      at: 6,
      since: 0,
      until: 12,
      before: { n: 120, positive: 72, negative: 24 },
      now: { n: 120, positive: 12, negative: 84 },
    });
  });

  it('says nothing of a handful of comments, of empty days, and of nothing', () => {
    expect(
      turningPoints([
        { n: 3, positive: 3, negative: 0 },
        { n: 3, positive: 0, negative: 3 },
      ]),
    ).toEqual([]);
    expect(turningPoints(Array(30).fill({ n: 0, positive: 0, negative: 0 }))).toEqual([]);
    expect(turningPoints([])).toEqual([]);
  });

  it('takes less than 50 ms for half a year of days', () => {
    const series = days(180, [0.3, 0.3], { n: 30, next: numbers(3) });
    const began = performance.now();
    turningPoints(series);
    expect(performance.now() - began).toBeLessThan(50);
  });
});

describe('riseStart', () => {
  it('finds when something began to be said', () => {
    expect(riseStart([0, 1, 0, 1, 0, 0, 1, 0, 9, 12, 10, 11, 8, 9])).toBe(8);
  });

  it.each([[[]], [[3, 4, 2, 3, 4, 3, 2, 4]], [[12, 11, 10, 12, 2, 1, 1, 0]], [[0, 0, 0, 0]]])(
    'finds no rise in %j',
    (counts) => {
      expect(riseStart(counts)).toBeNull();
    },
  );
});

describe('segmentStarts', () => {
  it('keeps one stretch where none is long enough to be cut', () => {
    expect(segmentStarts(() => 0, { length: 5, penalty: 1, isLongEnough: (first, end) => end - first >= 9 })).toEqual([
      0,
    ]);
  });
});
