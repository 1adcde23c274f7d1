import * as z from 'zod';

/** What a program sees in a text. `detail` is no fault: a short sentence that could be shown instead of told. */
export const ADVICE_RULES = [
  'exclamations',
  'long-sentence',
  'mood-swing',
  'no-reason',
  'no-example',
  'same-start',
  'same-end',
  'repeated-word',
  'told-feeling',
  'hedge',
  'moral',
  'vague-word',
  'detail',
] as const;
export type AdviceRule = (typeof ADVICE_RULES)[number];

/** Pieces of advice for one essay: more is not read. */
export const MOST_ADVICE = 3;
export const LEAST_ADVICE = 2;

/**
 * A piece of advice in the language of the essay. `quote` stands word for word in the paragraph of that number (from 0). `rule` is null
 * where the model found it.
 */
export const adviceSchema = z.object({
  paragraph: z.number().int(),
  quote: z.string(),
  text: z.string(),
  rule: z.enum(ADVICE_RULES).nullable(),
});
export type Advice = z.infer<typeof adviceSchema>;
