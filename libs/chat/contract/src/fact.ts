import { commentFilterSchema } from '@moodline/shared/contract';
import { z } from 'zod';

/** A number or quote the answer may use. `line` is what the model reads; `filter` opens the comments behind it. */
export const factSchema = z.object({
  id: z.string(),
  kind: z.string(),
  line: z.string(),
  commentIds: z.array(z.number().int()),
  filter: commentFilterSchema.nullable(),
});
export type Fact = z.infer<typeof factSchema>;
