import { LABELS } from '@moodline/comments/contract';
import { LANGUAGES } from '@moodline/shared/contract';
import * as z from 'zod';
import { factCitationsSchema, factMomentSchema, factPeriodSchema, factScopeSchema } from './scope';

/**
 * What is measured: a number of comments, comments a day on average, a share of the labelled ones in percent, net mood in points from
 * −100 to 100, or the points that a part takes from (below 0) or adds to the net mood of the whole: 100 × (its positive − its negative) / all.
 */
export const MEASURES = ['count', 'average', 'share', 'net', 'weight'] as const;
export const measureSchema = z.enum(MEASURES);
export type Measure = z.infer<typeof measureSchema>;

export const FACT_UNITS = ['comments', 'percent', 'points'] as const;
const label = z.enum(LABELS).nullable();
const whole = z.number().int();
/** To one decimal, as it is shown. */
const tenths = z.number();

/**
 * What every fact has. Numbers are whole, as they are shown; averages have one decimal. `value` is the number it tells, in `unit` (a difference of shares is
 * in `points` too); `n` is how many labelled comments it rests on; `direction` is `same` where a difference is no more than chance.
 */
const common = {
  id: z.string().regex(/^F\d+$/),
  value: whole,
  unit: z.enum(FACT_UNITS),
  n: whole,
  period: factPeriodSchema,
  scope: factScopeSchema,
  direction: z.enum(['up', 'down', 'same']).nullable(),
  citations: factCitationsSchema,
};
/** Two numbers of the same measure; `clear` as in `Change` of trends. */
const moved = { before: whole, now: whole, nBefore: whole, clear: z.boolean() };
const side = z.object({ name: z.string(), value: tenths, n: whole });

/**
 * How many comments; with `label`, of the `n` labelled ones those with this label. `part`: how much that is of all comments of the same
 * time and place, whatever they speak of, in percent.
 */
const part = z.object({ of: whole, percent: whole });
const count = z.object({ ...common, kind: z.literal('count'), label, part: part.optional() });

/** Comments a day, week or month (30.4 days) on average, to one decimal: `count` of them in `days` days; with `label` those with this label. */
const average = z.object({
  ...common,
  kind: z.literal('average'),
  value: tenths,
  label,
  per: z.enum(['day', 'week', 'month']),
  count: whole,
  days: whole,
});

/** Percent of the `n` labelled comments; `count` are the comments it stands for. */
const share = z.object({ ...common, kind: z.literal('share'), label: z.enum(LABELS), count: whole });

const net = z.object({ ...common, kind: z.literal('net') });

/** `value` = `now` − `before`; `margin`: half the width of its 95 % interval, null for counts. */
const change = z.object({
  ...common,
  ...moved,
  kind: z.literal('change'),
  measure: measureSchema,
  label,
  compared: factPeriodSchema,
  margin: whole.nullable(),
});

/**
 * A place in an order of sources, themes and so on. Days, weeks and months are named by their first day, days of the week by their number
 * (1 is Monday), hours by theirs (0 to 23, in the workspace's zone). Rows of one ranking stand next to each other, rank 1 first. `total`:
 * the comments of which `value` is the average.
 */
const ranking = z.object({
  ...common,
  kind: z.literal('ranking'),
  value: tenths,
  total: whole.optional(),
  by: z.enum(['source', 'theme', 'monitor', 'language', 'day', 'week', 'month', 'weekday', 'hour']),
  order: z.enum(['most', 'least']),
  measure: measureSchema,
  label,
  name: z.string(),
  rank: whole,
  of: whole,
});

/** Two side by side; `value` = `left` − `right`. */
const comparison = z.object({
  ...common,
  kind: z.literal('comparison'),
  value: tenths,
  measure: measureSchema,
  label,
  left: side,
  right: side,
  clear: z.boolean(),
});

/** A comment in its own words; `value` is its engagement, `about` the theme or claim that it stands for, `at` its day where that matters. */
const quote = z.object({
  ...common,
  kind: z.literal('quote'),
  commentId: whole,
  text: z.string(),
  label,
  language: z.enum(LANGUAGES),
  source: z.string().nullable(),
  about: z.string().nullable(),
  at: factMomentSchema.optional(),
});

/** A theme; `value` are its comments of the period, `before` those of the period before (null: nothing to compare with). */
const theme = z.object({
  ...common,
  kind: z.literal('theme'),
  themeId: whole.nullable(),
  name: z.string(),
  before: whole.nullable(),
  positive: whole,
  negative: whole,
  net: whole,
  netBefore: whole.nullable(),
  /** First day on which it was clearly more than before; null: it was not. */
  rose: factMomentSchema.nullable(),
});

/**
 * `value` of the `n` comments of a theme have one of `words`; `text` is the one of them that stands for the others best. That they mean
 * the same is not said: nobody has checked it.
 */
const claim = z.object({
  ...common,
  kind: z.literal('claim'),
  theme: z.string(),
  words: z.array(z.string()).default([]),
  text: z.string(),
  label,
});

/** The points of a change of net mood that come from a part; the parts and what no part explains (`name` null) add up to `total`. */
const shareOfChange = z.object({
  ...common,
  kind: z.literal('share-of-change'),
  name: z.string().nullable(),
  total: whole,
  percent: whole,
});

/** The day on which the level of the net mood changed, from `before` to `now`; `since` and `until` bound the two stretches. */
const turningPoint = z.object({
  ...common,
  ...moved,
  kind: z.literal('turning-point'),
  at: factMomentSchema,
  since: factMomentSchema,
  until: factMomentSchema,
});

/** Something that happened, with the net mood before and after it. */
const event = z.object({ ...common, ...moved, kind: z.literal('event'), name: z.string(), at: factMomentSchema });

/** The day with the most comments; `value` are its comments. */
const peak = z.object({ ...common, kind: z.literal('peak'), at: factMomentSchema, negative: whole });

export const COVERAGE_REASONS = [
  /** `value` labelled comments where `limit` are needed. */
  'too-few',
  /** `value` comments in the period before: nothing can be compared. */
  'too-few-before',
  /** `value` comments wait for their label. */
  'unlabelled',
  /** `value` percent of the labels are close calls. */
  'unsure',
  /** No difference that is more than chance. */
  'no-change',
  /** The last day of the period, `at`, is not over. */
  'partial-day',
  /** The comments begin with `at`. */
  'data-begins',
  /** The comments end with `at`. */
  'data-ends',
  /** No comment of the workspace has stars. */
  'no-stars',
  /** Themes were looked for in `value` of the `n` comments. */
  'sampled',
  /** `value` percent of the comments are in no theme that was found. */
  'no-theme',
  /** `value` of the `limit` points of a change come from no theme that was found. */
  'unexplained',
] as const;

/** What is not known, and why. */
const coverage = z.object({
  ...common,
  kind: z.literal('coverage'),
  reason: z.enum(COVERAGE_REASONS),
  limit: whole.nullable(),
  at: factMomentSchema.nullable(),
});

/** A fact with its type: made by queries, read as fields by whoever tells, checks or shows it. */
export const factSchema = z.discriminatedUnion('kind', [
  count,
  average,
  share,
  net,
  change,
  ranking,
  comparison,
  quote,
  theme,
  claim,
  shareOfChange,
  turningPoint,
  event,
  peak,
  coverage,
]);
export type Fact = z.infer<typeof factSchema>;
export type FactKind = Fact['kind'];
export type FactOf<Kind extends FactKind> = Extract<Fact, { kind: Kind }>;

/** A fact before it has its number. */
export type DraftOf<Kind extends FactKind> = Omit<FactOf<Kind>, 'id'>;
export type FactDraft = { [Kind in FactKind]: DraftOf<Kind> }[FactKind];
