import * as z from 'zod';

/** The three moods a comment can carry, in the order in which they are shown. */
export const LABELS = ['positive', 'neutral', 'negative'] as const;
export const labelSchema = z.enum(LABELS);
export type Label = z.infer<typeof labelSchema>;

/** Probability of each label; the three sum to 1. */
export const probabilitiesSchema = z.object({ positive: z.number(), neutral: z.number(), negative: z.number() });
export type Probabilities = z.infer<typeof probabilitiesSchema>;

/** What a comment expresses. `none` is an answer like the others. */
export const EMOTIONS = ['joy', 'anger', 'sadness', 'fear', 'surprise', 'none'] as const;
export const emotionSchema = z.enum(EMOTIONS);
export type Emotion = z.infer<typeof emotionSchema>;

/** An emotion or a kind whose probability is lower is unsure: it is more likely wrong than right, and is neither told nor counted. */
export const FACET_UNSURE_BELOW = 0.5;

/** What a comment is. */
export const COMMENT_KINDS = ['opinion', 'question', 'wish', 'news', 'ad'] as const;
export const commentKindSchema = z.enum(COMMENT_KINDS);
export type CommentKind = z.infer<typeof commentKindSchema>;

/** Answers about a comment beside its mood. */
export const FACETS = { emotion: emotionSchema, kind: commentKindSchema } as const;
export type Facet = keyof typeof FACETS;
