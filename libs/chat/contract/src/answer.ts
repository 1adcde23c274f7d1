import {
  exhibitSchema,
  factPeriodSchema,
  factSchema,
  narrationLanguageSchema,
  sentenceSchema,
} from '@moodline/narration/contract';
import * as z from 'zod';
import { typedQuestionSchema } from './question';

/**
 * Why there are no sentences: the question is none about the data, not one that is served yet, asks what comments cannot tell, or needs
 * a word more.
 */
export const REASON_CODES = ['off-topic', 'not-served', 'not-known', 'asks-back'] as const;

/**
 * What could not be read: a place that is no source here, words that nobody wrote, words that may be a topic or not, an event that no
 * comment shows, a time that could be two, words of time that were not understood, a word that may be a slip of others, or anything else.
 */
export const ASKS_BACK = [
  'no-source',
  'no-topic',
  'unsure-topic',
  'misspelt',
  'no-event',
  'ambiguous-period',
  'unclear-period',
  'unclear',
] as const;

/** A question back, with ways to go on. `words` are those of the question that it is about. */
export const asksBackSchema = z.object({
  reason: z.enum(ASKS_BACK),
  words: z.string(),
  text: z.string(),
  options: z.array(z.object({ text: z.string(), typed: typedQuestionSchema })),
});
export type AsksBack = z.infer<typeof asksBackSchema>;

/**
 * The whole answer (`Accept: application/json`): the question as it was understood, what was found, and how it is told. A declined
 * question carries suggestions instead of sentences, one that could not be read `asksBack`.
 */
export const answerSchema = typedQuestionSchema.extend({
  language: narrationLanguageSchema,
  period: factPeriodSchema,
  facts: z.array(factSchema),
  sentences: z.array(sentenceSchema),
  quotes: z.array(z.object({ commentId: z.number().int(), text: z.string() })),
  exhibits: z.array(exhibitSchema),
  declined: z.boolean(),
  asksBack: asksBackSchema.nullable(),
  reason: z.string().nullable(),
  reasonCode: z.enum(REASON_CODES).nullable(),
  suggestions: z.array(z.string()),
  /** Says that the facts and sentences were made here, so that they can be pinned to a report as they are; null where there is nothing to pin. */
  seal: z.string().nullable().default(null),
});
export type Answer = z.infer<typeof answerSchema>;
export type AnswerSentence = Answer['sentences'][number];

/** Events of `POST /api/chat` with `Accept: text/event-stream`: one `facts`, then one `done` with the sentences. */
export type ChatEvent = { type: 'facts'; data: Omit<Answer, 'sentences' | 'seal'> } | { type: 'done'; data: Answer };
