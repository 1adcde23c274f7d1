import { LABELS } from '@moodline/comments/contract';
import * as z from 'zod';

/** A share that was counted on a sample: `value` = correct / n with its 95 % Wilson interval; all three are null when n is 0. */
export const countedShareSchema = z.object({
  n: z.number().int(),
  correct: z.number().int(),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
export type CountedShare = z.infer<typeof countedShareSchema>;

/** How well one label is found. `precision` is null when it was never predicted, `recall` and `f1` when it never was the right answer. */
export const labelScoreSchema = z.object({
  gold: z.number().int(),
  predicted: z.number().int(),
  precision: z.number().nullable(),
  recall: z.number().nullable(),
  f1: z.number().nullable(),
});
export type LabelScore = z.infer<typeof labelScoreSchema>;

/** One bar of a reliability diagram: labels whose probability lies in (low, high], how probable they were said to be and how often they were right. */
export const reliabilityBinSchema = z.object({
  low: z.number(),
  high: z.number(),
  n: z.number().int(),
  confidence: z.number().nullable(),
  accuracy: z.number().nullable(),
});
export type ReliabilityBin = z.infer<typeof reliabilityBinSchema>;

const scores = {
  /** Rows that were evaluated, with a label or without. */
  rows: z.number().int(),
  /** Rows that got no label (links only, another language, the model failed). They are left out of every score below. */
  unscored: z.number().int(),
  accuracy: countedShareSchema,
  /** Mean F1 over the labels that are the right answer at least once; null without a scored row. */
  macroF1: z.number().nullable(),
  /** Expected calibration error, negative log-likelihood (natural logarithm) and Brier score (0 to 2); null without probabilities. */
  calibrationError: z.number().nullable(),
  logLoss: z.number().nullable(),
  brier: z.number().nullable(),
};

/** Scores of a part of the rows. */
export const evaluationPartSchema = z.object(scores);
export type EvaluationPart = z.infer<typeof evaluationPartSchema>;

/** How often a head is right. */
export const headResultSchema = z.object({
  accuracy: countedShareSchema,
  byLanguage: z.record(z.string(), countedShareSchema),
});
export type HeadResult = z.infer<typeof headResultSchema>;

/** Answer of `GET /api/quality/judged`: the machine's answers against people's, on the newest 5,000 comments that were judged for each. */
export const judgedHeadsSchema = z.object({
  mood: headResultSchema,
  emotion: headResultSchema,
  kind: headResultSchema,
});
export type JudgedHeads = z.infer<typeof judgedHeadsSchema>;

/** What an evaluation found on a labelled set. */
export const evaluationResultSchema = z.object({
  ...scores,
  /** Per label, in the order of `LABELS`. */
  labels: z.array(labelScoreSchema).length(LABELS.length),
  /** Rows: the right label; columns: the predicted one; both in the order of `LABELS`. */
  confusion: z.array(z.array(z.number().int()).length(LABELS.length)).length(LABELS.length),
  reliability: z.array(reliabilityBinSchema),
  byLanguage: z.record(z.string(), evaluationPartSchema),
  bySource: z.record(z.string(), evaluationPartSchema),
  /** The heads beside the mood, where the set knows what they should say and they were asked. */
  heads: z.partialRecord(z.enum(['emotion', 'kind']), headResultSchema).optional(),
});
export type EvaluationResult = z.infer<typeof evaluationResultSchema>;
