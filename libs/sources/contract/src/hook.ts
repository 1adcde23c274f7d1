import { z } from 'zod';

/** Most comments in one delivery. */
export const MAX_HOOK_COMMENTS = 1000;

const text = z.string().max(2000).nullish();
const id = z
  .union([z.string().max(2000), z.number()])
  .transform(String)
  .nullish();

/**
 * One comment in the body of `POST /api/hooks/:sourceId`. Without `id`, the same text by the same author at the same time is the same comment;
 * without `publishedAt` it was written when it arrived. `deleted` takes the comment of that id away.
 */
export const hookCommentSchema = z.object({
  id,
  text: z.string().nullish(),
  publishedAt: z
    .union([z.string().max(100), z.number()])
    .transform(String)
    .nullish(),
  author: text,
  engagement: z.number().int().min(0).max(2_000_000_000).nullish(),
  permalink: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .nullish(),
  parentId: id,
  deleted: z.boolean().optional(),
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
  rejected: z.array(z.object({ line: z.number().int(), code: z.string().optional(), reason: z.string() })),
});
export type HookResult = z.infer<typeof hookResultSchema>;

/** Answer of `POST /api/sources/:id/hook-secret`: where to send, and the secret to sign with. It is shown this once. */
export const hookSecretSchema = z.object({ address: z.string(), secret: z.string() });
export type HookSecret = z.infer<typeof hookSecretSchema>;
