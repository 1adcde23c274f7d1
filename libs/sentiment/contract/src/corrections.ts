import { commentKindSchema, emotionSchema, labelSchema } from '@moodline/comments/contract';
import { LARGEST_ID } from '@moodline/shared/contract';
import * as z from 'zod';

/**
 * Why the review queue asks for a person's word, as it comes with each of its comments: for what it would teach (`telling`), or because
 * it was drawn out of so many labelled comments of a period, whose ends may be open.
 */
export const askedSchema = z.discriminatedUnion('way', [
  z.object({ way: z.literal('telling') }),
  z.object({
    way: z.literal('drawn'),
    of: z.number().int().min(1).max(LARGEST_ID),
    from: z.iso.datetime().nullable(),
    to: z.iso.datetime().nullable(),
  }),
]);
export type Asked = z.infer<typeof askedSchema>;

/**
 * Body of `PUT /api/labels/:commentId`: what a person says of a comment. The answer is the comment as it is shown now. `asked` is handed
 * back from the review queue: a word that was asked for says how right labels are, one that was given in passing does not.
 */
export const correctLabelSchema = z.object({
  label: labelSchema,
  reason: z.string().trim().min(1).max(500).optional(),
  asked: askedSchema.optional(),
});
export type CorrectLabel = z.infer<typeof correctLabelSchema>;

/** Body of `PUT /api/labels/:commentId/emotion` and `…/kind`. `DELETE` takes it back: the machine's answer counts again. */
export const sayEmotionSchema = z.object({ emotion: emotionSchema });
export const sayKindSchema = z.object({ kind: commentKindSchema });
export type SayEmotion = z.infer<typeof sayEmotionSchema>;
export type SayKind = z.infer<typeof sayKindSchema>;
