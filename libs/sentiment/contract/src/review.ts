import { commentFilterSchema, commentSchema } from '@moodline/comments/contract';
import { pageQuerySchema } from '@moodline/shared/contract';
import * as z from 'zod';
import { askedSchema } from './corrections';

/** `GET /api/review`: the filter of every page; the cursor is the `nextCursor` of the page before. */
export const reviewQuerySchema = commentFilterSchema.extend({
  ...pageQuerySchema.shape,
  limit: pageQuerySchema.shape.limit.default(20),
});
export type ReviewQuery = z.infer<typeof reviewQuerySchema>;

/** A comment with the reason why it is asked for, to be handed back with the judgement. */
export const reviewItemSchema = commentSchema.extend({ asked: askedSchema });
export type ReviewItem = z.infer<typeof reviewItemSchema>;

/** Comments that a person should look at: those that teach most, and every fourth drawn at random. */
export const reviewPageSchema = z.object({
  items: z.array(reviewItemSchema),
  nextCursor: z.string().nullable(),
  /** Labelled comments in the filter that nobody has judged yet. */
  left: z.number().int(),
  /** How many comments the caller has judged since midnight in the workspace's zone. */
  today: z.number().int(),
});
export type ReviewPage = z.infer<typeof reviewPageSchema>;
