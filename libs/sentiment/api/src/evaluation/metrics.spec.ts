import { evaluationResultSchema } from '@moodline/sentiment/contract';
import type { Label, Probabilities } from '@moodline/comments/contract';
import {
  brierScore,
  calibrationError,
  confusionMatrix,
  countedShare,
  evaluate,
  labelScores,
  logLoss,
  macroF1,
  reliabilityBins,
  type EvaluatedRow,
} from './metrics';

const LETTERS: Record<string, Label> = { p: 'positive', o: 'neutral', n: 'negative' };

/** `pn` reads: the right answer is positive, negative was predicted; `p-` stayed unscored. */
const rows = (pairs: string, more: Partial<EvaluatedRow> = {}): EvaluatedRow[] =>
  pairs.split(' ').map(([gold = '', predicted = '']) => ({
    gold: LETTERS[gold] ?? 'neutral',
    predicted: LETTERS[predicted] ?? null,
    probabilities: null,
    language: 'en',
    source: 'spec',
    ...more,
  }));
const row = (gold: Label, positive: number, neutral: number, negative: number): EvaluatedRow => {
  const probabilities: Probabilities = { positive, neutral, negative };
  const predicted: Label =
    positive >= neutral && positive >= negative ? 'positive' : negative >= neutral ? 'negative' : 'neutral';
  return { gold, predicted, probabilities, language: 'en', source: 'spec' };
};

describe('countedShare', () => {
  // Reference values: Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('gives for %d of %d the Wilson interval %d to %d', (correct, n, low, high) => {
    const share = countedShare(correct, n);
    expect(share.value).toBeCloseTo(correct / n, 10);
    expect(share.low).toBeCloseTo(low, 4);
    expect(share.high).toBeCloseTo(high, 4);
  });

  it('says nothing about a share of nothing', () => {
    expect(countedShare(0, 0)).toEqual({ n: 0, correct: 0, value: null, low: null, high: null });
  });
});

describe('scores of labels', () => {
  const mixed = rows('pp pp pn oo on nn nn no');

  it('count right answers by rows and predictions by columns', () => {
    expect(confusionMatrix(mixed)).toEqual([
      [2, 0, 1],
      [0, 1, 1],
      [0, 1, 2],
    ]);
  });

  it('give precision, recall and F1 of each label', () => {
    expect(labelScores(mixed)).toEqual([
      { gold: 3, predicted: 2, precision: 1, recall: 2 / 3, f1: 0.8 },
      { gold: 2, predicted: 2, precision: 0.5, recall: 0.5, f1: 0.5 },
      { gold: 3, predicted: 4, precision: 0.5, recall: 2 / 3, f1: 4 / 7 },
    ]);
    expect(macroF1(mixed)).toBeCloseTo((0.8 + 0.5 + 4 / 7) / 3, 12);
  });

  it('do not count a label that is never the right answer', () => {
    expect(macroF1(rows('pp nn po'))).toBeCloseTo((2 / 3 + 1) / 2, 12);
    expect(labelScores(rows('pp'))[1]).toEqual({ gold: 0, predicted: 0, precision: null, recall: null, f1: null });
  });

  it('leave unscored rows out and count them', () => {
    expect(evaluate(rows('pp p- nn'))).toMatchObject({
      rows: 3,
      unscored: 1,
      accuracy: { n: 2, correct: 2, value: 1 },
    });
  });
});

describe('calibration scores', () => {
  it('put a probability on a border into the bin that ends there', () => {
    const bins = reliabilityBins([
      row('positive', 0.7, 0.2, 0.1),
      row('negative', 0.75, 0.15, 0.1),
      row('neutral', 0, 1, 0),
    ]);
    expect(bins.map(({ n }) => n)).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 0, 1]);
    expect(bins[7]).toEqual({ low: 0.7, high: 0.8, n: 1, confidence: 0.75, accuracy: 0 });
  });

  it('weigh the distance of each bin by its size', () => {
    // Two of four at 0.9 are right (distance 0.4), the one at 0.6 is right (distance 0.4); one at 1 is right (distance 0).
    const set = [
      row('positive', 0.9, 0.1, 0),
      row('positive', 0.9, 0.1, 0),
      row('neutral', 0.9, 0.1, 0),
      row('neutral', 0.9, 0.1, 0),
      row('negative', 0.2, 0.2, 0.6),
      row('neutral', 0, 1, 0),
    ];
    expect(calibrationError(set)).toBeCloseTo((4 * 0.4 + 0.4) / 6, 12);
  });

  it('give the log loss and the Brier score of the right label', () => {
    const set = [row('positive', 0.5, 0.25, 0.25), row('negative', 0.5, 0.25, 0.25)];
    expect(logLoss(set)).toBeCloseTo((Math.log(2) + Math.log(4)) / 2, 12);
    expect(brierScore(set)).toBeCloseTo((0.375 + 0.875) / 2, 12);
  });

  it('stay finite for a right label without any probability', () => {
    expect(logLoss([row('neutral', 1, 0, 0)])).toBeCloseTo(27.631, 3);
  });

  it('are unknown without probabilities', () => {
    expect(evaluate(rows('pp nn'))).toMatchObject({ calibrationError: null, logLoss: null, brier: null });
  });
});

describe('evaluate', () => {
  it('breaks the scores down by language and source', () => {
    const result = evaluate([
      ...rows('pp pn', { language: 'zh', source: 'forum' }),
      ...rows('nn', { language: 'en', source: 'feed' }),
    ]);
    expect(Object.keys(result.byLanguage)).toEqual(['en', 'zh']);
    expect(result.byLanguage['zh']?.accuracy).toMatchObject({ n: 2, correct: 1, value: 0.5 });
    expect(result.bySource['feed']?.accuracy.value).toBe(1);
  });

  it.each([[[]], [rows('p- n-')], [[row('positive', 0.4, 0.3, 0.3)]]])(
    'fits the contract, whatever there is to evaluate',
    (set) => {
      expect(evaluationResultSchema.parse(evaluate(set))).toEqual(evaluate(set));
    },
  );
});
