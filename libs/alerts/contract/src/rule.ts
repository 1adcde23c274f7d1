import { idSchema, LANGUAGES } from '@moodline/shared/contract';
import * as z from 'zod';
import { alertMeasureSchema, detectionSchema, readingSchema } from './measure';

/** Languages in which alerts are told. */
export const ALERT_LANGUAGES = ['zh', 'en', 'ja'] as const;
export type AlertLanguage = (typeof ALERT_LANGUAGES)[number];

/** Which comments a rule watches. Empty lists and null narrow nothing. */
export const alertScopeSchema = z.object({
  monitor: idSchema.nullable().default(null),
  /** Comments with this tag. They are counted one by one and not off the buckets. */
  tag: idSchema.nullable().default(null),
  sources: z.array(idSchema).max(100).default([]),
  languages: z.array(z.enum(LANGUAGES)).default([]),
});
export type AlertScope = z.infer<typeof alertScopeSchema>;

/** What a preview needs of a rule. */
export const alertWatchSchema = z
  .object({
    measure: alertMeasureSchema,
    scope: alertScopeSchema,
    detection: detectionSchema,
  })
  .refine(({ measure, scope }) => measure !== 'silence' || scope.sources.length === 1, {
    path: ['scope', 'sources'],
    message: 'Choose the one source that must not fall silent',
  });
export type AlertWatch = z.infer<typeof alertWatchSchema>;

/** `POST /api/alert-rules`, `PUT /api/alert-rules/:id`. */
export const saveAlertRuleSchema = alertWatchSchema.safeExtend({
  name: z.string().trim().min(1).max(80),
  channels: z.array(idSchema).max(20).default([]),
  language: z.enum(ALERT_LANGUAGES).default('en'),
  enabled: z.boolean().default(true),
});
export type SaveAlertRule = z.infer<typeof saveAlertRuleSchema>;

/** `GET /api/alert-rules`. `last` is the newest reading; null while it is not known yet what is usual. */
export const alertRuleSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  measure: alertMeasureSchema,
  scope: alertScopeSchema,
  detection: detectionSchema,
  channels: z.array(z.number().int()),
  language: z.enum(ALERT_LANGUAGES),
  enabled: z.boolean(),
  mutedUntil: z.string().nullable(),
  checkedAt: z.string().nullable(),
  last: readingSchema.nullable(),
  /** Why the last check failed; null: it did not. */
  problem: z.string().nullable(),
  /** The alert that is open now. */
  openAlert: z.number().int().nullable(),
});
export type AlertRule = z.infer<typeof alertRuleSchema>;

/** `POST /api/alert-rules/:id/mute`: nobody is told until then; null ends it. */
export const muteAlertRuleSchema = z.object({ hours: z.number().int().min(1).max(720).nullable() });
export type MuteAlertRule = z.infer<typeof muteAlertRuleSchema>;
