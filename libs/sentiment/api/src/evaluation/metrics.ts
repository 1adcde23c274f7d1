import type {
  CountedShare,
  EvaluationPart,
  EvaluationResult,
  LabelScore,
  ReliabilityBin,
} from '@moodline/sentiment/contract';
import { LABELS, type Label, type Probabilities } from '@moodline/comments/contract';

/** A text of a labelled set and what was predicted for it. */
export interface EvaluatedRow {
  readonly gold: Label;
  /** Null: it was left unscored. */
  readonly predicted: Label | null;
  /** Null where only a label is known. */
  readonly probabilities: Probabilities | null;
  readonly language: string;
  readonly source: string;
}

/** Quantile of the normal distribution for a two-sided interval of 95 %. */
const Z_95 = 1.959964;
const BINS = 10;
/** Keeps the logarithm finite when the right label was given no probability at all. */
const SMALLEST = 1e-12;

/** All scores of a set of rows, with a breakdown by language and by source. Unscored rows are counted and left out of the scores. */
export function evaluate(rows: readonly EvaluatedRow[]): EvaluationResult {
  return {
    ...part(rows),
    labels: labelScores(rows),
    confusion: confusionMatrix(rows),
    reliability: reliabilityBins(rows),
    byLanguage: breakdown(rows, ({ language }) => language),
    bySource: breakdown(rows, ({ source }) => source),
  };
}

/** Scores of the rows under each value of a property, in the order of the value. */
export function breakdown<Row extends EvaluatedRow>(
  rows: readonly Row[],
  by: (row: Row) => string,
): Record<string, EvaluationPart> {
  const groups = [...Map.groupBy(rows, by)].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(groups.map(([value, members]) => [value, part(members)]));
}

/** Share of the scored rows whose label is right. */
export function accuracy(rows: readonly EvaluatedRow[]): CountedShare {
  const scored = rows.filter(({ predicted }) => predicted !== null);
  return countedShare(scored.filter(({ gold, predicted }) => gold === predicted).length, scored.length);
}

/**
 * A share with its Wilson score interval of 95 %, which stays inside 0 to 1 and holds for small samples.
 * Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927) 209–212.
 */
export function countedShare(correct: number, n: number): CountedShare {
  if (!n) return { n, correct, value: null, low: null, high: null };
  const value = correct / n;
  const squared = Z_95 ** 2;
  const centre = (value + squared / (2 * n)) / (1 + squared / n);
  const half = (Z_95 / (1 + squared / n)) * Math.sqrt((value * (1 - value)) / n + squared / (4 * n * n));
  return { n, correct, value, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** Counts of scored rows: right label (row) by predicted label (column), in the order of `LABELS`. */
export function confusionMatrix(rows: readonly EvaluatedRow[]): number[][] {
  return LABELS.map((gold) =>
    LABELS.map((predicted) => rows.filter((row) => row.gold === gold && row.predicted === predicted).length),
  );
}

/**
 * Precision, recall and their harmonic mean F1 = 2·tp / (gold + predicted) of each label.
 * Source: C. J. van Rijsbergen, Information Retrieval (2nd ed., 1979), ch. 7.
 */
export function labelScores(rows: readonly EvaluatedRow[]): LabelScore[] {
  const matrix = confusionMatrix(rows);
  return LABELS.map((_, label) => {
    const right = matrix[label]?.[label] ?? 0;
    const gold = sum(matrix[label] ?? []);
    const predicted = sum(matrix.map((line) => line[label] ?? 0));
    return {
      gold,
      predicted,
      precision: predicted ? right / predicted : null,
      recall: gold ? right / gold : null,
      f1: gold ? (2 * right) / (gold + predicted) : null,
    };
  });
}

/** Unweighted mean of the F1 of the labels that occur as the right answer: a set without neutral is not punished for it. */
export function macroF1(rows: readonly EvaluatedRow[]): number | null {
  return mean(labelScores(rows).flatMap(({ f1 }) => f1 ?? []));
}

/** Ten equal bins of the probability of the predicted label, for a reliability diagram. */
export function reliabilityBins(rows: readonly EvaluatedRow[]): ReliabilityBin[] {
  const bins = Array.from({ length: BINS }, () => [] as { confidence: number; right: number }[]);
  for (const { gold, predicted, probabilities } of rows) {
    if (predicted === null || !probabilities) continue;
    const confidence = probabilities[predicted];
    // (low, high]: the bin is open below. The tolerance keeps 0.3 in the bin that ends there.
    bins[Math.min(BINS - 1, Math.max(0, Math.ceil(confidence * BINS - 1e-9) - 1))]?.push({
      confidence,
      right: Number(gold === predicted),
    });
  }
  return bins.map((members, index) => ({
    low: index / BINS,
    high: (index + 1) / BINS,
    n: members.length,
    confidence: mean(members.map(({ confidence }) => confidence)),
    accuracy: mean(members.map(({ right }) => right)),
  }));
}

/**
 * Expected calibration error: mean distance of confidence and accuracy over the bins, weighted by their size; 0 is best.
 * Source: C. Guo et al., On calibration of modern neural networks, ICML 2017, eq. 3.
 */
export function calibrationError(rows: readonly EvaluatedRow[]): number | null {
  const bins = reliabilityBins(rows).filter(({ n }) => n > 0);
  const n = sum(bins.map((bin) => bin.n));
  return n ? sum(bins.map((bin) => bin.n * Math.abs((bin.accuracy ?? 0) - (bin.confidence ?? 0)))) / n : null;
}

/** Mean negative natural logarithm of the probability of the right label; 0 is best, ln 3 ≈ 1.099 is a guess among three. */
export function logLoss(rows: readonly EvaluatedRow[]): number | null {
  return mean(
    withProbabilities(rows).map(({ gold, probabilities }) => -Math.log(Math.max(SMALLEST, probabilities[gold]))),
  );
}

/**
 * Mean squared distance between the probabilities and the truth, summed over the labels; 0 is best, 2 is worst.
 * Source: G. W. Brier, Verification of forecasts expressed in terms of probability, Monthly Weather Review 78 (1950) 1–3.
 */
export function brierScore(rows: readonly EvaluatedRow[]): number | null {
  return mean(
    withProbabilities(rows).map(({ gold, probabilities }) =>
      sum(LABELS.map((label) => (probabilities[label] - Number(label === gold)) ** 2)),
    ),
  );
}

function part(rows: readonly EvaluatedRow[]): EvaluationPart {
  return {
    rows: rows.length,
    unscored: rows.filter(({ predicted }) => predicted === null).length,
    accuracy: accuracy(rows),
    macroF1: macroF1(rows),
    calibrationError: calibrationError(rows),
    logLoss: logLoss(rows),
    brier: brierScore(rows),
  };
}

function withProbabilities(rows: readonly EvaluatedRow[]): { gold: Label; probabilities: Probabilities }[] {
  return rows.flatMap(({ gold, predicted, probabilities }) =>
    predicted !== null && probabilities ? [{ gold, probabilities }] : [],
  );
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => (values.length ? sum(values) / values.length : null);
