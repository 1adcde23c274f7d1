import * as z from 'zod';

/** Progress of labelling, pushed about once a second while it moves. Rate in comments per second over the last half minute. */
export const labellingProgressSchema = z.object({
  pending: z.number().int(),
  labelled: z.number().int(),
  unscored: z.number().int(),
  commentsPerSecond: z.number(),
  model: z.enum(['starting', 'ready', 'restarting', 'failed']),
});
export type LabellingProgress = z.infer<typeof labellingProgressSchema>;

declare module '@moodline/shared/contract' {
  interface ServerEventData {
    labelling: LabellingProgress;
  }
}

/** Answer of `GET /api/labelling`. */
export const labellingStatusSchema = labellingProgressSchema;
export type LabellingStatus = LabellingProgress;
