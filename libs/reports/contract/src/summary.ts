import { factSchema } from '@moodline/narration/contract';
import { commentFilterSchema } from '@moodline/shared/contract';
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
 * `GET /api/summary`. `reason` says why there are no sentences (`not enough data (n = …)`); null otherwise.
 * `n` counts labelled comments; `dropped` counts sentences of a model that did not check out; `model` is null where no model wrote.
 */
export const summarySchema = z.object({
  sentences: z.array(citedSentenceSchema),
  facts: z.array(factSchema).default([]),
  n: z.number().int(),
  reason: z.string().nullable(),
  dropped: z.number().int(),
  model: z.string().nullable(),
  createdAt: z.string(),
});
export type Summary = z.infer<typeof summarySchema>;
