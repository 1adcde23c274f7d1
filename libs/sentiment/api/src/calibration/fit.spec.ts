import { calibrate } from './calibration';
import { fitCalibration, type FitRow } from './fit';

const ALL = [true, true, true];
const NO_NEUTRAL = [true, false, true];

/** Rows whose right labels come as often as the true probabilities say; the model says something else. */
function rows(said: readonly number[], truth: readonly number[], possible = ALL): FitRow[] {
  return truth.flatMap((count, gold) =>
    Array.from({ length: count }, () => ({ probabilities: said, gold, possible, weight: 1 })),
  );
}

describe('fitCalibration', () => {
  it('cools down a model that is too sure of itself', () => {
    const { temperature } = fitCalibration(
      [
        ...rows([0.98, 0.01, 0.01], [70, 15, 15]),
        ...rows([0.01, 0.01, 0.98], [15, 15, 70]),
        ...rows([0.01, 0.98, 0.01], [15, 70, 15]),
      ],
      { pull: 0.002 },
    );
    expect(temperature).toBeGreaterThan(1.5);
  });

  it('finds the distortion that was put in', () => {
    const distorted = [
      [0.7, 0.2, 0.1],
      [0.2, 0.6, 0.2],
      [0.1, 0.3, 0.6],
      [0.4, 0.4, 0.2],
    ].flatMap((truth) => {
      const powers = truth.map((chance, label) => Math.exp(1.8 * Math.log(chance) + ([0, 0.7, 0][label] ?? 0)));
      const total = powers.reduce((sum, power) => sum + power, 0);
      return rows(
        powers.map((power) => power / total),
        truth.map((chance) => Math.round(chance * 1000)),
      );
    });
    const fitted = fitCalibration(distorted, { pull: 0.001 });
    expect(fitted.temperature).toBeCloseTo(1.8, 1);
    const straight = calibrate([0.7 ** 1.8, 0.2 ** 1.8 * Math.exp(0.7), 0.1 ** 1.8], { ...fitted, unsureBelow: 0 });
    expect(straight.positive).toBeCloseTo(0.7, 1);
    expect(straight.neutral).toBeCloseTo(0.2, 1);
  });

  it('learns nothing about neutral from sets that have none', () => {
    const three = [...rows([0.3, 0.4, 0.3], [300, 400, 300]), ...rows([0.1, 0.8, 0.1], [100, 800, 100])];
    const reviews = [
      ...rows([0.5, 0.3, 0.2], [700, 0, 300], NO_NEUTRAL),
      ...rows([0.2, 0.3, 0.5], [300, 0, 700], NO_NEUTRAL),
    ];
    const { bias } = fitCalibration([...three, ...reviews], { pull: 0.002 });
    expect(bias.neutral - (bias.positive + bias.negative) / 2).toBeGreaterThan(-0.25);
  });

  it('pulls the more towards leaving things as they are the stronger the penalty', () => {
    const set = rows([0.4, 0.3, 0.3], [80, 10, 10]);
    expect(fitCalibration(set, { pull: 1 }).bias.positive).toBeLessThan(
      fitCalibration(set, { pull: 0.01 }).bias.positive,
    );
  });

  it('gives the same answer every time, and leaves everything as it is without rows', () => {
    const set = rows([0.5, 0.3, 0.2], [4, 3, 3]);
    expect(fitCalibration(set)).toEqual(fitCalibration([...set]));
    expect(fitCalibration([])).toEqual({ temperature: 1, bias: { positive: 0, neutral: 0, negative: 0 } });
  });

  it('stays finite when the model is always right', () => {
    const { temperature, bias } = fitCalibration(rows([1, 0, 0], [50, 0, 0]));
    expect([temperature, ...Object.values(bias)].every(Number.isFinite)).toBe(true);
  });
});
