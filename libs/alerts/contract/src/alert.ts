import { pageQuerySchema } from '@moodline/shared/contract';
import * as z from 'zod';
import { alertMeasureSchema, readingSchema } from './measure';

const person = z.object({ id: z.number().int(), name: z.string() }).nullable();

/** A comment that weighs most in an alert. */
export const alertCommentSchema = z.object({
  id: z.number(),
  text: z.string(),
  source: z.string(),
  engagement: z.number().int(),
  permalink: z.string().nullable(),
});
export type AlertComment = z.infer<typeof alertCommentSchema>;

/** `GET /api/alerts`: a rule fired. `since` is when it began to be unusual; `overAt` is null while it goes on. */
export const alertSchema = z.object({
  id: z.number().int(),
  rule: z.object({ id: z.number().int(), name: z.string() }),
  measure: alertMeasureSchema,
  monitor: z.number().int().nullable(),
  tag: z.number().int().nullable(),
  sources: z.array(z.number().int()),
  languages: z.array(z.string()),
  since: z.string(),
  firedAt: z.string(),
  overAt: z.string().nullable(),
  /** The reading with which it fired, and the most unusual one. */
  first: readingSchema,
  peak: readingSchema,
  /** What it is about most: a theme, or the keys and quotas that are about to end. */
  theme: z.string().nullable(),
  /** The theme that a rule for themes found. */
  themeId: z.number().int().nullable(),
  comments: z.array(alertCommentSchema),
  acknowledgedBy: person,
  acknowledgedAt: z.string().nullable(),
  assignee: person,
  /** Channels to which it was told. */
  channels: z.number().int(),
  notes: z.number().int(),
});
export type Alert = z.infer<typeof alertSchema>;

export const alertPageSchema = z.object({ items: z.array(alertSchema), nextCursor: z.string().nullable() });
export type AlertPage = z.infer<typeof alertPageSchema>;

export const alertQuerySchema = pageQuerySchema.extend({
  state: z.enum(['open', 'over', 'unacknowledged']).optional(),
  /** Alerts that were going on at some moment between two instants. */
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
});
export type AlertQuery = z.infer<typeof alertQuerySchema>;

/** `PATCH /api/alerts/:id`: who sees to it. */
export const updateAlertSchema = z.object({
  acknowledged: z.boolean().optional(),
  assignee: z.number().int().positive().nullable().optional(),
});
export type UpdateAlert = z.infer<typeof updateAlertSchema>;

/** `GET /api/alerts/:id/notes`. */
export const alertNoteSchema = z.object({
  id: z.number().int(),
  by: z.string(),
  text: z.string(),
  createdAt: z.string(),
});
export type AlertNote = z.infer<typeof alertNoteSchema>;
export const addAlertNoteSchema = z.object({ text: z.string().trim().min(1).max(2000) });
export type AddAlertNote = z.infer<typeof addAlertNoteSchema>;

/** `GET /api/alerts/people`: to whom an alert can be assigned. */
export const alertPersonSchema = z.object({ id: z.number().int(), name: z.string() });
export type AlertPerson = z.infer<typeof alertPersonSchema>;
