import { commentKindSchema, emotionSchema, labelSchema } from '@moodline/shared/contract';
import { z } from 'zod';

/** Body of `PUT /api/labels/:commentId`: what a person says of a comment. The answer is the comment as it is shown now. */
export const correctLabelSchema = z.object({
  label: labelSchema,
  reason: z.string().trim().min(1).max(500).optional(),
});
export type CorrectLabel = z.infer<typeof correctLabelSchema>;

/** Body of `PUT /api/labels/:commentId/emotion` and `…/kind`. `DELETE` takes it back: the machine's answer counts again. */
export const sayEmotionSchema = z.object({ emotion: emotionSchema });
export const sayKindSchema = z.object({ kind: commentKindSchema });
export type SayEmotion = z.infer<typeof sayEmotionSchema>;
export type SayKind = z.infer<typeof sayKindSchema>;
