import { commentSchema } from '@moodline/comments/contract';
import { commentFilterSchema, pageQuerySchema } from '@moodline/shared/contract';
import { z } from 'zod';

/** `GET /api/review`: the filter of every page; the cursor is the `nextCursor` of the page before. */
export const reviewQuerySchema = commentFilterSchema.extend({
  ...pageQuerySchema.shape,
  limit: pageQuerySchema.shape.limit.default(20),
});
export type ReviewQuery = z.infer<typeof reviewQuerySchema>;

/** Comments that a person should look at, the most worthwhile first. */
export const reviewPageSchema = z.object({
  items: z.array(commentSchema),
  nextCursor: z.string().nullable(),
  /** Labelled comments in the filter that nobody has judged yet. */
  left: z.number().int(),
  /** How many comments the caller has judged since midnight in the workspace's zone. */
  today: z.number().int(),
});
export type ReviewPage = z.infer<typeof reviewPageSchema>;
