import * as z from 'zod';
import { looseCount, looseNumber, looseText, listWithoutHoles, seconds } from '../loose-fields';
import type { WalkEntry } from '../walk-back';

/** The parts of a listing that are read here. `raw_json=1` has to be asked for: otherwise the texts come with entities. */
export const listingSchema = z.object({
  data: z.object({
    after: looseText,
    children: listWithoutHoles(
      z.object({
        data: z.object({
          name: z.string().min(1),
          created_utc: seconds.nullish().catch(null),
          author: looseText,
          body: looseText,
          title: looseText,
          selftext: looseText,
          permalink: looseText,
          parent_id: looseText,
          score: looseNumber,
          num_comments: looseCount,
        }),
      }),
    ),
  }),
});
type Thing = z.output<typeof listingSchema>['data']['children'][number]['data'];

/** What stands in place of a text that its author or a moderator took away. */
const GONE = /^\[(?:deleted|removed)[^\]]*\]$/;

/** A comment or a post. What was deleted on Reddit is deleted here too, as its terms want it. */
export function readThing(thing: Thing): WalkEntry {
  const time = new Date((thing.created_utc ?? Number.NaN) * 1000);
  const words = [thing.title, thing.body, thing.selftext].filter((part): part is string => Boolean(part?.trim()));
  if (words.some((part) => GONE.test(part.trim()))) return { time, comment: null, deletedId: thing.name };
  return {
    time,
    comment: {
      externalId: thing.name,
      text: words.join('\n'),
      publishedAt: time,
      author: thing.author ?? null,
      // A score goes below zero where a comment is voted down; it is heard all the same.
      engagement: Math.max(0, thing.score ?? 0) + (thing.num_comments ?? 0),
      permalink: thing.permalink ? `https://www.reddit.com${thing.permalink}` : null,
      parentId: thing.parent_id ?? null,
    },
  };
}
