import * as z from 'zod';

/** Body of every answer that is an error. The interface translates `code`; `message` is English and says what to do. */
export const problemSchema = z.object({
  code: z.string(),
  message: z.string(),
  correlationId: z.string(),
  details: z.unknown().optional(),
});
export type Problem = z.infer<typeof problemSchema>;
