import { idSchema, pageQuerySchema } from '@moodline/shared/contract';
import * as z from 'zod';
import { reportEditionSchema } from './edition';
import { reportSnapshotSchema } from './snapshot';

/** What a report can be fetched as. */
export const REPORT_FORMATS = ['html', 'pdf', 'mail', 'md', 'docx', 'csv', 'xlsx', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
export const reportFormatSchema = z.enum(REPORT_FORMATS);

/** `GET /api/reports/:id/issues`: one that was made, newest first. It can be edited until it is sent or shared, then it stays as it is. */
export const reportIssueSchema = z.object({
  id: z.number().int(),
  title: z.string(),
  state: z.enum(['made', 'skipped']),
  /** Why there is nothing in it: `no-comments`, `unchanged`. */
  reason: z.string().nullable(),
  byHand: z.boolean(),
  period: z.object({ from: z.string(), to: z.string() }).nullable(),
  madeAt: z.string(),
  edited: z.boolean(),
  /** When it went out first, to recipients or by a link. */
  sentAt: z.string().nullable(),
  /** Deliveries of it, by how they stand. */
  deliveries: z.record(z.string(), z.number().int()),
});
export type ReportIssue = z.infer<typeof reportIssueSchema>;
export const reportIssuePageSchema = z.object({
  items: z.array(reportIssueSchema),
  nextCursor: z.string().nullable(),
});
export type ReportIssuePage = z.infer<typeof reportIssuePageSchema>;
export const reportIssueQuerySchema = pageQuerySchema;
export type ReportIssueQuery = z.infer<typeof reportIssueQuerySchema>;

/** `POST /api/reports/:id/issues`: makes one now; with `send`, it goes to the recipients, too. */
export const makeIssueSchema = z.object({ send: z.boolean().default(false) });
export type MakeIssue = z.infer<typeof makeIssueSchema>;

/** `GET /api/report-issues/:id`. `snapshot` is what is read, `found` the same before anybody edited it. */
export const reportIssueDetailSchema = reportIssueSchema.extend({
  report: z.object({ id: z.number().int(), name: z.string() }),
  snapshot: reportSnapshotSchema.nullable(),
  found: reportSnapshotSchema.nullable(),
  edition: reportEditionSchema.nullable(),
});
export type ReportIssueDetail = z.infer<typeof reportIssueDetailSchema>;

/** `POST /api/reports/preview`: the page as it would be made now. `n` counts the comments of its period. */
export const reportPreviewSchema = z.object({ html: z.string(), n: z.number().int(), title: z.string() });
export type ReportPreview = z.infer<typeof reportPreviewSchema>;

/** `POST /api/reports/:id/test`: makes one and sends it to one channel only; for a mail server, to one address. */
export const testReportSchema = z.object({ channel: idSchema, address: z.email().max(254).optional() });
export type TestReport = z.infer<typeof testReportSchema>;

/** `GET /api/report-issues/:id/shares`: a link that needs no account. */
export const reportShareSchema = z.object({ id: z.number().int(), createdAt: z.string(), expiresAt: z.string() });
export type ReportShare = z.infer<typeof reportShareSchema>;

/** `POST /api/report-issues/:id/shares`. */
export const makeShareSchema = z.object({ days: z.number().int().min(1).max(365).default(30) });
export type MakeShare = z.infer<typeof makeShareSchema>;

/** The address of a new link, shown this once. */
export const madeShareSchema = z.object({ url: z.string() });
export type MadeShare = z.infer<typeof madeShareSchema>;

/** `GET /api/reports/channels`: what a report can be sent by; `to` are the addresses of a mail server, null for other kinds. */
export const reportChannelSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  kind: z.string(),
  to: z.array(z.string()).nullable(),
});
export type ReportChannel = z.infer<typeof reportChannelSchema>;

/** `GET /api/reports/first`: what a first report could be sent by; null where there are reports already. */
export const firstReportSchema = z.object({ channels: z.array(reportChannelSchema).nullable() });
export type FirstReport = z.infer<typeof firstReportSchema>;

/** What was made or sent: `queued` deliveries. */
export const madeIssueSchema = z.object({ id: z.number().int(), queued: z.number().int() });
export type MadeIssue = z.infer<typeof madeIssueSchema>;
