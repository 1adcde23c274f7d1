import * as z from 'zod';

/** A time at which a rule would have fired. `to` is null where it would go on. */
export const previewAlarmSchema = z.object({
  from: z.string(),
  firedAt: z.string(),
  to: z.string().nullable(),
  value: z.number(),
  usual: z.number(),
  /** What the theme is called whose share it is, where themes are watched. */
  theme: z.object({ zh: z.string(), en: z.string(), ja: z.string() }).nullable(),
});

/** `POST /api/alert-rules/preview`: what a rule would have done in the last days, and the measure it watches day by day. Dates and quotas have no past to look at. */
export const alertPreviewSchema = z.object({
  days: z.number().int(),
  timeZone: z.string(),
  alarms: z.array(previewAlarmSchema),
  /** The most unusual reading of each six hours; none where it was not known what is usual. */
  points: z.array(z.object({ at: z.string(), value: z.number().nullable(), usual: z.number().nullable() })),
  /** From when on it was known what is usual; null: not yet. */
  knownSince: z.string().nullable(),
});
export type AlertPreview = z.infer<typeof alertPreviewSchema>;
