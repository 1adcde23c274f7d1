import * as z from 'zod';

/** Keyset paging: pass `nextCursor` of one page as `cursor` of the next; null means the end. */
export const pageQuerySchema = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type PageQuery = z.infer<typeof pageQuerySchema>;
