import { labelSchema } from '@moodline/shared/contract';
import { z } from 'zod';

/** Body of `PUT /api/labels/:commentId`: what a person says of a comment. The answer is the comment as it is shown now. */
export const correctLabelSchema = z.object({
  label: labelSchema,
  reason: z.string().trim().min(1).max(500).optional(),
});
export type CorrectLabel = z.infer<typeof correctLabelSchema>;
