import * as z from 'zod';
import { exhibitSchema } from './exhibit';
import { factSchema } from './fact';
import { factPeriodSchema, narrationLanguageSchema } from './scope';
import { sentenceSchema } from './sentence';

/** An answer as it was told, to be taken along as it is: its facts, its sentences, and what was drawn beside them. */
export const toldAnswerSchema = z.object({
  language: narrationLanguageSchema,
  period: factPeriodSchema,
  facts: z.array(factSchema).max(500),
  sentences: z.array(sentenceSchema).max(200),
  exhibits: z.array(exhibitSchema).max(10),
});
export type ToldAnswer = z.infer<typeof toldAnswerSchema>;
