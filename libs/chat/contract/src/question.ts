import { commentFilterSchema } from '@moodline/shared/contract';
import { z } from 'zod';

/** `POST /api/chat`. `filter` is what the page shows; words of the question overrule it. */
export const questionSchema = z.object({
  question: z.string().trim().min(1).max(500),
  filter: commentFilterSchema.optional(),
});
export type Question = z.infer<typeof questionSchema>;
