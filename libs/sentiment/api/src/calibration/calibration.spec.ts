import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { calibrate, calibrationOf, calibrationSchema, mostProbable, NO_CALIBRATION } from './calibration';

describe('calibrate', () => {
  it('changes nothing with a temperature of 1 and no bias', () => {
    expect(calibrate([0.6, 0.3, 0.1], NO_CALIBRATION)).toEqual({
      positive: expect.closeTo(0.6, 9),
      neutral: expect.closeTo(0.3, 9),
      negative: expect.closeTo(0.1, 9),
    });
  });

  it('spreads by a temperature above 1 and keeps the order', () => {
    const { positive, neutral, negative } = calibrate([0.9, 0.08, 0.02], { ...NO_CALIBRATION, temperature: 2 });
    expect(positive).toBeLessThan(0.9);
    expect(positive).toBeGreaterThan(neutral);
    expect(neutral).toBeGreaterThan(negative);
  });

  it('moves odds by the exponential of the difference of two biases', () => {
    const { positive, negative } = calibrate([0.4, 0.2, 0.4], {
      ...NO_CALIBRATION,
      bias: { positive: 1, neutral: 0, negative: 0 },
    });
    expect(positive / negative).toBeCloseTo(Math.E, 9);
  });

  it('stays finite and sums to one at certainty', () => {
    const calibrated = Object.values(
      calibrate([1, 0, 0], { temperature: 0.5, bias: { positive: -3, neutral: 2, negative: 1 }, unsureBelow: 0.5 }),
    );
    expect(calibrated.every(Number.isFinite)).toBe(true);
    expect(calibrated.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
  });
});

describe('mostProbable', () => {
  it('prefers a mood to neutral where both are as probable', () => {
    expect(mostProbable({ positive: 0.4, neutral: 0.4, negative: 0.2 })).toBe('positive');
    expect(mostProbable({ positive: 0.2, neutral: 0.4, negative: 0.4 })).toBe('negative');
  });
});

describe('the bundled calibration', () => {
  const bundled = calibrationSchema.parse(
    JSON.parse(readFileSync(join(__dirname, '../prompts/label-calibration.json'), 'utf8')),
  );

  it.each(['zh', 'en', 'ja'] as const)('is there for %s', (language) =>
    expect(calibrationOf(bundled, bundled.model, language)).not.toBe(NO_CALIBRATION),
  );

  it('leaves a language or a model that it does not know as it is', () => {
    expect(calibrationOf(bundled, bundled.model, 'und')).toBe(NO_CALIBRATION);
    expect(calibrationOf(bundled, 'another-model', 'zh')).toBe(NO_CALIBRATION);
    expect(calibrationOf(null, bundled.model, 'zh')).toBe(NO_CALIBRATION);
  });
});
