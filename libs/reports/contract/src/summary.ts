import { commentFilterSchema } from '@moodline/shared/contract';
import { z } from 'zod';

export const SUMMARY_LOCALES = ['zh', 'en', 'ja'] as const;
export type SummaryLocale = (typeof SUMMARY_LOCALES)[number];

/** Query of `GET /api/summary`: what the page shows, and the language of the sentences. */
export const summaryQuerySchema = commentFilterSchema.extend({ locale: z.enum(SUMMARY_LOCALES).default('en') });
export type SummaryQuery = z.infer<typeof summaryQuerySchema>;

/** Under this number of labelled comments nothing is summarised. */
export const MINIMUM_COMMENTS = 20;

/** A sentence and the ids of the comments it rests on. */
export const citedSentenceSchema = z.object({ text: z.string(), citations: z.array(z.number().int()) });
export type CitedSentence = z.infer<typeof citedSentenceSchema>;

/**
 * `GET /api/summary`. `reason` says why there are no sentences (`not enough data (n = …)`, `nothing stands out (n = …)`); null otherwise.
 * `n` counts labelled comments; `dropped` counts sentences that did not check out.
 */
export const summarySchema = z.object({
  sentences: z.array(citedSentenceSchema),
  n: z.number().int(),
  reason: z.string().nullable(),
  dropped: z.number().int(),
  model: z.string().nullable(),
  createdAt: z.string(),
});
export type Summary = z.infer<typeof summarySchema>;
