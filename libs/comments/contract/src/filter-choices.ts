import * as z from 'zod';
import { TAG_COLORS } from './tags';

/**
 * `GET /api/filter-choices`: what the filter bar of every page offers. Names only, so that it costs the same at ten comments
 * and at ten million. Sources by name; monitors as on their page, without removed ones.
 */
export const filterChoicesSchema = z.object({
  sources: z.array(z.object({ id: z.number().int(), name: z.string() })),
  monitors: z.array(z.object({ id: z.number().int(), name: z.string(), competitor: z.boolean() })),
  tags: z.array(z.object({ id: z.number().int(), name: z.string(), color: z.enum(TAG_COLORS) })),
  /** Whether any comment has stars. */
  stars: z.boolean(),
  /** Versions of apps that comments name, the highest first; 500 at most, where there are more those that are last in the order of letters. */
  versions: z.array(z.string()),
  /** First and last day that have comments, as `YYYY-MM-DD` in the workspace's zone; null when there are none. */
  first: z.string().nullable(),
  last: z.string().nullable(),
  /** Comments whose source names no date that can be read; beyond 10,000 nobody counts, and 10,001 stands for more. */
  undated: z.number().int(),
  /**
   * Days of the comments that were added last, of the last week: an import of old data may lie where nobody looks. `source…` are the
   * first and last day of the sources that they came to. Null where nothing was added.
   */
  added: z.object({ first: z.string(), last: z.string(), sourceFirst: z.string(), sourceLast: z.string() }).nullable(),
});
export type FilterChoices = z.infer<typeof filterChoicesSchema>;
