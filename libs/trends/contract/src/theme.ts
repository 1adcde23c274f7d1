import { commentFilterSchema, LABELS } from '@moodline/comments/contract';
import { idSchema, LANGUAGES } from '@moodline/shared/contract';
import * as z from 'zod';
import { moodPointSchema, moodTotalSchema, periodSchema } from './mood';

/** Languages that a theme has a name in. */
export const THEME_LANGUAGES = ['zh', 'en', 'ja'] as const;
export type ThemeLanguage = (typeof THEME_LANGUAGES)[number];

/** What a theme is called, as it stands in the middle of a sentence. */
export const themeNamesSchema = z.object({ zh: z.string(), en: z.string(), ja: z.string() });
export type ThemeNames = z.infer<typeof themeNamesSchema>;

/** `GET /api/themes`, and `GET /api/themes/:id`: what the page shows. */
export const themesQuerySchema = commentFilterSchema.extend({ locale: z.enum(THEME_LANGUAGES).default('en') });
export type ThemesQuery = z.infer<typeof themesQuerySchema>;

/**
 * A theme in a period. All of its comments open with the filter `theme=<id>`. `points` is what it adds to the change of net mood,
 * in whole points that add up over all themes and `rest`; null where nothing can be compared. `rose` is the first instant of the
 * interval in which it began to be talked about more; null where it did not.
 */
export const themeSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  named: z.boolean(),
  words: z.array(z.string()),
  hidden: z.boolean(),
  merged: z.array(z.object({ id: z.number().int(), name: z.string() })),
  total: moodTotalSchema,
  before: moodTotalSchema.nullable(),
  points: z.number().int().nullable(),
  rose: z.string().nullable(),
});
export type Theme = z.infer<typeof themeSchema>;

/**
 * `change` is that of net mood against the period before, null unless it is more than chance; `compared` says whether enough is labelled to
 * tell. `rest` are the points that no theme explains; `sample` says in how many of the labelled comments themes were looked for.
 */
export const themeListSchema = z.object({
  period: periodSchema,
  timeZone: z.string(),
  themes: z.array(themeSchema),
  hidden: z.array(z.object({ id: z.number().int(), name: z.string() })),
  change: z.number().int().nullable(),
  compared: z.boolean(),
  rest: z.number().int().nullable(),
  total: moodTotalSchema,
  sample: z.number().int(),
  inNoTheme: z.number().int(),
});
export type ThemeList = z.infer<typeof themeListSchema>;

const quoteSchema = z.object({
  commentId: z.number().int(),
  text: z.string(),
  language: z.enum(LANGUAGES),
  label: z.enum(LABELS),
  source: z.string().nullable(),
  engagement: z.number().int(),
});
export type ThemeQuote = z.infer<typeof quoteSchema>;

/** Something that `n` comments of a theme say; they open with its `filter`. */
export const themeClaimSchema = z.object({
  words: z.array(z.string()),
  label: z.enum(LABELS),
  n: z.number().int(),
  quote: quoteSchema,
  filter: commentFilterSchema,
});
export type ThemeClaim = z.infer<typeof themeClaimSchema>;

/** A theme with its line, what is said in it, and where. `change` is that of all comments, of which the theme explains `points`. */
export const themeDetailSchema = themeSchema.extend({
  period: periodSchema,
  previous: periodSchema,
  timeZone: z.string(),
  change: z.number().int().nullable(),
  step: z.enum(['hour', 'day', 'week']),
  line: z.array(moodPointSchema),
  claims: z.array(themeClaimSchema),
  quotes: z.array(quoteSchema),
  sources: z.array(z.object({ id: z.number().int(), name: z.string(), total: moodTotalSchema })),
});
export type ThemeDetail = z.infer<typeof themeDetailSchema>;

/** `PATCH /api/themes/:id`. A `name` of null gives back the one that the theme was found with; `mergedInto` of null takes it out again. */
export const themeChangeSchema = z
  .object({
    name: z.string().trim().min(1).max(60).nullable(),
    hidden: z.boolean(),
    mergedInto: idSchema.nullable(),
  })
  .partial();
export type ThemeChange = z.infer<typeof themeChangeSchema>;
