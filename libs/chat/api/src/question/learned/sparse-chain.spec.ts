import { fitSparseChain } from './fit-sparse-chain';
import { forwardBackward, likeliest, NEVER, type SparseChain } from './sparse-chain';
import { hashed, PLACES, sparseScores } from './sparse-head';

const OPTIONS = ['other', 'begin', 'inside'];
const mayFollow = (option: number, before: number | null) => option !== 2 || (before !== null && before !== 0);
const traits = (words: string) => hashed(new Map([[words, 1]]));
/** ⟦⟧ round what is begun and gone on with. */
function text(marked: string) {
  let option = 0;
  return marked.split(' ').map((word) => {
    option = word.startsWith('⟦') ? 1 : option === 0 ? 0 : 2;
    const gold = option;
    if (word.endsWith('⟧')) option = 0;
    return { traits: traits(word.replace(/[⟦⟧]/gu, '')), gold };
  });
}
const TEXTS = [
  'about ⟦battery life⟧ please',
  'about ⟦battery⟧ please',
  'about ⟦customer service⟧ now',
  'about ⟦service⟧ now',
  'please say how ⟦battery life⟧ is',
  'is life good',
  'life is good now',
].map(text);

describe('forwardBackward', () => {
  it('sums over all ways through a text', () => {
    const scores = Float64Array.from([0.3, -0.2, 1.1, 0.4, -0.7, 0.9]);
    const chain = { start: [0.1, -0.4], steps: [0.5, -0.3, 0.2, 0.7] };
    const ways = [0, 1].flatMap((a) => [0, 1].flatMap((b) => [0, 1].map((c) => [a, b, c] as const)));
    const scoreOf = ([a, b, c]: readonly [number, number, number]): number =>
      (chain.start[a] ?? 0) +
      (scores[a] ?? 0) +
      (chain.steps[2 * a + b] ?? 0) +
      (scores[2 + b] ?? 0) +
      (chain.steps[2 * b + c] ?? 0) +
      (scores[4 + c] ?? 0);
    const sum = ways.reduce((total, way) => total + Math.exp(scoreOf(way)), 0);
    const share = (is: (way: readonly [number, number, number]) => boolean) =>
      ways.filter(is).reduce((total, way) => total + Math.exp(scoreOf(way)), 0) / sum;
    const { total, marginals, taken } = forwardBackward(scores, chain);
    expect(total).toBeCloseTo(Math.log(sum), 10);
    expect(marginals[3]).toBeCloseTo(
      share(([, b]) => b === 1),
      10,
    );
    const steps = ways.reduce(
      (count, [a, b, c]) =>
        count + (Number(a === 0 && b === 1) + Number(b === 0 && c === 1)) * (Math.exp(scoreOf([a, b, c])) / sum),
      0,
    );
    expect(taken[1]).toBeCloseTo(steps, 10);
  });
});

describe('fitSparseChain', () => {
  const chain = fitSparseChain(TEXTS, { options: OPTIONS, mayFollow, strength: 0.1 });
  const read = (words: string, by: SparseChain = chain) =>
    likeliest(by, words.split(' ').map(traits)).map(({ option }) => option);

  it('learns what goes on from what', () => {
    expect(read('about battery life now')).toEqual([0, 1, 2, 0]);
    expect(read('is life good')).toEqual([0, 0, 0]);
  });

  it('takes no way that cannot be', () => {
    expect(chain.start[2]).toBe(NEVER);
    const wants = { ...chain, head: { ...chain.head, bias: [0, 0, 50] } };
    const [first, second] = read('life life', wants);
    expect(first).not.toBe(2);
    expect(second).toBe(first === 1 ? 2 : 0);
  });

  it('says how sure it is of each unit by itself', () => {
    for (const { probability } of likeliest(chain, ['about', 'service'].map(traits))) {
      expect(probability).toBeGreaterThan(0.5);
      expect(probability).toBeLessThanOrEqual(1);
    }
    expect(likeliest(chain, [])).toEqual([]);
  });

  it('stands at the lowest point: no small change of a link fits better', () => {
    const value = ({ head, start, steps }: SparseChain) =>
      TEXTS.reduce((sum, units) => {
        const scores = Float64Array.from(units.flatMap((unit) => sparseScores(head, unit.traits)));
        const links = units.map(({ gold }, unit) => {
          const before = units[unit - 1]?.gold;
          return (before === undefined ? start[gold] : steps[before * 3 + gold]) ?? 0;
        });
        const own = units.reduce(
          (told, { gold }, unit) => told + (scores[unit * 3 + gold] ?? 0) + (links[unit] ?? 0),
          0,
        );
        return sum + forwardBackward(scores, { start, steps }).total - own;
      }, 0);
    const lowest = value(chain);
    for (const change of [-0.2, 0.2]) {
      const steps = chain.steps.map((step, index) => (index === 5 ? step + change : step));
      expect(value({ ...chain, steps })).toBeGreaterThan(lowest);
    }
    expect(chain.head.weights).toHaveLength(OPTIONS.length * PLACES);
  });
});
