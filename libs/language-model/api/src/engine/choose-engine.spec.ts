import { allSteps, fakeParts, type NextToken } from '../testing/fake-engine-parts';
import { ChooseEngine } from './choose-engine';

const role = { name: 'label', version: 1, system: 'Judge.' };

describe('ChooseEngine', () => {
  const choose = async (next: NextToken, texts: readonly string[], options: readonly string[], budget?: number) => {
    const { session, prompt, prefixes } = fakeParts(next);
    const readRows = jest.spyOn(session, 'readRows');
    const { result, count } = await allSteps(
      new ChooseEngine(session, prompt, prefixes, budget).choose({ role, texts, options }),
    );
    return { result, steps: count, runs: readRows.mock.calls };
  };

  it('gives each option the probability of its token', async () => {
    const { result } = await choose(() => [0, Math.log(6), Math.log(3), Math.log(1), 0], ['good'], ['1', '2', '3']);
    expect(result[0]?.map((chance) => Number(chance.toFixed(6)))).toEqual([0.6, 0.3, 0.1]);
  });

  it('multiplies along the tokens of options that begin alike, in one run', async () => {
    const next: NextToken = (row) =>
      row.at(-1) === 1 ? [0, 0, Math.log(9), Math.log(1), 0] : [0, Math.log(4), 0, 0, Math.log(1)];
    const { result, runs } = await choose(next, ['x'], ['12', '13', '4']);
    expect(result[0]?.map((chance) => Number(chance.toFixed(6)))).toEqual([0.72, 0.08, 0.2]);
    expect(runs).toHaveLength(1);
  });

  it.each([NaN, Infinity, -Infinity])('gives no answer for the one text whose logits hold %p', async (broken) => {
    const next: NextToken = (row) => (row[0] === 'b'.charCodeAt(0) ? [0, broken, 1, 1, 1] : [0, 1, 1, 1, 1]);
    const { result } = await choose(next, ['a', 'b', 'c'], ['1', '2']);
    expect(result).toEqual([[0.5, 0.5], null, [0.5, 0.5]]);
  });

  it('gives no answer when a later fork has no numbers', async () => {
    const next: NextToken = (row) => (row.at(-1) === 1 ? [0, NaN, NaN, NaN, NaN] : [0, 1, 1, 1, 1]);
    expect((await choose(next, ['x'], ['12', '13', '4'])).result).toEqual([null]);
  });

  it('answers ten thousand one-word texts in their order, and lets others in between', async () => {
    const words = Array.from({ length: 10_000 }, (_, index) => String(index % 1_000));
    const next: NextToken = ([first = 0]) => [0, first - 48, 0, 0, 0];
    const { result, steps } = await choose(next, words, ['1', '2']);
    expect(
      result.every(
        (chances, index) => Math.abs((chances?.[0] ?? NaN) - 1 / (1 + Math.exp(-Number(words[index]?.[0])))) < 1e-6,
      ),
    ).toBe(true);
    expect(steps).toBeGreaterThan(200);
  });

  it('keeps each run within the budget', async () => {
    const { runs } = await choose(
      () => [0, 1, 1, 1, 1],
      Array.from({ length: 50 }, (_, index) => 'x'.repeat(1 + (index % 9))),
      ['1', '2'],
      16,
    );
    expect(runs.every(([rows]) => rows.length * Math.max(...rows.map((row) => row.length)) <= 16)).toBe(true);
  });
});
