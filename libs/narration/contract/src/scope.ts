import { COMMENT_KINDS, commentFilterSchema, EMOTIONS, LABELS } from '@moodline/comments/contract';
import { LANGUAGES } from '@moodline/shared/contract';
import * as z from 'zod';

/** Languages that sentences are made in. */
export const NARRATION_LANGUAGES = ['zh', 'en', 'ja'] as const;
export const narrationLanguageSchema = z.enum(NARRATION_LANGUAGES);
export type NarrationLanguage = z.infer<typeof narrationLanguageSchema>;

/**
 * A day `2026-11-02` in the workspace's zone, or, for periods below a day, an instant with the zone's offset
 * (`2026-11-02T08:00:00+08:00`), so that its clock time can be read without knowing the zone.
 */
export const factMomentSchema = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

/** From the first to the last day, both inclusive; of instants the last one is not included. */
export const factPeriodSchema = z.object({ from: factMomentSchema, to: factMomentSchema });
export type FactPeriod = z.infer<typeof factPeriodSchema>;

/** Which comments a fact is about, in names that people read. Empty lists and nulls narrow nothing. */
export const factScopeSchema = z.object({
  sources: z.array(z.string()),
  monitors: z.array(z.string()),
  languages: z.array(z.enum(LANGUAGES)),
  labels: z.array(z.enum([...LABELS, 'unsure', 'pending', 'unscored'])),
  stars: z.array(z.number().int()),
  /** Words that were looked for. */
  topic: z.string().nullable(),
  theme: z.string().nullable(),
  /** The tag that they have. */
  tag: z.string().optional(),
  /** Versions of the app that they are about. */
  versions: z.array(z.string()).optional(),
  /** What they are: wishes, questions, news … */
  kinds: z.array(z.enum(COMMENT_KINDS)).optional(),
  /** What those who wrote them felt. */
  emotions: z.array(z.enum(EMOTIONS)).optional(),
});
export type FactScope = z.infer<typeof factScopeSchema>;

/** All comments. */
export const WHOLE_SCOPE: FactScope = {
  sources: [],
  monitors: [],
  languages: [],
  labels: [],
  stars: [],
  topic: null,
  theme: null,
};

/** What opens the comments behind a fact: these few, or all that a filter takes. */
export const factCitationsSchema = z.object({
  commentIds: z.array(z.number().int()),
  filter: commentFilterSchema.nullable(),
});
export type FactCitations = z.infer<typeof factCitationsSchema>;
