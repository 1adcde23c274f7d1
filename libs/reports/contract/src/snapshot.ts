import { exhibitSchema, factPeriodSchema, factSchema, narrationLanguageSchema } from '@moodline/narration/contract';
import { commentFilterSchema, LABELS } from '@moodline/comments/contract';
import { LANGUAGES } from '@moodline/shared/contract';
import { annotationSchema, STEPS } from '@moodline/trends/contract';
import * as z from 'zod';
import { reportLanguageSchema, reportLookSchema } from './report';
import { REPORT_TEMPLATES } from './section';

const whole = z.number().int();
/** What opens the comments behind a number. */
const opens = commentFilterSchema.nullable();

/** A sentence, and the ids of the facts that it tells. */
const toldSchema = z.object({ text: z.string(), facts: z.array(z.string()) });
export type Told = z.infer<typeof toldSchema>;

/** Counts in words of a table: net mood in points, shares in percent, null where nothing is labelled. */
const moodOfSchema = z.object({
  comments: whole,
  net: whole.nullable(),
  positive: whole.nullable(),
  negative: whole.nullable(),
});
export type MoodOf = z.infer<typeof moodOfSchema>;

export const FIGURES = ['net', 'comments', 'negative', 'unsure'] as const;
export type FigureName = (typeof FIGURES)[number];

/** A number with the one of the time before; `clear`: the difference is more than chance would bring (null: not compared). */
const figureSchema = z.object({
  name: z.enum(FIGURES),
  value: whole.nullable(),
  before: whole.nullable(),
  clear: z.boolean().nullable(),
  opens,
});
export type Figure = z.infer<typeof figureSchema>;

const rowSchema = z.object({ name: z.string(), now: moodOfSchema, before: moodOfSchema.nullable(), opens });
export type ReportRow = z.infer<typeof rowSchema>;

const coursePoint = z.object({ start: z.string(), n: whole, comments: whole, net: whole.nullable() });
export type CoursePoint = z.infer<typeof coursePoint>;

/** What happened in the interval of a point, as it is marked on the line. `point`: its place among them. */
const courseEventSchema = annotationSchema.pick({ kind: true, text: true, comments: true }).extend({ point: whole });
export type CourseEvent = z.infer<typeof courseEventSchema>;

/** A comment in its own words, without who wrote it. */
const voiceSchema = z.object({
  commentId: whole,
  text: z.string(),
  label: z.enum(LABELS),
  language: z.enum(LANGUAGES),
  source: z.string(),
  engagement: whole,
});
export type Voice = z.infer<typeof voiceSchema>;

/** The content of a section, as it was found when the report was made. */
export const reportSectionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('summary'), sentences: z.array(toldSchema) }),
  z.object({ kind: z.literal('figures'), figures: z.array(figureSchema) }),
  /** Against the report made before this one; `since` is null for the first one. */
  z.object({
    kind: z.literal('changes'),
    since: z.object({ madeAt: z.string(), period: factPeriodSchema }).nullable(),
    figures: z.array(z.object({ name: z.enum(FIGURES), then: whole.nullable(), now: whole.nullable() })),
    newThemes: z.array(z.string()),
    goneThemes: z.array(z.string()),
  }),
  z.object({
    kind: z.literal('course'),
    step: z.enum(STEPS),
    points: z.array(coursePoint),
    /** None in reports that were made before they were kept. */
    events: z.array(courseEventSchema).default([]),
    sentences: z.array(toldSchema),
  }),
  z.object({
    kind: z.literal('themes'),
    rows: z.array(rowSchema.extend({ points: whole.nullable() })),
    sentences: z.array(toldSchema),
  }),
  z.object({ kind: z.literal('sources'), rows: z.array(rowSchema) }),
  /** `share`: percent of the comments of brands and competitors; null for a topic. */
  z.object({
    kind: z.literal('monitors'),
    rows: z.array(rowSchema.extend({ competitor: z.boolean(), share: whole.nullable() })),
  }),
  z.object({ kind: z.literal('voices'), voices: z.array(voiceSchema) }),
  z.object({ kind: z.literal('unknown'), sentences: z.array(toldSchema) }),
  z.object({ kind: z.literal('own'), title: z.string(), text: z.string() }),
  /**
   * An answer of the chat or a chart that somebody pinned to it, as it was then. `sentences` tell its own `facts`, whose ids are its own, too.
   * `n`: labelled comments that it rests on.
   */
  z.object({
    kind: z.literal('pinned'),
    pin: z.uuid(),
    title: z.string(),
    language: narrationLanguageSchema,
    period: factPeriodSchema,
    n: whole,
    pinnedAt: z.string(),
    facts: z.array(factSchema),
    sentences: z.array(toldSchema),
    exhibits: z.array(exhibitSchema),
  }),
]);
export type ReportSection = z.infer<typeof reportSectionSchema>;
export type SectionOf<Kind extends ReportSection['kind']> = Extract<ReportSection, { kind: Kind }>;

/** Everything a report shows, so that it can be drawn again as it was. Numbers are whole, as they are shown. */
export const reportSnapshotSchema = z.object({
  version: z.literal(1),
  template: z.enum(REPORT_TEMPLATES),
  language: reportLanguageSchema,
  timeZone: z.string(),
  title: z.string(),
  look: reportLookSchema,
  period: factPeriodSchema,
  compared: factPeriodSchema,
  madeAt: z.string(),
  /** Comments of the period, how many are labelled, and in how many of those themes were looked for. */
  sample: z.object({ comments: whole, labelled: whole, read: whole }),
  /** Which comments that are; null in those that were made before this was kept. */
  filter: commentFilterSchema.nullable().default(null),
  /**
   * Of the rules that chose and told the facts, and of the labels: their state (`1204/9`: how many there were, and how often their counts had
   * been written), which model with which version of the role gave how many of those that were read, and a digest of the themes that there were.
   */
  versions: z.object({
    rules: whole,
    labels: z.array(z.string()),
    models: z.array(z.object({ model: z.string(), roleVersion: whole, labels: whole })).default([]),
    themes: z.string().default(''),
  }),
  facts: z.array(factSchema),
  sections: z.array(reportSectionSchema),
});
export type ReportSnapshot = z.infer<typeof reportSnapshotSchema>;
