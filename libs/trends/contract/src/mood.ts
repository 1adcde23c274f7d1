import { commentFilterSchema, commentKindSchema, emotionSchema } from '@moodline/comments/contract';
import * as z from 'zod';

export const STEPS = ['hour', 'day', 'week'] as const;
export type Step = (typeof STEPS)[number];

/**
 * One interval of the mood line. `start` is the ISO instant with which the interval begins in the workspace's zone;
 * `n` counts labelled comments; `net` = 100 × (positive − negative) / n, rounded to one decimal, null where n is 0.
 * The first and the last interval may reach beyond the period; comments outside the period are not counted.
 */
export const moodPointSchema = z.object({
  start: z.string(),
  n: z.number().int(),
  positive: z.number().int(),
  neutral: z.number().int(),
  negative: z.number().int(),
  net: z.number().nullable(),
  /** Pending and unscored comments; absent where there are none. */
  unlabelled: z.number().int().optional(),
  /** The 95 % interval of `net`, from sampling and from what the labels leave open; absent where nothing is labelled. */
  interval: z.object({ low: z.number(), high: z.number() }).optional(),
  /** How many of the `n` are to be expected by the labels' probabilities; absent where these are the counts. */
  expected: z.object({ positive: z.number(), negative: z.number() }).optional(),
});
export type MoodPoint = z.infer<typeof moodPointSchema>;

/** Counts over a whole period. `unsure` is the part of `n` whose label is a close call; `unlabelled` counts pending and unscored comments. */
export const moodTotalSchema = moodPointSchema
  .omit({ start: true })
  .extend({ unsure: z.number().int(), unlabelled: z.number().int() });
export type MoodTotal = z.infer<typeof moodTotalSchema>;

/** `GET /api/mood`. Without `step` one is chosen by the length of the period. */
export const moodQuerySchema = commentFilterSchema.extend({ step: z.enum(STEPS).optional() });
export type MoodQuery = z.infer<typeof moodQuerySchema>;

/**
 * Period as used: ISO instants, `to` exclusive; the previous period ends where this begins: before whole months as many
 * whole ones, else of the same length.
 */
export const periodSchema = z.object({ from: z.string(), to: z.string() });
export type Period = z.infer<typeof periodSchema>;

/**
 * An interval from which on the net mood had another level, by more than chance: `before` and `now` are the levels, in whole points, and
 * `n` the labelled comments of the new one.
 */
export const moodTurnSchema = z.object({
  start: z.string(),
  before: z.number().int(),
  now: z.number().int(),
  n: z.number().int(),
});
export type MoodTurn = z.infer<typeof moodTurnSchema>;

export const moodSeriesSchema = z.object({
  step: z.enum(STEPS),
  timeZone: z.string(),
  period: periodSchema,
  points: z.array(moodPointSchema),
  /** In order; none of a line with more points than anybody takes in at once. */
  turns: z.array(moodTurnSchema).optional(),
  total: moodTotalSchema,
  previous: z.object({ period: periodSchema, total: moodTotalSchema }),
});
export type MoodSeries = z.infer<typeof moodSeriesSchema>;

/**
 * `GET /api/mood/facets`: what the comments of a filter express, and what they are. `emotions` are among the `n` labelled comments; what is
 * missing to `n` has no emotion that is probable enough, or was not asked for it. `kinds` hold those that are left out for their kind, too.
 */
export const moodFacetsSchema = z.object({
  period: periodSchema,
  n: z.number().int(),
  emotions: z.record(emotionSchema, z.number().int()),
  kinds: z.record(commentKindSchema, z.number().int()),
  /** Kinds that the workspace leaves out of the mood, and how many comments of the filter that are. */
  leftOut: z.object({ kinds: z.array(commentKindSchema), comments: z.number().int() }),
});
export type MoodFacets = z.infer<typeof moodFacetsSchema>;

/** `GET /api/mood/sources`: the same total per source, most comments first, each with its own small series. */
export const sourceMoodSchema = z.object({
  source: z.object({ id: z.number().int(), name: z.string() }),
  total: moodTotalSchema,
  points: z.array(moodPointSchema),
});
export type SourceMood = z.infer<typeof sourceMoodSchema>;

/** `GET /api/mood/monitors`: the same total per monitor, own ones first, then by volume, each with its own small series. Share of voice is the part of the volumes of those that are no topic. */
export const monitorMoodSchema = z.object({
  monitor: z.object({
    id: z.number().int(),
    name: z.string(),
    competitor: z.boolean(),
    kind: z.enum(['brand', 'competitor', 'topic']),
  }),
  total: moodTotalSchema,
  points: z.array(moodPointSchema),
});
export type MonitorMood = z.infer<typeof monitorMoodSchema>;
