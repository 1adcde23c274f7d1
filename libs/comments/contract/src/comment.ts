import { commentKindSchema, emotionSchema, labelSchema, probabilitiesSchema } from './label';
import { commentFilterSchema } from './comment-filter';
import { idSchema, LANGUAGES, pageQuerySchema } from '@moodline/shared/contract';
import * as z from 'zod';
import { commentIdSchema } from './comment-id';
import { WHY_LEFT_OUT } from './leaving-out/leaving-out';
import { textSpanSchema } from './monitors/text-span';

/**
 * What a comment expresses, or what it is. `value` is what counts: a person's word, else the machine's where it is probable enough; null
 * where it is not. `machine` and its `probability` stand beside it; null where no head was asked.
 */
const facetSchema = <Value extends z.ZodType>(value: Value) =>
  z.object({
    value: value.nullable(),
    machine: value.nullable(),
    probability: z.number().nullable(),
    correction: z.object({ value, by: z.string(), at: z.string() }).nullable(),
  });

/** How far the team is with a comment that somebody took up. */
export const WORK_STATES = ['open', 'done'] as const;
export type WorkState = (typeof WORK_STATES)[number];
export const workStateSchema = z.enum(WORK_STATES);

/**
 * A comment as people see it. Times are ISO instants; `label` is what counts: a person's where there is one, else the machine's;
 * null while it is pending or when it is unscored. `probabilities` are the machine's.
 */
export const commentSchema = z.object({
  id: z.number().int(),
  source: z.object({ id: z.number().int(), name: z.string() }),
  text: z.string(),
  language: z.enum(LANGUAGES),
  publishedAt: z.string(),
  engagement: z.number().int(),
  permalink: z.string().nullable(),
  label: labelSchema.nullable(),
  probabilities: probabilitiesSchema.nullable(),
  /** What the machine says, whatever a person said. */
  machineLabel: labelSchema.nullable(),
  /** What a person said, who and when; null where nobody did. */
  correction: z
    .object({ label: labelSchema, by: z.string(), at: z.string(), reason: z.string().nullable() })
    .nullable(),
  /** The machine's label is only a little more probable than another, and nobody has corrected it. */
  unsure: z.boolean(),
  /** Absent where neither a head nor a person has said anything. */
  emotion: facetSchema(emotionSchema).optional(),
  kind: facetSchema(commentKindSchema).optional(),
  /** Comments with nearly the same text, this one included. */
  copies: z.number().int(),
  /** Why there is no label: `pending`, or the reason it stays unscored. */
  unscoredReason: z.string().nullable(),
  /** What its author gave besides words, from 1 to 5; absent where there are no stars. */
  stars: z.number().optional(),
  /** Whether its author recommends the thing; absent where nobody asked. */
  recommended: z.boolean().optional(),
  /** Version of the app that it is about; absent where its source names none. */
  version: z.string().optional(),
  /** Why it is left out of the mood; absent where it counts. */
  leftOut: z.enum(WHY_LEFT_OUT).optional(),
  /** Its source named no time that could be read: `publishedAt` is when it came in. Absent where the time is known. */
  dateUnknown: z.boolean().optional(),
  /** When retention took the text; absent while it is there. */
  erasedAt: z.string().optional(),
  /** Tags that it has, whether a person said so, and how probable the machine finds it where the machine gave it; absent where it has none. */
  tags: z.array(z.object({ id: z.number().int(), said: z.boolean(), probability: z.number().nullable() })).optional(),
  /** Where it stands with the team; absent where nobody took it up. */
  work: z
    .object({ state: workStateSchema, assignee: z.object({ id: z.number().int(), name: z.string() }).nullable() })
    .optional(),
  /** Where the words of the search or of the monitor stand; only in a list that is filtered by one. */
  spans: z.array(textSpanSchema).optional(),
});
export type Comment = z.infer<typeof commentSchema>;

export const COMMENT_SORTS = ['newest', 'oldest', 'loudest'] as const;

/** What the team does with comments: only those of a state, only those of one person (by id) or of nobody. */
export const workFilterSchema = z.object({
  state: workStateSchema.optional(),
  assignee: z.union([z.literal('none'), idSchema]).optional(),
});
export type WorkFilter = z.infer<typeof workFilterSchema>;

/**
 * `GET /api/comments`. `ids` picks single comments (citations) and overrides the other filters, and so does `alike`: comments
 * with nearly the same text as that one. `machine` and `human` name what each of them says of a comment.
 */
export const commentQuerySchema = commentFilterSchema.extend({
  ...pageQuerySchema.shape,
  ...workFilterSchema.shape,
  sort: z.enum(COMMENT_SORTS).default('newest'),
  ids: z
    .string()
    .transform((text): unknown[] => text.split(','))
    .pipe(z.array(commentIdSchema).max(100))
    .optional(),
  alike: commentIdSchema.optional(),
  machine: labelSchema.optional(),
  human: labelSchema.optional(),
});
export type CommentQuery = z.infer<typeof commentQuerySchema>;

export const commentPageSchema = z.object({
  items: z.array(commentSchema),
  nextCursor: z.string().nullable(),
  /** How many there are, told with the first page of a list; null with the next ones. */
  total: z.number().int().nullable(),
  /** There are more than `total`: beyond 10,000 (1,000 for a search) nobody counts. */
  totalCapped: z.boolean(),
  /** The search had to go through all texts, because its index is not ready. */
  slowSearch: z.boolean(),
});
export type CommentPage = z.infer<typeof commentPageSchema>;
