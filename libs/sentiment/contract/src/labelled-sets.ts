import * as z from 'zod';

/** Rows that a labelled set may have, and the size of its file. */
export const SET_LIMITS = { rows: 20_000, bytes: 32 * 1024 * 1024, text: 10_000 } as const;

/** Why a row of a file was left out. `contradiction`: the same text stands above with another label. */
export const REJECTED_EXAMPLE_REASONS = [
  'no-text',
  'no-label',
  'unknown-label',
  'too-long',
  'contradiction',
  'unreadable',
] as const;

export const rejectedExampleSchema = z.object({
  line: z.number().int(),
  reason: z.enum(REJECTED_EXAMPLE_REASONS),
  value: z.string(),
});
export type RejectedExample = z.infer<typeof rejectedExampleSchema>;

/** Texts with the right label that people brought, to measure the machine by. */
export const labelledSetSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  fileName: z.string().nullable(),
  createdAt: z.string(),
  /** Texts in it, and how many carry each label. */
  rows: z.number().int(),
  labels: z.object({ positive: z.number().int(), neutral: z.number().int(), negative: z.number().int() }),
  languages: z.array(z.string()),
  /** Rows of the file that were left out, and the same text with the same label again. */
  rejected: z.number().int(),
  duplicates: z.number().int(),
  /** The first of the rows that were left out. */
  rejectedRows: z.array(rejectedExampleSchema),
});
export type LabelledSet = z.infer<typeof labelledSetSchema>;

/** `POST /api/labelled-sets`: the body is the file itself (application/octet-stream), CSV, TSV or JSON Lines. */
export const uploadSetQuerySchema = z.object({
  name: z.string().trim().min(1).max(80),
  file: z.string().trim().max(200).optional(),
});
export type UploadSetQuery = z.infer<typeof uploadSetQuerySchema>;
