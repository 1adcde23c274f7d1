import { headDigest, headProbabilities, headSchema, type Head } from './head';
import { wordFeatures } from './word-features';

const head: Head = headSchema.parse({
  name: 'mood',
  options: ['good', 'bad'],
  weights: [
    [1, 0],
    [0, 2],
  ],
  bias: [0.5, 0],
  mean: [0, 0],
});

describe('a head', () => {
  it('gives softmax((W f + b) / T)', () => {
    const sum = Math.exp(1.5) + Math.exp(4);
    const [good, bad] = headProbabilities(head, Float32Array.of(1, 2)) ?? [];
    expect(good).toBeCloseTo(Math.exp(1.5) / sum, 12);
    expect(bad).toBeCloseTo(Math.exp(4) / sum, 12);
    const cooler = Math.exp(0.75) + Math.exp(2);
    expect(headProbabilities({ ...head, temperature: 2 }, Float32Array.of(1, 2))?.[0]).toBeCloseTo(
      Math.exp(0.75) / cooler,
      12,
    );
  });

  it('gives nothing for features that are no numbers', () => {
    expect(headProbabilities(head, Float32Array.of(NaN, 2))).toBeNull();
    expect(headProbabilities(head, Float32Array.of(Infinity, 2))).toBeNull();
  });

  it('refuses features that it was not made for', () => {
    expect(() => headProbabilities(head, new Float32Array(3))).toThrow(
      'The head mood reads 2 features and the model gives 3.',
    );
  });

  it('reads the words of a text with weights of their own, and none where it was made before there were any', () => {
    const width = 8;
    const [first = 0] = [...wordFeatures('late', width).keys()].filter((at) => wordFeatures('late', width)[at] !== 0);
    const words = Array.from({ length: width }, (_, at) =>
      at === first ? 3 * (wordFeatures('late', width)[at] ?? 0) : 0,
    );
    const reads = headSchema.parse({
      ...head,
      weights: [
        [1, 0, ...words],
        [0, 2, ...words.map(() => 0)],
      ],
      words: { by: 1, width },
    });
    const features = Float32Array.of(1, 2);
    const odds = (text: string) => {
      const [good = 0, bad = 1] = headProbabilities(reads, features, text) ?? [];
      return Math.log(good / bad);
    };
    expect(odds('late') - odds('')).toBeCloseTo(3, 5);
    expect(headProbabilities(head, features, 'late')).toEqual(headProbabilities(head, features));
    expect(() => headProbabilities(reads, features)).toThrow('The head mood reads words, and there is no text.');
    expect(headDigest(reads)).not.toBe(headDigest({ ...reads, words: undefined }));
  });

  it('is not taken where it reads words in a way that is not known', () =>
    expect(headSchema.safeParse({ ...head, words: { by: 2, width: 8 } }).success).toBe(false));

  it.each([
    ['an option without weights', { weights: [[1, 0]] }],
    ['an option without a bias', { bias: [1] }],
    ['rows of different lengths', { weights: [[1, 0], [1]] }],
    ['a single option', { options: ['good'], weights: [[1, 0]], bias: [1] }],
    ['a temperature of zero', { temperature: 0 }],
  ])('cannot have %s', (_, change) => {
    expect(headSchema.safeParse({ ...head, ...change }).success).toBe(false);
  });

  it('is told from others by what it computes, not by its name', () => {
    expect(headDigest({ ...head, name: 'other' })).toBe(headDigest(head));
    expect(headDigest({ ...head, bias: [0.5, 0.1] })).not.toBe(headDigest(head));
    expect(headDigest({ ...head, temperature: 1.1 })).not.toBe(headDigest(head));
  });
});
