import { fitHead, fitOrigins, type TaughtRow } from './fit-head';
import { headProbabilities, headSchema, type Head } from './head';

const WIDTH = 20;
const still = { mean: new Array<number>(WIDTH).fill(0), scale: new Array<number>(WIDTH).fill(1) };
const zero: Head = headSchema.parse({
  name: 'mood',
  options: ['a', 'b', 'c'],
  weights: [0, 1, 2].map(() => new Array<number>(WIDTH).fill(0)),
  bias: [0, 0, 0],
});

/** Numbers that look like chance and are the same every time. */
function chance(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

/** Rows of three classes, each around a place of its own. */
function rows(count: number, seed = 7): TaughtRow[] {
  const next = chance(seed);
  return Array.from({ length: count }, (_, index) => {
    const gold = index % 3;
    const features = Float32Array.from({ length: WIDTH }, (__, at) => next() - 0.5 + (at % 3 === gold ? 0.35 : 0));
    return { features, gold };
  });
}

const shareRight = (head: Head, set: readonly TaughtRow[]) =>
  set.filter(({ features, gold }) => {
    const chances = headProbabilities(head, features) ?? [];
    return chances.indexOf(Math.max(...chances)) === gold;
  }).length / set.length;

const distance = (a: Head, b: Head) =>
  Math.hypot(...a.weights.flatMap((row, option) => row.map((weight, at) => weight - (b.weights[option]?.[at] ?? 0))));

describe('fitting a head', () => {
  it('learns what tells the options apart, also on rows it has not seen', () => {
    const head = fitHead(rows(300), { towards: zero, features: still, strength: 1 });
    expect(shareRight(zero, rows(300, 99))).toBeLessThan(0.4);
    expect(shareRight(head, rows(300, 99))).toBeGreaterThan(0.9);
  });

  it('stays the nearer to the other head the harder it is pulled, and stays there without rows', () => {
    const fitted = (strength: number) => fitHead(rows(60), { towards: zero, features: still, strength });
    expect(distance(fitted(100), zero)).toBeLessThan(distance(fitted(1), zero) / 4);
    const prior = fitted(1);
    expect(distance(fitHead([], { towards: prior, features: still, strength: 1 }), prior)).toBeLessThan(1e-9);
  });

  it('finds the point where all slopes vanish, wherever it starts', () => {
    const pull = { towards: zero, features: still, strength: 2 };
    const set = rows(90);
    const head = fitHead(set, pull);
    expect(distance(head, fitHead(set, pull, fitHead(rows(30, 3), pull)))).toBeLessThan(5e-3);
    head.weights.forEach((row, option) =>
      row.forEach((weight, at) => {
        const slope = set.reduce((sum, { features, gold }) => {
          const told = (headProbabilities(head, features)?.[option] ?? 0) - Number(gold === option);
          return sum + told * (features[at] ?? 0);
        }, 2 * weight);
        expect(Math.abs(slope)).toBeLessThan(0.02);
      }),
    );
  });

  it('gives the same head for features that were moved and stretched', () => {
    const moved = {
      mean: still.mean.map((_, at) => at - 3),
      scale: still.scale.map((_, at) => 1 + at / 5),
    };
    const stretched = rows(60).map((row) => ({
      ...row,
      features: row.features.map((value, at) => value * (moved.scale[at] ?? 1) + (moved.mean[at] ?? 0)),
    }));
    const plain = fitHead(rows(60), { towards: zero, features: still, strength: 1 });
    const head = fitHead(stretched, { towards: zero, features: moved, strength: 1 });
    stretched.forEach(({ features }, index) =>
      headProbabilities(head, features)?.forEach((value, option) =>
        expect(value).toBeCloseTo(headProbabilities(plain, rows(60)[index]?.features ?? features)?.[option] ?? NaN, 3),
      ),
    );
  });

  it('counts a row of weight two as two rows', () => {
    const pull = { towards: zero, features: still, strength: 1 };
    const doubled = fitHead(
      rows(30).map((row) => ({ ...row, weight: 2 })),
      pull,
    );
    expect(distance(doubled, fitHead([...rows(30), ...rows(30)], pull))).toBeLessThan(1e-3);
  });

  it('leaves to an offset what the offset explains', () => {
    const set = rows(90).map((row) => ({
      ...row,
      offset: [0, 0, 0].map((_, option) => (option === row.gold ? 20 : 0)),
    }));
    expect(distance(fitHead(set, { towards: zero, features: still, strength: 1 }), zero)).toBeLessThan(1e-6);
  });

  it('tells how often options occur at an origin from what features mean', () => {
    const pull = { towards: zero, features: still, strength: 1 };
    const even = fitHead(rows(300), pull);
    const rare = rows(300, 5).filter(({ gold }, index) => gold === 0 || index % 15 < 3);
    const there = rare.map((row) => ({ ...row, origin: 'there' }));
    const { head, origins } = fitOrigins([...rows(300), ...there], pull, { head: zero, origins: new Map() });
    const [often = 0, seldom = 0] = origins.get('there') ?? [];
    expect(often - seldom).toBeGreaterThan(1);
    const moved = ({ bias }: Head) => Math.hypot(...bias.map((value, at) => value - (even.bias[at] ?? 0)));
    expect(moved(head)).toBeLessThan(moved(fitHead([...rows(300), ...rare], pull)) / 3);
  });

  it('refuses rows of other features', () =>
    expect(() =>
      fitHead([{ features: new Float32Array(3), gold: 0 }], { towards: zero, features: still, strength: 1 }),
    ).toThrow('reads 20 features'));
});
