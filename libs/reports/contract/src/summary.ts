import { factSchema } from '@moodline/narration/contract';
import { commentFilterSchema } from '@moodline/comments/contract';
import * as z from 'zod';

export const SUMMARY_LOCALES = ['zh', 'en', 'ja'] as const;
export type SummaryLocale = (typeof SUMMARY_LOCALES)[number];

/** Query of `GET /api/summary`: what the page shows, and the language of the sentences. */
export const summaryQuerySchema = commentFilterSchema.extend({ locale: z.enum(SUMMARY_LOCALES).default('en') });
export type SummaryQuery = z.infer<typeof summaryQuerySchema>;

/** Under this number of labelled comments nothing is summarised. */
export const MINIMUM_COMMENTS = 20;

/** What a sentence is for, in the order of a summary. */
export const SUMMARY_PARTS = ['happened', 'turned', 'drove', 'better', 'unknown'] as const;
export type SummaryPart = (typeof SUMMARY_PARTS)[number];

/**
 * A sentence, the ids of comments that stand for it, and the ids of the facts that it tells: what opens all the comments behind it
 * stands in the `citations` of these.
 */
export const citedSentenceSchema = z.object({
  text: z.string(),
  citations: z.array(z.number().int()),
  facts: z.array(z.string()).default([]),
  part: z.enum(SUMMARY_PARTS).default('happened'),
});
export type CitedSentence = z.infer<typeof citedSentenceSchema>;

/**
 * A theme of the period in numbers: its comments now and before, its net mood, and the points that it adds to the change of all. Null:
 * nothing can be compared.
 */
export const summaryThemeSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  n: z.number().int(),
  before: z.number().int().nullable(),
  net: z.number().int().nullable(),
  points: z.number().int().nullable(),
});
export type SummaryTheme = z.infer<typeof summaryThemeSchema>;

/**
 * `GET /api/summary`. `themes` are those of the period, the most comments first, and `change` the points to which theirs and those of no
 * theme add up; null where nothing can be compared. `reason` says why there are no sentences (`not enough data (n = …)`); null otherwise.
 * `n` counts labelled comments; `dropped` counts sentences of a model that did not check out; `model` is null where no model wrote.
 */
export const summarySchema = z.object({
  sentences: z.array(citedSentenceSchema),
  facts: z.array(factSchema).default([]),
  themes: z.array(summaryThemeSchema).default([]),
  change: z.number().int().nullable().default(null),
  n: z.number().int(),
  reason: z.string().nullable(),
  dropped: z.number().int(),
  model: z.string().nullable(),
  createdAt: z.string(),
});
export type Summary = z.infer<typeof summarySchema>;
