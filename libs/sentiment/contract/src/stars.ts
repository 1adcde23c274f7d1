import { labelSchema } from '@moodline/comments/contract';
import * as z from 'zod';

/**
 * `GET /api/quality/stars`: what authors gave besides words against what the machine says of the words. 1 and 2 stars (below 2.5) and
 * "not recommended" are negative, 4 and 5 (3.5 and more) and "recommended" are positive, the rest is neutral.
 */
export const starsAgreementSchema = z.object({
  /** Comments that have both. */
  n: z.number().int(),
  agree: z.number().int(),
  rows: z.array(z.object({ stars: labelSchema, label: labelSchema, count: z.number().int() })),
});
export type StarsAgreement = z.infer<typeof starsAgreementSchema>;
