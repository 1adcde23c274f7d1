import * as z from 'zod';

/**
 * What a question wants: how the mood is or moves, a comparison, the reasons of a change, what is complained about or praised, an
 * order of sources, themes or days, what is said about a topic, quotes, a number, a share, what to fix first, whether something
 * that happened made a difference, a summary; or something that has no answer here.
 */
export const INTENTS = [
  'trend',
  'compare',
  'why',
  'complaints',
  'praise',
  'ranking',
  'topic',
  'quotes',
  'count',
  'share',
  'fix',
  'effect',
  'summary',
  'alert',
  'report',
  'help',
  'other',
] as const;
export const intentSchema = z.enum(INTENTS);
export type Intent = z.infer<typeof intentSchema>;

/** What the answer is measured in. `average`: comments a day, or in each of what `by` names. */
export const QUESTION_MEASURES = ['count', 'average', 'share', 'net', 'change', 'list', 'quotes'] as const;
export const questionMeasureSchema = z.enum(QUESTION_MEASURES);
export type QuestionMeasure = z.infer<typeof questionMeasureSchema>;
