import { softmax } from '@moodline/language-model/api';
import { LABELS, probabilitiesSchema, type Label, type Probabilities } from '@moodline/comments/contract';
import { LANGUAGES, type Language } from '@moodline/shared/contract';
import * as z from 'zod';

/** How the model's probabilities are straightened in one language: softmax(log p / temperature + bias). */
export const languageCalibrationSchema = z.object({
  temperature: z.number().positive(),
  bias: probabilitiesSchema,
  /** A label whose probability is below this is `unsure`. */
  unsureBelow: z.number().min(0).max(1),
  /** Temperatures of the heads that say more than the mood. */
  emotionTemperature: z.number().positive().optional(),
  kindTemperature: z.number().positive().optional(),
});
export type LanguageCalibration = z.infer<typeof languageCalibrationSchema>;

/** Calibration of a version of the label role with one model; in a language that is missing the probabilities stay as they are. */
export const calibrationSchema = z.object({
  /** What it was fitted on, in words, with the number of rows and the day. */
  note: z.string(),
  /** The model it was fitted on: another one errs in another way, so its probabilities stay as they are. */
  model: z.string(),
  languages: z.partialRecord(z.enum(LANGUAGES), languageCalibrationSchema),
});
export type Calibration = z.infer<typeof calibrationSchema>;

/** Leaves probabilities as they are; a label is unsure when the others together are more probable. */
export const NO_CALIBRATION: LanguageCalibration = {
  temperature: 1,
  bias: { positive: 0, neutral: 0, negative: 0 },
  unsureBelow: 0.5,
};

/** Keeps the logarithm of a probability finite. */
const SMALLEST = 1e-9;

/** What applies to the answers of a model in a language. */
export function calibrationOf(calibration: Calibration | null, model: string, language: Language): LanguageCalibration {
  return (calibration?.model === model && calibration.languages[language]) || NO_CALIBRATION;
}

/** Logarithms of probabilities in the order of `LABELS`. */
export const logarithms = (probabilities: readonly number[]): number[] =>
  LABELS.map((_, index) => Math.log(Math.max(SMALLEST, probabilities[index] ?? 0)));

/** Calibrated probabilities. @param probabilities the model's, in the order of `LABELS` */
export function calibrate(probabilities: readonly number[], { temperature, bias }: LanguageCalibration): Probabilities {
  const scores = logarithms(probabilities).map((value, index) => value / temperature + bias[LABELS[index] as Label]);
  const [positive = 0, neutral = 0, negative = 0] = softmax(scores);
  return { positive, neutral, negative };
}

/** softmax(log p / temperature): above 1 the probabilities come closer together. */
export function scaled(probabilities: readonly number[], temperature: number): number[] {
  const powers = probabilities.map((value) => Math.max(SMALLEST, value) ** (1 / temperature));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** The most probable label. */
export function mostProbable({ positive, neutral, negative }: Probabilities): Label {
  return positive >= neutral && positive >= negative ? 'positive' : negative >= neutral ? 'negative' : 'neutral';
}
