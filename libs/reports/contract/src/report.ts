import { NARRATION_LANGUAGES } from '@moodline/narration/contract';
import { idSchema, LANGUAGES } from '@moodline/shared/contract';
import * as z from 'zod';
import { REPORT_TEMPLATES, sectionPlanSchema } from './section';

export const reportLanguageSchema = z.enum(NARRATION_LANGUAGES);
export type ReportLanguage = z.infer<typeof reportLanguageSchema>;

/** Which comments a report is about. Empty lists and null narrow nothing. */
export const reportScopeSchema = z.object({
  monitor: idSchema.nullable().default(null),
  sources: z.array(idSchema).max(100).default([]),
  languages: z.array(z.enum(LANGUAGES)).default([]),
});
export type ReportScope = z.infer<typeof reportScopeSchema>;

/**
 * The time a report tells of, in the workspace's zone: the last whole day, week (from Monday) or month before it is made; the last
 * hours, for a crisis; or fixed days, both inclusive, for a campaign. It is compared with as long a time right before;
 * whole months with as many whole months.
 */
export const reportPeriodSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['day', 'week', 'month']) }),
  z.object({ kind: z.literal('hours'), hours: z.number().int().min(6).max(72) }),
  z
    .object({ kind: z.literal('days'), from: z.iso.date(), to: z.iso.date() })
    .refine(({ from, to }) => from <= to, { path: ['to'], message: 'The last day is before the first one' }),
]);
export type ReportPeriod = z.infer<typeof reportPeriodSchema>;

/** Largest logo, as the text of a data address: about 90 KB of image. */
const LOGO_SIGNS = 120_000;

/** How a report looks. `title` of null takes the name of the report; a logo is a PNG or JPEG as a data address. */
export const reportLookSchema = z.object({
  title: z.string().trim().min(1).max(120).nullable().default(null),
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .default('#2f55d4'),
  logo: z
    .string()
    .max(LOGO_SIGNS)
    .regex(/^data:image\/(?:png|jpeg);base64,[A-Za-z0-9+/]+=*$/)
    .nullable()
    .default(null),
});
export type ReportLook = z.infer<typeof reportLookSchema>;

const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'A time like 09:00');

/** When a report is made and sent by itself, by the clock of the workspace's zone. `weekday`: 1 is Monday. */
export const reportScheduleSchema = z.object({
  every: z.enum(['day', 'week', 'month']),
  weekday: z.number().int().min(1).max(7).default(1),
  /** Day of the month; the last 28 days exist in every month. */
  day: z.number().int().min(1).max(28).default(1),
  time: clock.default('09:00'),
});
export type ReportSchedule = z.infer<typeof reportScheduleSchema>;

/** Nobody is told between these two times of the day; what is made then goes out when they end. */
export const quietHoursSchema = z
  .object({ from: clock, to: clock })
  .refine(({ from, to }) => from !== to, { path: ['to'], message: 'Quiet hours need two different times' });
export type QuietHours = z.infer<typeof quietHoursSchema>;

/** A channel, and for a mail server the addresses: without one those of the channel. */
export const reportRecipientSchema = z.object({
  channel: idSchema,
  addresses: z.array(z.email().max(254)).max(50).default([]),
});
export type ReportRecipient = z.infer<typeof reportRecipientSchema>;

/** What a preview needs of a report. */
export const reportDraftSchema = z.object({
  name: z.string().trim().min(1).max(80),
  template: z.enum(REPORT_TEMPLATES),
  language: reportLanguageSchema.default('en'),
  scope: reportScopeSchema.default(reportScopeSchema.parse({})),
  period: reportPeriodSchema,
  sections: sectionPlanSchema,
  look: reportLookSchema.default(reportLookSchema.parse({})),
});
export type ReportDraft = z.infer<typeof reportDraftSchema>;

/** `POST /api/reports`, `PUT /api/reports/:id`. */
export const saveReportSchema = reportDraftSchema.extend({
  schedule: reportScheduleSchema.nullable().default(null),
  quiet: quietHoursSchema.nullable().default(null),
  /** Do not send one that tells the same as the one before. */
  skipUnchanged: z.boolean().default(true),
  recipients: z.array(reportRecipientSchema).max(20).default([]),
  /** Days for which messages carry a link that needs no account; null: the link leads to the product. */
  linkDays: z.number().int().min(1).max(365).nullable().default(30),
  /** Whether mails carry the PDF. */
  attachPdf: z.boolean().default(true),
});
export type SaveReport = z.infer<typeof saveReportSchema>;

/** `GET /api/reports/:id`. `nextAt` is null without a schedule; `problem` says why the last one could not be made. */
export const reportSchema = saveReportSchema.extend({
  id: z.number().int(),
  nextAt: z.string().nullable(),
  problem: z.string().nullable(),
  /** A summary by the clock, that nobody set up. */
  digest: z.enum(['day', 'week', 'month']).nullable().default(null),
  /** Addresses that said they want no more of it. */
  unsubscribed: z.array(z.string()),
});
export type Report = z.infer<typeof reportSchema>;

/** `GET /api/reports`. */
export const reportListItemSchema = reportSchema
  .pick({ id: true, name: true, template: true, language: true, schedule: true, nextAt: true, problem: true })
  .extend({
    recipients: z.number().int(),
    /** The one made last; it can be edited until it is `sent`. */
    last: z.object({ id: z.number().int(), madeAt: z.string(), title: z.string(), sent: z.boolean() }).nullable(),
  });
export type ReportListItem = z.infer<typeof reportListItemSchema>;
