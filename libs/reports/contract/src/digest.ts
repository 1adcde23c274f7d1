import { idSchema, pageQuerySchema } from '@moodline/shared/contract';
import * as z from 'zod';
import { reportLanguageSchema } from './report';

/** Summaries by the clock: of each day, each week (from Monday) and each month. */
export const DIGEST_KINDS = ['day', 'week', 'month'] as const;
export const digestKindSchema = z.enum(DIGEST_KINDS);
export type DigestKind = z.infer<typeof digestKindSchema>;

/** `GET` and `PUT /api/digests/settings`. A language of null: none are written. */
export const digestSettingsSchema = z.object({ language: reportLanguageSchema.nullable() });
export type DigestSettings = z.infer<typeof digestSettingsSchema>;

/**
 * `GET /api/digests`: one that was written, newest first; it is read as `GET /api/report-issues/:id/html`. `text` is its first sentence.
 * Times without comments, or without a change, have none.
 */
export const digestSchema = z.object({
  id: z.number().int(),
  kind: digestKindSchema,
  /** Null: all comments. */
  monitor: z.object({ id: z.number().int(), name: z.string() }).nullable(),
  period: z.object({ from: z.string(), to: z.string() }),
  comments: z.number().int(),
  text: z.string(),
  madeAt: z.string(),
});
export type Digest = z.infer<typeof digestSchema>;

export const digestPageSchema = z.object({ items: z.array(digestSchema), nextCursor: z.string().nullable() });
export type DigestPage = z.infer<typeof digestPageSchema>;

/** `monitor` of 0: of all comments. */
export const digestQuerySchema = pageQuerySchema.extend({
  kind: digestKindSchema.default('day'),
  monitor: z.union([z.literal(0), idSchema]).optional(),
});
export type DigestQuery = z.infer<typeof digestQuerySchema>;
