import { toldAnswerSchema } from '@moodline/narration/contract';
import { commentFilterSchema } from '@moodline/comments/contract';
import { idSchema } from '@moodline/shared/contract';
import * as z from 'zod';

/** Most sections that are pinned to one report. */
export const MOST_PINS = 20;

/**
 * `POST /api/reports/:id/pins`: an answer of the chat as it was told, with the seal that came with it, or the mood over time of one filter or
 * of two side by side, which is found at that moment.
 */
export const pinSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('answer'),
    question: z.string().trim().min(1).max(700),
    told: toldAnswerSchema,
    seal: z.string().min(1).max(100),
  }),
  z.object({ kind: z.literal('chart'), filters: z.array(commentFilterSchema).min(1).max(2) }),
]);
export type Pin = z.infer<typeof pinSchema>;

/** Where it was pinned: the report as it will go out next. `fresh`: that one was made for it. */
export const madePinSchema = z.object({
  report: idSchema,
  issue: idSchema,
  pin: z.string(),
  title: z.string(),
  fresh: z.boolean(),
});
export type MadePin = z.infer<typeof madePinSchema>;
