import { z } from 'zod';
import { backfillSchema } from './backfill';
import { columnMappingSchema, EXPORT_TEMPLATES, IMPORT_FIELDS } from './import-mapping';
import { scheduleSchema } from './schedule';

export * from './backfill';
export * from './hook';
export * from './import-mapping';
export * from './schedule';
export * from './source-kind';
export * from './source-state';

/**
 * Query of `POST /api/imports`; the body is the file itself (application/octet-stream), streamed.
 * `name` is the file's name; `source` the source the comments go to (made when missing; by default the file's name without ending).
 * `mapping` is JSON of {@link columnMappingSchema}. `timeZone` is used for times without zone (default: the workspace's).
 */
export const importQuerySchema = z.object({
  name: z.string().trim().min(1).max(200),
  source: z.string().trim().min(1).max(80).optional(),
  dryRun: z.stringbool().default(false),
  mapping: z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'mapping must be JSON, for example {"text":"content"}' });
        return z.NEVER;
      }
    })
    .pipe(columnMappingSchema)
    .optional(),
  timeZone: z.string().max(60).optional(),
});
export type ImportQuery = z.infer<typeof importQuerySchema>;

/** Why a row was rejected. The interface translates the code; `reason` is the English sentence with the value in question. */
export const REJECT_CODES = [
  'empty-text',
  'text-too-long',
  'broken-text',
  'no-time',
  'unreadable-time',
  'future-time',
  'column-count',
  'unclosed-quote',
  'not-json',
  'row-too-long',
] as const;
export type RejectCode = (typeof REJECT_CODES)[number];

export const rejectedRowSchema = z.object({
  line: z.number().int(),
  reason: z.string(),
  code: z.enum(REJECT_CODES).optional(),
});
export type RejectedRow = z.infer<typeof rejectedRowSchema>;

/** How a column was understood: by its name, by what is in it, chosen for this import, as saved for this header, or as the template has it. */
export const recognisedColumnSchema = z.object({
  column: z.string(),
  field: z.enum(IMPORT_FIELDS),
  why: z.enum(['header', 'content', 'chosen', 'saved', 'template']),
});

/** A row as understood, shown before anything is stored. */
export const previewRowSchema = z.object({
  line: z.number().int(),
  text: z.string(),
  publishedAt: z.string().nullable(),
  engagement: z.number().int(),
  externalId: z.string().nullable(),
  language: z.string(),
});

/** Answer of `POST /api/imports`. At most 10,000 rejected rows are listed; `rejectedCount` counts all. `runId` is null for a dry run. */
export const importResultSchema = z.object({
  rows: z.number().int(),
  imported: z.number().int(),
  duplicates: z.number().int(),
  rejectedCount: z.number().int(),
  rejected: z.array(rejectedRowSchema),
  runId: z.number().int().nullable(),
  sourceId: z.number().int().nullable(),
  dryRun: z.boolean(),
  encoding: z.string(),
  format: z.enum(['csv', 'json', 'jsonl']),
  delimiter: z.string().nullable(),
  columns: z.array(z.string()),
  /** Stands for the columns, see `SavedMapping`; `saved` tells whether a saved mapping was used. */
  signature: z.string(),
  saved: z.boolean(),
  /** The export the header belongs to, where it is a known one. */
  template: z.enum(EXPORT_TEMPLATES).nullable(),
  recognised: z.array(recognisedColumnSchema),
  preview: z.array(previewRowSchema),
});
export type ImportResult = z.infer<typeof importResultSchema>;

export const runSchema = z.object({
  id: z.number().int(),
  sourceId: z.number().int(),
  trigger: z.enum(['schedule', 'manual', 'backfill', 'import', 'hook', 'demo']),
  status: z.enum(['running', 'done', 'failed', 'undone']),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  rows: z.number().int(),
  imported: z.number().int(),
  duplicates: z.number().int(),
  /** Comments that were changed at the source since they were read, and those that were deleted there. */
  updated: z.number().int(),
  removed: z.number().int(),
  /** Comments that were left out on purpose. */
  filtered: z.number().int(),
  rejected: z.number().int(),
  /** What the run cost the sites it read. */
  requests: z.number().int(),
  bytes: z.number().int(),
  /** Answer 304: nothing changed at the source. */
  notModified: z.boolean(),
  errorCode: z.string().nullable(),
  errorMessage: z.string().nullable(),
  fileName: z.string().nullable(),
});
export type Run = z.infer<typeof runSchema>;

/** Answer of `GET /api/sources/:id/runs?cursor=&limit=`, newest first (see `pageQuerySchema`). */
export const runPageSchema = z.object({ items: z.array(runSchema), nextCursor: z.string().nullable() });
export type RunPage = z.infer<typeof runPageSchema>;

/**
 * Answer of `DELETE /api/runs/:id`, which takes back exactly the comments that run was the first to bring. What it changed in
 * comments of earlier runs stays. `mayComeAgain`: the source is still read, so what it hands over again is stored again.
 */
export const undoneRunSchema = runSchema.extend({ mayComeAgain: z.boolean() });
export type UndoneRun = z.infer<typeof undoneRunSchema>;

export const sourceSchema = z.object({
  id: z.number().int(),
  /** A kind of `GET /api/sources/kinds`, or `file` or `demo`. */
  kind: z.string(),
  name: z.string(),
  /** The address in its settings, where it has one. */
  url: z.string().nullable(),
  config: z.record(z.string(), z.json()),
  /** Names of the secrets that are set; what they are is never told. */
  secrets: z.array(z.string()),
  schedule: scheduleSchema.nullable(),
  paused: z.boolean(),
  /** Why it was paused by itself, as an error code and as a sentence; null when a person paused it or it runs. */
  pausedCode: z.string().nullable(),
  pausedReason: z.string().nullable(),
  /** Failures in a row; from the first one on it waits longer and longer. */
  failures: z.number().int(),
  nextRunAt: z.string().nullable(),
  /** The next three runs, `nextRunAt` first; none while it is paused. */
  nextRuns: z.array(z.string()),
  /** The latest backfill, if there was one. */
  backfill: backfillSchema.nullable(),
  comments: z.number().int(),
  lastRun: runSchema.nullable(),
});
export type Source = z.infer<typeof sourceSchema>;
