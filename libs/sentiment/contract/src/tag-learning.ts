import { commentSchema, tagSchema } from '@moodline/comments/contract';
import * as z from 'zod';
import { countedShareSchema } from './evaluation';
import { MOST_RELABELLING_DAYS } from './relabelling';

/** Examples from which on a tag is learned. */
export const FEWEST_EXAMPLES = 10;
/** Comments drawn at random that a person judged, from which on it is told how precise a tag is. */
export const FEWEST_DRAWN = 20;

/** How a head calls comments tagged at a threshold, each told by a head that has not seen the comment. */
export const tagScoreSchema = z.object({
  threshold: z.number(),
  /** Estimated share of those called tagged that have the tag; null while too few drawn comments were judged. */
  precision: z.number().nullable(),
  /** Share of the examples that are called tagged. */
  recall: z.number(),
  /** Share of comments drawn at random that are called tagged. */
  share: z.number(),
});
export type TagScore = z.infer<typeof tagScoreSchema>;

/** What was learned of a tag at a time. */
export const tagVersionSchema = z.object({
  version: z.number().int(),
  createdAt: z.iso.datetime(),
  /** What people said of comments that it learned from. */
  yes: z.number().int(),
  no: z.number().int(),
  /** How many of all comments have the tag, from comments drawn at random that people judged. */
  rate: countedShareSchema,
  /** At the threshold at which precision and recall are best together. */
  best: tagScoreSchema,
});
export type TagVersion = z.infer<typeof tagVersionSchema>;

/** How far the machine went through the comments that were there. */
export const tagApplicationSchema = z.object({
  state: z.enum(['running', 'waiting', 'done']),
  read: z.number().int(),
  total: z.number().int(),
  /** The first time whose comments are read. */
  since: z.iso.datetime(),
});
export type TagApplication = z.infer<typeof tagApplicationSchema>;

/** Answer of `GET /api/tags/:id/learning`. */
export const tagLearningSchema = z.object({
  tag: tagSchema,
  /** Whether what labels can learn tags: a model without heads cannot. */
  able: z.boolean(),
  enough: z.number().int(),
  enoughDrawn: z.number().int(),
  /** Comments drawn at random that it is compared with: from `enoughOthers` on it can be learned. */
  others: z.number().int(),
  enoughOthers: z.number().int(),
  /** What people said that is not learned yet. */
  fresh: z.number().int(),
  state: z.enum(['resting', 'reading', 'learning']),
  /** The newest first; of other models' features none. */
  versions: z.array(tagVersionSchema),
  /** Of the version that gives the tag, or else of the newest: by threshold in full percents. */
  scores: z.array(tagScoreSchema),
  /** Below it no probability is kept, so that a threshold can be no lower. */
  lowest: z.number(),
  /** The version that gives the tag; null where none does. */
  inForce: z.number().int().nullable(),
  /** How many comments there are. */
  comments: z.number().int(),
  stored: tagApplicationSchema.nullable(),
});
export type TagLearning = z.infer<typeof tagLearningSchema>;

/** Body of `PUT /api/tags/:id/use`: which version gives the tag, from which probability on, and to which comments. */
export const useTagSchema = z.object({
  version: z.number().int().min(1),
  threshold: z.number().min(0.01).max(0.99),
  toNew: z.boolean(),
  toStored: z.boolean(),
  /** Of the stored ones, those of so many days back from the newest. */
  days: z.number().int().min(1).max(MOST_RELABELLING_DAYS).default(MOST_RELABELLING_DAYS),
});
export type UseTag = z.infer<typeof useTagSchema>;

/** Query of `GET /api/tags/:id/use/scope`. */
export const tagScopeQuerySchema = useTagSchema.pick({ days: true }).extend({
  days: z.coerce.number().int().min(1).max(MOST_RELABELLING_DAYS),
});
export type TagScopeQuery = z.infer<typeof tagScopeQuerySchema>;

/** Answer of `GET /api/tags/:id/use/scope`: how many comments would be read, and how long that takes; null where it could not be measured. */
export const tagScopeSchema = z.object({ total: z.number().int(), seconds: z.number().nullable() });
export type TagScope = z.infer<typeof tagScopeSchema>;

export const SUGGESTION_KINDS = ['likely', 'telling'] as const;
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number];

/** Query of `GET /api/tags/:id/suggestions`: the most probable ones, or those whose answer teaches most. */
export const suggestionQuerySchema = z.object({ kind: z.enum(SUGGESTION_KINDS).default('likely') });
export type SuggestionQuery = z.infer<typeof suggestionQuerySchema>;

/** A comment of which nobody has said whether it has the tag. */
export const tagSuggestionSchema = z.object({
  comment: commentSchema,
  probability: z.number(),
  /** Drawn at random, and not picked for what it says. */
  drawn: z.boolean(),
  /** Words of it that many examples have and other comments seldom. */
  words: z.array(z.string()),
});
export type TagSuggestion = z.infer<typeof tagSuggestionSchema>;
export const tagSuggestionsSchema = z.object({ items: z.array(tagSuggestionSchema) });
export type TagSuggestions = z.infer<typeof tagSuggestionsSchema>;

/** Query of `GET /api/tags/:id/examples`. */
export const exampleQuerySchema = z.object({
  said: z.enum(['yes', 'no']).default('yes'),
  offset: z.coerce.number().int().min(0).max(2_000).default(0),
});
export type ExampleQuery = z.infer<typeof exampleQuerySchema>;

/** Answer of `GET /api/tags/:id/examples`: what people said last comes first. */
export const tagExamplesSchema = z.object({ items: z.array(commentSchema), more: z.boolean() });
export type TagExamples = z.infer<typeof tagExamplesSchema>;
