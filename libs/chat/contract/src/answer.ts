import { z } from 'zod';
import { exhibitSchema } from './exhibit';
import { factSchema } from './fact';
import { intentSchema } from './intent';

/** `citations` are ids of facts (`F1`) that stand in the same answer. */
export const answerSentenceSchema = z.object({ text: z.string(), citations: z.array(z.string()) });
export type AnswerSentence = z.infer<typeof answerSentenceSchema>;

/**
 * Why there are no sentences: too few comments, the question is none about the data or not one that is served yet,
 * nothing that was written held against the facts, or the model does not run.
 */
export const REASON_CODES = [
  'not-enough-data',
  'off-topic',
  'not-served',
  'nothing-held',
  'model-unavailable',
] as const;

/** The whole answer (`Accept: application/json`). A declined question carries suggestions instead of sentences. */
export const answerSchema = z.object({
  intent: intentSchema,
  language: z.enum(['zh', 'en', 'ja']),
  period: z.object({ from: z.string(), to: z.string() }),
  facts: z.array(factSchema),
  exhibits: z.array(exhibitSchema),
  sentences: z.array(answerSentenceSchema),
  declined: z.boolean(),
  reason: z.string().nullable(),
  reasonCode: z.enum(REASON_CODES).nullish(),
  /** Sentences that were written but did not check out. */
  dropped: z.number().int().optional(),
  suggestions: z.array(z.string()),
});
export type Answer = z.infer<typeof answerSchema>;

/**
 * Events of `POST /api/chat` with `Accept: text/event-stream`, in this order: one `facts`, any number of `draft`
 * (the sentence being written, whole text so far, not yet checked) and `sentence` (checked), one `done`.
 */
export type ChatEvent =
  | { type: 'facts'; data: Omit<Answer, 'sentences'> }
  | { type: 'draft'; data: { text: string } }
  | { type: 'sentence'; data: AnswerSentence }
  | { type: 'done'; data: Answer };
