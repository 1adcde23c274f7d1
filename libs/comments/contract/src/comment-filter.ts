import { idSchema, LANGUAGES } from '@moodline/shared/contract';
import * as z from 'zod';
import { COMMENT_KINDS, EMOTIONS, LABELS } from './label';

const list = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value), z.array(item));

/**
 * A day `2026-05-03` in the workspace's zone, or an instant with zone. `from` is inclusive; a day as `to` is included whole.
 * Days that no calendar has, such as 30 February, are refused.
 */
export const momentSchema = z.union([z.iso.date(), z.iso.datetime({ offset: true })], {
  error: 'Use a day like 2026-05-03 or an instant with zone like 2026-05-03T08:00:00Z',
});

/**
 * The filter that every page, number and export shares. It travels in the query string;
 * lists are separated by commas. `label` also takes `unsure` (labelled, but by a narrow margin), `pending` and `unscored`.
 * `emotion` and `kind` find what counts: a person's word, else the machine's where it is probable enough.
 * `stars` are whole ones (4 takes 3.5 to 4.4); `leftOut` asks for those that are left out of the mood, or (`no`) for the others.
 * `version` is one of the app that a comment names. `undated` asks for those whose source names no date that can be read: they are of no day, so the period does not narrow them.
 * `monitor`, `theme` and `tag` are ids of one; a theme takes the comments that have one of its words; with `unique`, comments with nearly the same text count once.
 */
export const commentFilterSchema = z.object({
  from: momentSchema.optional(),
  to: momentSchema.optional(),
  source: list(z.string().min(1)).optional(),
  label: list(z.enum([...LABELS, 'unsure', 'pending', 'unscored'])).optional(),
  emotion: list(z.enum(EMOTIONS)).optional(),
  kind: list(z.enum(COMMENT_KINDS)).optional(),
  language: list(z.enum(LANGUAGES)).optional(),
  stars: list(z.coerce.number().int().min(1).max(5)).optional(),
  recommended: z.enum(['yes', 'no']).optional(),
  version: list(z.string().trim().min(1).max(40)).optional(),
  leftOut: z.enum(['yes', 'no']).optional(),
  undated: z.union([z.boolean(), z.stringbool()]).optional(),
  monitor: idSchema.optional(),
  theme: idSchema.optional(),
  tag: idSchema.optional(),
  unique: z.union([z.boolean(), z.stringbool()]).optional(),
  q: z.string().trim().max(400).optional(),
});
export type CommentFilter = z.infer<typeof commentFilterSchema>;
