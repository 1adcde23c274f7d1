import { labelSchema, probabilitiesSchema } from '@moodline/comments/contract';
import { LARGEST_ID } from '@moodline/shared/contract';
import * as z from 'zod';
import { evaluationPartSchema, evaluationResultSchema } from './evaluation';
import { labelledSetSchema } from './labelled-sets';

/** What an evaluation measures by: a labelled set (its id), what people said of comments, or a set that comes with the product: hard cases (`built-in`), or comments written with mood, emotion and kind (`written`). */
export const evaluationTargetSchema = z.union([
  z.number().int().positive().max(LARGEST_ID),
  z.enum(['corrections', 'built-in', 'written']),
]);
export type EvaluationTarget = z.infer<typeof evaluationTargetSchema>;

/** Body of `POST /api/evaluations`. Without `model` the one that labels now is evaluated. */
export const startEvaluationSchema = z.object({
  set: evaluationTargetSchema,
  role: z.literal('label').default('label'),
  version: z.number().int().positive().max(LARGEST_ID),
  model: z.string().min(1).max(200).optional(),
});
export type StartEvaluation = z.infer<typeof startEvaluationSchema>;

/** Progress of an evaluation: rows judged so far, of how many. */
export const evaluationProgressSchema = z.object({
  id: z.number().int(),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  done: z.number().int(),
  total: z.number().int(),
});
export type EvaluationProgress = z.infer<typeof evaluationProgressSchema>;

declare module '@moodline/shared/contract' {
  interface ServerEventData {
    evaluation: EvaluationProgress;
  }
}

/** An evaluation: waiting, at work, or through. `result` is there once it is `done`; `problem` says why it failed, as a code. */
export const evaluationSchema = evaluationProgressSchema.extend({
  set: z.object({
    kind: z.enum(['set', 'corrections', 'built-in', 'written']),
    id: z.number().int().nullable(),
    name: z.string(),
  }),
  role: z.string(),
  version: z.number().int(),
  model: z.string(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  /** When it goes for good: it was removed, and can be brought back until then. */
  removeAt: z.string().nullable(),
  by: z.string(),
  problem: z.string().nullable(),
  result: evaluationResultSchema.nullable(),
});
export type Evaluation = z.infer<typeof evaluationSchema>;

/** A row that was judged otherwise than by a person. `text` is null when it was removed since. */
export const wrongRowSchema = z.object({
  commentId: z.number().int().nullable(),
  text: z.string().nullable(),
  language: z.string(),
  gold: labelSchema,
  predicted: labelSchema,
  probabilities: probabilitiesSchema.nullable(),
});
export type WrongRow = z.infer<typeof wrongRowSchema>;

/** Answer of `GET /api/evaluations/:id`: with the surest of the wrong rows. */
export const evaluationDetailSchema = evaluationSchema.extend({ wrong: z.array(wrongRowSchema) });
export type EvaluationDetail = z.infer<typeof evaluationDetailSchema>;

/** Answer of `GET /api/evaluations/choices`: what can be evaluated on what. */
export const evaluationChoicesSchema = z.object({
  versions: z.array(z.object({ version: z.number().int(), active: z.boolean(), createdAt: z.string() })),
  /** The model that labels now. */
  model: z.string(),
  corrections: z.number().int(),
  builtIn: z.number().int(),
  written: z.number().int(),
  sets: z.array(labelledSetSchema),
});
export type EvaluationChoices = z.infer<typeof evaluationChoicesSchema>;

/** A share of all, estimated with a 95 % interval from comments drawn at random and from others, which stand for themselves alone. */
export const estimatedShareSchema = z.object({
  drawn: z.number().int(),
  others: z.number().int(),
  value: z.number(),
  low: z.number(),
  high: z.number(),
});
export type EstimatedShare = z.infer<typeof estimatedShareSchema>;

/** Answer of `GET /api/quality`: how the labels that stand agree with what people said, in the filter of every page. */
export const qualitySchema = z.object({
  result: evaluationResultSchema,
  /** Of all comments in the filter, from those that the review queue drew; null where none was drawn. */
  estimate: estimatedShareSchema.nullable(),
  byVersion: z.array(z.object({ version: z.number().int(), model: z.string(), part: evaluationPartSchema })),
});
export type Quality = z.infer<typeof qualitySchema>;
