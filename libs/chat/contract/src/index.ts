import { commentFilterSchema } from '@moodline/shared/contract';
import { z } from 'zod';

export const INTENTS = [
  'trend',
  'compare',
  'why',
  'complaints',
  'praise',
  'source',
  'topic',
  'quotes',
  'share',
  'alert',
  'report',
  'help',
  'other',
] as const;
export const intentSchema = z.enum(INTENTS);
export type Intent = z.infer<typeof intentSchema>;

/** A number or quote the answer may use. `line` is what the model reads; `filter` opens the comments behind it. */
export const factSchema = z.object({
  id: z.string(),
  kind: z.string(),
  line: z.string(),
  commentIds: z.array(z.number().int()),
  filter: commentFilterSchema.nullable(),
});
export type Fact = z.infer<typeof factSchema>;

/** `citations` are ids of facts (`F1`) that stand in the same answer. */
export const answerSentenceSchema = z.object({ text: z.string(), citations: z.array(z.string()) });
export type AnswerSentence = z.infer<typeof answerSentenceSchema>;

/** What the panel draws beside the words: a line over time or a table. */
export const exhibitSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('line'),
    series: z.array(
      z.object({
        name: z.string(),
        points: z.array(z.object({ start: z.string(), net: z.number().nullable(), n: z.number().int() })),
      }),
    ),
  }),
  z.object({
    kind: z.literal('table'),
    columns: z.array(z.string()),
    rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
  }),
]);
export type Exhibit = z.infer<typeof exhibitSchema>;

/** `POST /api/chat`. `filter` is what the page shows; words of the question overrule it. */
export const questionSchema = z.object({
  question: z.string().trim().min(1).max(500),
  filter: commentFilterSchema.optional(),
});
export type Question = z.infer<typeof questionSchema>;

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
