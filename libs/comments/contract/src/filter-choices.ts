import { z } from 'zod';

/**
 * `GET /api/filter-choices`: what the filter bar of every page offers. Names only, so that it costs the same at ten comments
 * and at ten million. Sources by name; monitors as on their page, without removed ones.
 */
export const filterChoicesSchema = z.object({
  sources: z.array(z.object({ id: z.number().int(), name: z.string() })),
  monitors: z.array(z.object({ id: z.number().int(), name: z.string(), competitor: z.boolean() })),
  /** Whether any comment has stars. */
  stars: z.boolean(),
  /** First and last day that have comments, as `YYYY-MM-DD` in the workspace's zone; null when there are none. */
  first: z.string().nullable(),
  last: z.string().nullable(),
});
export type FilterChoices = z.infer<typeof filterChoicesSchema>;
