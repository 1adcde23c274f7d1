import * as z from 'zod';
import { commentIdSchema } from './comment-id';

export const TAG_COLORS = ['blue', 'green', 'orange', 'red', 'purple', 'grey'] as const;
export type TagColor = (typeof TAG_COLORS)[number];

/** Tags of a workspace: more are no choice any more. */
export const MOST_TAGS = 50;
/** Comments that get a tag, or lose it, at once. */
export const MOST_TAGGED_AT_ONCE = 500;

const nameSchema = z.string().trim().min(1).max(60);
const colorSchema = z.enum(TAG_COLORS);

/** What people call comments by. */
export const tagSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  color: colorSchema,
  /** Where nobody said anything, a comment has the tag from this probability on. */
  threshold: z.number(),
  /** Whether the machine puts it on comments that come in, and on those that were there before. */
  applyNew: z.boolean(),
  applyStored: z.boolean(),
  /** Comments that have it; beyond 10,000 nobody counts, and 10,001 stands for more. */
  comments: z.number().int(),
  /** What people said: yes, and no. */
  yes: z.number().int(),
  no: z.number().int(),
  /** Of those that have it, how many the machine gave it to. */
  given: z.number().int(),
});
export type Tag = z.infer<typeof tagSchema>;

/** Body of `POST /api/tags`. */
export const createTagSchema = z.object({ name: nameSchema, color: colorSchema.default('blue') });
export type CreateTag = z.infer<typeof createTagSchema>;

/** Body of `PATCH /api/tags/:id`. */
export const updateTagSchema = z.object({
  name: nameSchema.optional(),
  color: colorSchema.optional(),
  threshold: z.number().min(0.01).max(0.99).optional(),
});
export type UpdateTag = z.infer<typeof updateTagSchema>;

/** Body of `PUT /api/tags/:id/comments`: whether comments have the tag; null takes back what a person said. `drawn`: they were drawn at random to be asked. */
export const tagCommentsSchema = z.object({
  ids: z.array(commentIdSchema).min(1).max(MOST_TAGGED_AT_ONCE),
  tagged: z.boolean().nullable(),
  drawn: z.boolean().default(false),
});
export type TagComments = z.infer<typeof tagCommentsSchema>;

/** Answer of `PUT /api/tags/:id/comments`: of how many comments it was kept. Those that are gone are left out. */
export const taggedSchema = z.object({ comments: z.number().int() });
export type Tagged = z.infer<typeof taggedSchema>;
