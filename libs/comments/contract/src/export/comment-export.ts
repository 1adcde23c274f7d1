import { commentKindSchema, emotionSchema, labelSchema } from '../label';
import { commentFilterSchema } from '../comment-filter';
import * as z from 'zod';
import { workFilterSchema } from '../comment';
import { TAG_COLORS } from '../tags';

export const EXPORT_FORMATS = ['csv', 'xlsx', 'jsonl'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const ticket = z.string().regex(/^[\w-]{8,64}$/, { message: 'A ticket has 8 to 64 letters, digits, _ or -.' });

/** `GET /api/comments/export/progress`. */
export const exportTicketSchema = z.object({ ticket });

/**
 * `GET /api/comments/export`: all comments that match, oldest first. `ticket` is any name under which
 * `GET /api/comments/export/progress` tells how many are written.
 */
export const exportQuerySchema = commentFilterSchema.extend({
  ...workFilterSchema.shape,
  format: z.enum(EXPORT_FORMATS).default('jsonl'),
  ticket: ticket.optional(),
});
export type ExportQuery = z.infer<typeof exportQuerySchema>;

/** How far an export is. */
export const exportProgressSchema = z.object({
  written: z.number().int(),
  state: z.enum(['waiting', 'writing', 'done', 'failed']),
});
export type ExportProgress = z.infer<typeof exportProgressSchema>;

/** What a person said of a comment and a tag, as it is exported. */
export const exportedTagSchema = z.object({
  tag: z.string().trim().min(1).max(60),
  color: z.enum(TAG_COLORS),
  said: z.boolean(),
  by: z.string().nullable(),
  at: z.string().nullable(),
  drawn: z.boolean(),
});

/**
 * A comment as it is exported: a line of JSON Lines, or a row of a table with these names. What there is none of is null (an empty
 * cell). `id` is the id at its source; one that Moodline made begins with `kept:`. Times are ISO instants, `monitors` are names.
 * `tags` are the names of those that it has, `person_tags` what people said of it and tags (yes and no), `machine_tags` what the machine gave;
 * the last two are JSON in a cell of a table.
 * `label`, `emotion` and `kind` are what counts; the machine's stand beside the person's. `left_out` is `kind` where news or advertising is left out.
 */
export const exportedCommentSchema = z.object({
  id: z.string(),
  source: z.string(),
  text: z.string(),
  published_at: z.string(),
  date_unknown: z.boolean(),
  fetched_at: z.string(),
  language: z.string(),
  likes: z.number().int(),
  stars: z.number().nullable(),
  recommended: z.boolean().nullable(),
  version: z.string().nullable(),
  link: z.string().nullable(),
  parent_id: z.string().nullable(),
  monitors: z.array(z.string()),
  label: labelSchema.nullable(),
  unsure: z.boolean(),
  machine_label: labelSchema.nullable(),
  positive: z.number().nullable(),
  neutral: z.number().nullable(),
  negative: z.number().nullable(),
  unscored_reason: z.string().nullable(),
  person_label: labelSchema.nullable(),
  person_label_by: z.string().nullable(),
  person_label_at: z.string().nullable(),
  person_label_reason: z.string().nullable(),
  emotion: emotionSchema.nullable(),
  machine_emotion: emotionSchema.nullable(),
  emotion_probability: z.number().nullable(),
  person_emotion: emotionSchema.nullable(),
  person_emotion_by: z.string().nullable(),
  person_emotion_at: z.string().nullable(),
  kind: commentKindSchema.nullable(),
  machine_kind: commentKindSchema.nullable(),
  kind_probability: z.number().nullable(),
  person_kind: commentKindSchema.nullable(),
  person_kind_by: z.string().nullable(),
  person_kind_at: z.string().nullable(),
  tags: z.array(z.string()),
  person_tags: z.array(exportedTagSchema),
  machine_tags: z.array(z.object({ tag: z.string(), probability: z.number() })),
  left_out: z.string().nullable(),
  moodline_id: z.number().int(),
});
export type ExportedComment = z.infer<typeof exportedCommentSchema>;

/** The columns of an exported table, in their order. */
export const EXPORT_COLUMNS = Object.keys(exportedCommentSchema.shape) as (keyof ExportedComment)[];

/** What stands in a cell of a table: names behind each other with a semicolon between, everything else with parts as JSON. */
export function exportedCell(value: ExportedComment[keyof ExportedComment]): string | number | boolean | null {
  if (!Array.isArray(value)) return value;
  if (!value.length) return '';
  return value.every((part) => typeof part === 'string') ? value.join('; ') : JSON.stringify(value);
}
