import * as z from 'zod';

/** Most comments in one delivery. */
export const MAX_HOOK_COMMENTS = 1000;

/** A field beside the text: a value of another form costs that value, and not the comment. */
const name = z
  .union([z.string().max(2000), z.number().transform(String)])
  .nullish()
  .catch(null);
/** A count as sites show it is taken as a number: what is no number counts as unknown, what is below 0 as 0. */
const count = z
  .union([
    z.number(),
    z
      .string()
      .trim()
      .regex(/^-?\d+(?:\.\d+)?$/)
      .transform(Number),
  ])
  .transform((value) => Math.min(2_000_000_000, Math.max(0, Math.trunc(value))))
  .nullish()
  .catch(null);
const id = z
  .union([z.string().max(2000), z.number()])
  .transform(String)
  .nullish();

/**
 * One comment in the body of `POST /api/hooks/:sourceId`. Without `id`, the same text by the same author at the same time is the same comment;
 * without `publishedAt` it was written when it arrived; with one that cannot be read it is kept without a date, and `undated` counts it. `deleted` takes the comment of that id away.
 */
export const hookCommentSchema = z.object({
  id,
  text: z.union([z.string(), z.number().transform(String)]).nullish(),
  publishedAt: z
    .union([z.string().max(100), z.number()])
    .transform(String)
    .nullish()
    .catch('unreadable'),
  author: name,
  engagement: count,
  permalink: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .nullish()
    .catch(null),
  parentId: id.catch(null),
  deleted: z.boolean().nullish().catch(null),
});
export type HookComment = z.infer<typeof hookCommentSchema>;

/** Answer of `POST /api/hooks/:sourceId`: what became of a delivery. `line` of a rejected comment counts from 1. */
export const hookResultSchema = z.object({
  runId: z.number().int(),
  rows: z.number().int(),
  imported: z.number().int(),
  duplicates: z.number().int(),
  updated: z.number().int(),
  removed: z.number().int(),
  filtered: z.number().int(),
  undated: z.number().int(),
  rejected: z.array(z.object({ line: z.number().int(), code: z.string().optional(), reason: z.string() })),
});
export type HookResult = z.infer<typeof hookResultSchema>;

/** Answer of `POST /api/sources/:id/hook-secret`: where to send, and the secret to sign with. It is shown this once. */
export const hookSecretSchema = z.object({ address: z.string(), secret: z.string() });
export type HookSecret = z.infer<typeof hookSecretSchema>;
