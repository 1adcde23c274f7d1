import * as z from 'zod';
import { problemSchema } from '@moodline/shared/contract';
import { modelChoiceInputSchema } from './model-choice';

/** Body of `POST /api/models/check`: nothing of it is stored. */
export const checkModelSchema = z.object({ choice: modelChoiceInputSchema });
export type CheckModel = z.infer<typeof checkModelSchema>;

/**
 * How a backend tells probabilities. `weights` and `logprobs` are the model's own; with `constrained` and `plain` a server names
 * one option only, which then counts 0.9.
 */
const CHOOSING_WAYS = ['weights', 'logprobs', 'constrained', 'plain'] as const;
const choosingWaySchema = z.enum(CHOOSING_WAYS);
export type ChoosingWay = z.infer<typeof choosingWaySchema>;

/** Answer of `POST /api/models/check`: what the model made of two comments and one sentence, and how long it took. */
export const modelCheckSchema = z.object({
  model: z.string(),
  way: choosingWaySchema,
  /** Milliseconds for both comments, after loading. */
  chooseMs: z.number(),
  comments: z.array(z.object({ text: z.string(), label: z.string().nullable(), probability: z.number().nullable() })),
  /** Milliseconds until the first piece of text, null when none came. */
  firstPieceMs: z.number().nullable(),
  writeMs: z.number(),
  written: z.string(),
  leavesTo: z.string().nullable(),
});
export type ModelCheckResult = z.infer<typeof modelCheckSchema>;

/** Why a model does not answer or was not taken: a code to translate and an English sentence. */
export const modelProblemSchema = problemSchema.pick({ code: true, message: true });
export type ModelProblem = z.infer<typeof modelProblemSchema>;
