import { fitSparseHead } from './fit-sparse-head';
import { hashed, packHeads, sparseProbabilities, unpackHeads } from './sparse-head';

const OPTIONS = ['count', 'why'];
const row = (words: string, gold: number) => ({ traits: traits(words), gold });
const traits = (words: string) => hashed(new Map(words.split(' ').map((word) => [word, 1])));
const ROWS = [
  row('how many comments', 0),
  row('how many complaints', 0),
  row('number of comments', 0),
  row('number of complaints', 0),
  row('why so many complaints', 1),
  row('why the anger', 1),
  row('reason of the anger', 1),
  row('reason of complaints', 1),
];

describe('fitSparseHead', () => {
  const head = fitSparseHead(ROWS, OPTIONS, 0.1);

  it('learns which words tell what', () => {
    const [count = 0, why = 0] = sparseProbabilities(head, traits('how many reasons of anger'));
    expect(count + why).toBeCloseTo(1, 10);
    expect(sparseProbabilities(head, traits('number of photos'))[0]).toBeGreaterThan(0.6);
    expect(sparseProbabilities(head, traits('why the photos'))[1]).toBeGreaterThan(0.7);
  });

  it('learns nothing from a word that only one question has', () => {
    expect(sparseProbabilities(head, traits('so'))).toEqual(sparseProbabilities(head, traits('never')));
  });

  it('weighs numbers that every text has', () => {
    const dense = (value: number) => ({ ...traits('so'), dense: Float32Array.from([value]) });
    const rows = [-1, -0.5, 0.5, 1].map((value) => ({ traits: dense(value), gold: Number(value > 0) }));
    const learned = fitSparseHead(rows, OPTIONS, 0.1);
    expect(sparseProbabilities(learned, dense(-0.8))[0]).toBeGreaterThan(0.7);
    expect(sparseProbabilities(learned, dense(0.8))[1]).toBeGreaterThan(0.7);
  });

  it('gives the same head for the same rows', () => {
    expect(fitSparseHead(ROWS, OPTIONS, 0.1)).toEqual(head);
  });

  it('is the same after it was packed', () => {
    const scale = { mean: [0.5], scale: [2] };
    const features = { by: 'a model', whole: scale, tokens: scale };
    const chain = { ...head, start: [0, 1], steps: [0, 1, 2, 3] };
    const read = unpackHeads(packHeads({ heads: { intent: head, other: chain }, features }));
    expect(read.heads['intent']).toEqual(head);
    expect(read.heads['other']).toEqual(chain);
    expect(read.features).toEqual(features);
  });
});
