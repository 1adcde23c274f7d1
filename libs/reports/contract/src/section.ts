import * as z from 'zod';

export const REPORT_TEMPLATES = ['daily', 'weekly', 'monthly', 'competitor', 'campaign', 'crisis'] as const;
export type ReportTemplate = (typeof REPORT_TEMPLATES)[number];

/** What a report can tell, each in a section of its own; `own` is a paragraph that somebody writes. */
export const SECTION_KINDS = [
  'summary',
  'figures',
  'changes',
  'course',
  'themes',
  'sources',
  'monitors',
  'voices',
  'unknown',
  'own',
] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

/** A section in its place. `title` and `text` are for own paragraphs. */
export const plannedSectionSchema = z.object({
  kind: z.enum(SECTION_KINDS),
  hidden: z.boolean().default(false),
  title: z.string().trim().max(120).default(''),
  text: z.string().trim().max(4000).default(''),
});
export type PlannedSection = z.infer<typeof plannedSectionSchema>;

/** Sections in their order. Every kind stands there once at most; of own paragraphs there may be ten. */
export const sectionPlanSchema = z
  .array(plannedSectionSchema)
  .min(1)
  .max(20)
  .refine(
    (sections) => {
      const fixed = sections.flatMap(({ kind }) => (kind === 'own' ? [] : [kind]));
      return new Set(fixed).size === fixed.length && sections.length - fixed.length <= 10;
    },
    { message: 'A section can stand in a report once; own paragraphs up to ten times' },
  );
export type SectionPlan = z.infer<typeof sectionPlanSchema>;

const plan = (...kinds: readonly Exclude<SectionKind, 'own'>[]): SectionPlan =>
  kinds.map((kind) => ({ kind, hidden: false, title: '', text: '' }));

/** The sections of each template, in the order in which it tells them. */
export const TEMPLATE_SECTIONS: Readonly<Record<ReportTemplate, SectionPlan>> = {
  daily: plan('summary', 'figures', 'course', 'themes', 'voices', 'unknown'),
  weekly: plan('summary', 'figures', 'changes', 'course', 'themes', 'sources', 'monitors', 'voices', 'unknown'),
  monthly: plan('summary', 'figures', 'changes', 'course', 'themes', 'sources', 'monitors', 'voices', 'unknown'),
  competitor: plan('summary', 'monitors', 'figures', 'course', 'themes', 'voices', 'unknown'),
  campaign: plan('summary', 'figures', 'course', 'themes', 'sources', 'voices', 'unknown'),
  crisis: plan('summary', 'figures', 'course', 'voices', 'themes', 'sources', 'unknown'),
};
