import * as z from 'zod';

/** `GET /api/data-range`: the days between which there are comments at all, in the workspace's zone; null when there are none. */
export const dataRangeSchema = z.object({
  first: z.string().nullable(),
  last: z.string().nullable(),
  comments: z.number().int(),
});
export type DataRange = z.infer<typeof dataRangeSchema>;
