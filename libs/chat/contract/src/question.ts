import { factPeriodSchema, factScopeSchema } from '@moodline/narration/contract';
import { commentFilterSchema } from '@moodline/comments/contract';
import * as z from 'zod';
import { intentSchema, questionMeasureSchema } from './intent';

/** Things that are put in an order. Days of the week and hours of the day are those of the whole period; `weekend` holds them against the other days. */
export const RANKED_BY = [
  'source',
  'theme',
  'day',
  'week',
  'month',
  'language',
  'monitor',
  'weekday',
  'weekend',
  'hour',
] as const;
export const QUESTION_ORDERS = ['most', 'least', 'newest', 'oldest', 'liked'] as const;

/**
 * A question as it is understood. `period` and `compared` are whole days, both inclusive, or instants for periods below a day;
 * a null period is all there is. `scope` names sources and monitors as people do. `event` is what the period counts from.
 */
export const typedQuestionSchema = z.object({
  intent: intentSchema,
  measure: questionMeasureSchema,
  scope: factScopeSchema,
  period: factPeriodSchema.nullable(),
  compared: factPeriodSchema.nullable(),
  by: z.enum(RANKED_BY).nullable(),
  order: z.enum(QUESTION_ORDERS).nullable(),
  /** How many are asked for ("three quotes"). */
  number: z.number().int().min(1).max(20).nullable(),
  event: z.string().max(60).nullable(),
});
export type TypedQuestion = z.infer<typeof typedQuestionSchema>;

/**
 * `POST /api/chat`. `filter` is what the page shows; words of the question overrule it. `previous` is the question (as its answer gives it)
 * from which this one may go on. `typed` is answered as it is, whatever the words say: a part that was changed by a click.
 */
export const questionSchema = z.object({
  question: z.string().trim().min(1).max(500),
  filter: commentFilterSchema.optional(),
  previous: typedQuestionSchema.optional(),
  typed: typedQuestionSchema.optional(),
});
export type Question = z.infer<typeof questionSchema>;
