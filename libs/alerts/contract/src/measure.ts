import * as z from 'zod';

/**
 * What a rule watches, over a window that moves by the hour: the share of negative comments rising, the net mood falling, the mean of
 * the stars falling, more comments than usual, a theme that is new or talked about more, or a source without any. And, without a
 * window, a key or the quota of a day that is about to end.
 */
export const ALERT_MEASURES = ['negative-share', 'net-mood', 'stars', 'volume', 'themes', 'silence', 'ending'] as const;
export const alertMeasureSchema = z.enum(ALERT_MEASURES);
export type AlertMeasure = z.infer<typeof alertMeasureSchema>;

export const SENSITIVITIES = ['low', 'medium', 'high'] as const;
export const sensitivitySchema = z.enum(SENSITIVITIES);
export type Sensitivity = z.infer<typeof sensitivitySchema>;

/** How a rule tells more than usual from usual. */
export const detectionSchema = z.object({
  sensitivity: sensitivitySchema.default('medium'),
  /** Hours over which comments are counted for one reading. */
  windowHours: z.number().int().min(1).max(48).default(3),
  /** Comments that a reading needs: labelled ones for a mood, all for a volume. */
  leastN: z.number().int().min(1).max(100_000).default(15),
  /** Readings in a row, one an hour, that have to be unusual. */
  inARow: z.number().int().min(1).max(24).default(2),
  /** Hours after the end of an alert during which there is no new one. */
  coolDownHours: z.number().int().min(0).max(168).default(6),
});
export type Detection = z.infer<typeof detectionSchema>;

/**
 * One reading. `value` and `usual` are percent, points of net mood, stars, comments in the window, or how many keys and quotas are about
 * to end; `z` is how unusual it is. `n` are the comments that it rests on; for a theme, those about it among those that were read.
 */
export const readingSchema = z.object({
  /** End of the window. */
  at: z.string(),
  value: z.number(),
  usual: z.number(),
  z: z.number(),
  n: z.number().int(),
  /** Hours that it was counted over, where those are not the window of the rule: hours that are unusual together. */
  hours: z.number().int().optional(),
});
export type Reading = z.infer<typeof readingSchema>;
