import { LABELS, type Label } from '@moodline/comments/contract';
import { type Language } from '@moodline/shared/contract';
import { mostProbable, calibrate, type LanguageCalibration } from '../calibration/calibration';
import { fitCalibration, type FitRow, type Fitted } from '../calibration/fit';

/** A text that the heads and the whole model have answered, each with probabilities in the order of `LABELS`. */
export interface TwiceAnswered {
  readonly gold: Label;
  readonly language: Language;
  /** Labels that occur in its source. */
  readonly possible: readonly boolean[];
  readonly head: readonly number[];
  readonly prompt: readonly number[];
}

/** softmax((1 − weight) log head + weight log prompt, straightened). */
export interface JoinedRule {
  readonly weight: number;
  readonly fitted: Fitted;
}

const WEIGHTS = Array.from({ length: 11 }, (_, index) => index / 10);
const SMALLEST = 1e-9;

/** Weight, temperature and bias with the least log loss: the two answers as experts whose opinions are multiplied (logarithmic pooling). */
export function fitJoinedRule(rows: readonly TwiceAnswered[]): JoinedRule {
  const tried = WEIGHTS.map((weight) => {
    const joined = rows.map((row): FitRow => {
      return {
        probabilities: pooled(row, weight),
        gold: LABELS.indexOf(row.gold),
        possible: row.possible,
        weight: 1,
      };
    });
    const fitted = fitCalibration(joined);
    return { weight, fitted, loss: rows.reduce((sum, row) => sum - Math.log(chance(row, { weight, fitted })), 0) };
  });
  return tried.reduce((best, one) => (one.loss < best.loss ? one : best));
}

/** The label of both together. */
export function joinedLabel(row: TwiceAnswered, rule: JoinedRule): Label {
  return mostProbable(calibrate(pooled(row, rule.weight), straightening(rule)));
}

function chance(row: TwiceAnswered, rule: JoinedRule): number {
  const probabilities = calibrate(pooled(row, rule.weight), straightening(rule));
  const possible = LABELS.reduce((sum, label, index) => sum + (row.possible[index] ? probabilities[label] : 0), 0);
  return Math.max(SMALLEST, probabilities[row.gold] / possible);
}

const straightening = ({ fitted }: JoinedRule): LanguageCalibration => ({ ...fitted, unsureBelow: 0 });

function pooled({ head, prompt }: TwiceAnswered, weight: number): number[] {
  const powers = head.map(
    (value, index) => Math.max(SMALLEST, value) ** (1 - weight) * Math.max(SMALLEST, prompt[index] ?? 0) ** weight,
  );
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
