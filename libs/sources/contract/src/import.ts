import * as z from 'zod';
import { importDoubtSchema, importOfferSchema } from './import-doubt';
import { columnMappingSchema, DAY_ORDERS, EXPORT_TEMPLATES, IMPORT_FIELDS } from './import-mapping';

/**
 * Query of `POST /api/imports`; the body is the file itself (application/octet-stream), streamed.
 * `name` is the file's name; `source` the source the comments go to (made when missing; by default the file's name without ending).
 * `mapping` is JSON of {@link columnMappingSchema}. `timeZone` is used for times without zone (default: the workspace's).
 * `dayOrder` says whether `3/5/2026` is in March or in May, or that `26-03-05` begins with its year, `part` which sheet of a workbook or list of a JSON file is read.
 * `fileTime` is when the file was last changed: times like "3 hours ago" count from there, or from `asOf` where a person says so.
 * With `onDoubt=stop` nothing is stored while something is doubtful: the answer is the error `import-doubts` with the doubts.
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
  dayOrder: z.enum(DAY_ORDERS).optional(),
  part: z.string().max(500).optional(),
  fileTime: z.iso.datetime().optional(),
  asOf: z.iso.datetime().optional(),
  onDoubt: z.enum(['go', 'stop']).default('go'),
});
export type ImportQuery = z.infer<typeof importQuerySchema>;

/** Why a row was rejected. The interface translates the code; `reason` is the English sentence with the value in question. */
const REJECT_CODES = [
  'empty-text',
  'text-too-long',
  'broken-text',
  'no-time',
  'unreadable-time',
  'relative-time',
  'placeholder',
  'future-time',
  'column-count',
  'other-table',
  'unclosed-quote',
  'not-json',
  'row-too-long',
] as const;
export type RejectCode = (typeof REJECT_CODES)[number];

const rejectedRowSchema = z.object({
  /** Counts from 1: the line a row begins on; in JSON and on pages the number of the entry. */
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
const previewRowSchema = z.object({
  line: z.number().int(),
  text: z.string(),
  publishedAt: z.string().nullable(),
  engagement: z.number().int(),
  stars: z.number().nullable(),
  recommended: z.boolean().nullable(),
  version: z.string().nullable(),
  externalId: z.string().nullable(),
  language: z.string(),
});

/**
 * Answer of `POST /api/imports`. At most 10,000 rejected rows are listed; `rejectedCount` counts all. `runIds` are those of an import,
 * one for each source it brought comments to, none for a dry run; `runId` and `sourceId` are the first of them.
 */
export const importResultSchema = z.object({
  rows: z.number().int(),
  imported: z.number().int(),
  duplicates: z.number().int(),
  rejectedCount: z.number().int(),
  rejected: z.array(rejectedRowSchema),
  runId: z.number().int().nullable(),
  runIds: z.array(z.number().int()),
  sourceId: z.number().int().nullable(),
  dryRun: z.boolean(),
  encoding: z.string(),
  format: z.enum(['csv', 'json', 'jsonl', 'xlsx', 'xml', 'html', 'chat']),
  delimiter: z.string().nullable(),
  columns: z.array(z.string()),
  /** Stands for the columns, see `SavedMapping`; `saved` tells whether a saved mapping was used. */
  signature: z.string(),
  saved: z.boolean(),
  /** The export the header belongs to, where it is a known one. */
  template: z.enum(EXPORT_TEMPLATES).nullable(),
  recognised: z.array(recognisedColumnSchema),
  preview: z.array(previewRowSchema),
  /** Of the rejected rows those whose text only stands in the place of a comment that is gone. */
  placeholders: z.number().int(),
  /** Of the comments those that are stars and no words. */
  starsOnly: z.number().int(),
  /** Of the comments those by staff and bots, which are kept and left out of the mood. */
  notCustomers: z.number().int(),
  /** The earliest and the latest of the comments; null without any. */
  firstAt: z.string().nullable(),
  lastAt: z.string().nullable(),
  doubts: z.array(importDoubtSchema),
  offers: z.array(importOfferSchema),
  /** Sheets or lists of the file that could be read, the one that is read first; empty where there is one. */
  parts: z.array(z.string()),
  timeZone: z.string(),
});
export type ImportResult = z.infer<typeof importResultSchema>;
