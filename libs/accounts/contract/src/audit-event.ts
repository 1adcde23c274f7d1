import * as z from 'zod';

/** What can have happened. */
export const AUDIT_ACTIONS = [
  'sign-in',
  'sign-in-failed',
  'sign-out',
  'add',
  'change',
  'remove',
  'export',
  'refused',
] as const;

/** Something that somebody did. */
export const auditEventSchema = z.object({
  id: z.number().int(),
  at: z.iso.datetime(),
  action: z.enum(AUDIT_ACTIONS),
  /** Path of what was acted on, such as `sources/7`. */
  object: z.string(),
  /** Name or e-mail address; of a key its name. */
  who: z.string(),
  by: z.enum(['session', 'token', 'key', 'nobody']),
  address: z.string(),
  /** Names of the fields that were sent, and the values of some that hold neither text nor secrets. */
  details: z.record(z.string(), z.json()),
});
export type AuditEvent = z.infer<typeof auditEventSchema>;

/** `GET /api/audit`: newest first; `before` is the id of the last one seen. */
export const auditQuerySchema = z.object({
  q: z.string().trim().max(200).optional(),
  action: z.enum(AUDIT_ACTIONS).optional(),
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AuditQuery = z.infer<typeof auditQuerySchema>;

export const AUDIT_FORMATS = ['csv', 'jsonl'] as const;

/** `GET /api/audit/export`: all that matches, newest first, as a file. */
export const auditExportQuerySchema = auditQuerySchema
  .pick({ q: true, action: true })
  .extend({ format: z.enum(AUDIT_FORMATS).default('csv') });
export type AuditExportQuery = z.infer<typeof auditExportQuerySchema>;

export const auditPageSchema = z.object({ items: z.array(auditEventSchema), more: z.boolean() });
export type AuditPage = z.infer<typeof auditPageSchema>;
