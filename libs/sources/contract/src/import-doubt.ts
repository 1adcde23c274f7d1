import * as z from 'zod';
import { columnMappingSchema, DAY_ORDERS } from './import-mapping';

/**
 * What an import is not sure of. `text-column` and `time-column`: another column could be meant; `borrowed-time`: the only time is that
 * of the collecting; `day-order`: both orders are possible; `relative-times` count from the time of the file; `ids-repeat` and
 * `ids-rounded`: the ids do not tell comments apart and are not used; `part`: another sheet or list could be meant; `score-or-likes`;
 * `many-rejected`: a fifth of the rows or more cannot be read.
 */
const DOUBT_CODES = [
  'text-column',
  'time-column',
  'borrowed-time',
  'day-order',
  'relative-times',
  'ids-repeat',
  'ids-rounded',
  'part',
  'score-or-likes',
  'many-rejected',
] as const;

/**
 * Why a column was taken of several that could be meant: `differs-more` from row to row; `named` for what is looked for, which the others
 * are not; `usual-name`, the more usual one; `more-filled`, in more rows; `longer` texts; `answered`: the other one holds the answer
 * to it; `written-out`: times, and no numbers; `alike`: nothing tells them apart.
 */
export const CHOICE_REASONS = [
  'differs-more',
  'named',
  'usual-name',
  'more-filled',
  'longer',
  'answered',
  'written-out',
  'alike',
] as const;
export type ChoiceReason = (typeof CHOICE_REASONS)[number];

/** What to send with the import to read the file the other way. */
const importChoiceSchema = z.object({
  mapping: columnMappingSchema.optional(),
  dayOrder: z.enum(DAY_ORDERS).optional(),
  part: z.string().optional(),
  asOf: z.string().optional(),
});
export type ImportChoice = z.infer<typeof importChoiceSchema>;

/** `reason` is that of the column that was taken; null where the code says it. `label` is a column, a sheet, a list, or a word: an order of days, `file` and `now`, `stars` and `likes`, `use` and `leave`. */
export const importDoubtSchema = z.object({
  code: z.enum(DOUBT_CODES),
  columns: z.array(z.string()),
  count: z.number().int().nullable(),
  reason: z.enum(CHOICE_REASONS).nullable(),
  message: z.string(),
  choices: z.array(
    z.object({ label: z.string(), example: z.string().nullable(), chosen: z.boolean(), set: importChoiceSchema }),
  ),
});
export type ImportDoubt = z.infer<typeof importDoubtSchema>;

/** What else could be made of a column: comments of several sources (`source`), or a labelled set for measuring quality (`labels`). */
export const importOfferSchema = z.object({
  code: z.enum(['source', 'labels']),
  column: z.string(),
  examples: z.array(z.string()),
});
export type ImportOffer = z.infer<typeof importOfferSchema>;
