import * as z from 'zod';

/**
 * Fields a column of a file can be read as. `text` and `publishedAt` are needed; the others are used where present. `title` is
 * joined to the text, `timeOfDay` is a clock beside a column of days.
 */
export const IMPORT_FIELDS = [
  'text',
  'publishedAt',
  'title',
  'timeOfDay',
  'externalId',
  'author',
  'engagement',
  'stars',
  'recommended',
  'version',
  'permalink',
  'language',
  'parentId',
  'source',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Which number comes first in `3/5/2026`. */
export const DAY_ORDERS = ['day-first', 'month-first', 'year-first'] as const;
export type DayOrderName = (typeof DAY_ORDERS)[number];

/** Column name of the file for each field. */
export const columnMappingSchema = z.partialRecord(z.enum(IMPORT_FIELDS), z.string());
export type ColumnMapping = z.infer<typeof columnMappingSchema>;

/** Exports of other tools that are known by their header. The first one is Moodline's own; the next seven are comment tables as MediaCrawler writes them. */
export const EXPORT_TEMPLATES = [
  'moodline',
  'xiaohongshu',
  'douyin',
  'kuaishou',
  'weibo',
  'bilibili',
  'tieba',
  'zhihu',
  'youtube-takeout',
  'youtube-comments',
  'app-store-connect',
  'google-play-console',
] as const;
export type ExportTemplateName = (typeof EXPORT_TEMPLATES)[number];

/** What stands for the columns of a file in an address. */
export const mappingSignatureSchema = z.string().min(1).max(200);

/**
 * `PUT /api/imports/mappings`: from now on, a file with exactly these columns is read this way unless an import says otherwise.
 * '' leaves a field out; fields that are not named are recognised.
 */
export const saveMappingSchema = z.object({
  columns: z.array(z.string().max(500)).min(1).max(500),
  mapping: columnMappingSchema,
});
export type SaveMapping = z.infer<typeof saveMappingSchema>;

/** An item of `GET /api/imports/mappings`. `signature` stands for the columns; `DELETE /api/imports/mappings/:signature` forgets it. */
export const savedMappingSchema = saveMappingSchema.extend({ signature: z.string(), savedAt: z.string() });
export type SavedMapping = z.infer<typeof savedMappingSchema>;
