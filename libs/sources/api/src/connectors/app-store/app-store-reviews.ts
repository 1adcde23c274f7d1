import * as z from 'zod';
import { looseText, listWithoutHoles } from '../loose-fields';
import type { WalkEntry } from '../walk-back';

const label = z.object({ label: z.string() });
/** A field that may hold nothing. */
const loose = z.object({ label: looseText }).nullish().catch(null);

const entrySchema = z.object({
  id: label,
  updated: loose,
  author: z.object({ name: loose, uri: loose }).nullish().catch(null),
  title: loose,
  content: loose,
  'im:rating': loose,
  'im:version': loose,
  'im:voteSum': loose,
});
const linkSchema = z.object({ attributes: z.object({ rel: z.string(), href: z.string() }) });

/** The parts of the feed that are read here. What could be a list is a single thing when there is one of it, and missing when there is none. */
export const reviewFeedSchema = z.object({
  feed: z.object({ entry: listOf(entrySchema), link: listOf(linkSchema).catch([]) }),
});
export type ReviewFeed = z.output<typeof reviewFeedSchema>;

/** Where a review is found: the store shows no single one. */
interface Place {
  readonly country: string;
  readonly appId: string;
}

/** The reviews of a page. Some feeds begin with the app itself, which has no rating. */
export function readReviews({ feed }: ReviewFeed, { country, appId }: Place): WalkEntry[] {
  return feed.entry
    .filter((entry) => entry['im:rating'])
    .map((entry) => {
      const { id, updated, author, title, content, 'im:voteSum': votes } = entry;
      const time = new Date(updated?.label ?? Number.NaN);
      return {
        time,
        comment: {
          externalId: id.label,
          text: reviewText(title?.label ?? '', content?.label ?? ''),
          publishedAt: time,
          author: author?.uri?.label || author?.name?.label || null,
          stars: Number(entry['im:rating']?.label) || null,
          version: entry['im:version']?.label ?? null,
          engagement: Math.max(0, Number.parseInt(votes?.label ?? '0', 10) || 0),
          permalink: `https://apps.apple.com/${country}/app/id${appId}?see-all=reviews`,
        },
      };
    });
}

/** Number of the last page, as the feed tells it; 1 when it does not. */
export function lastPage({ feed }: ReviewFeed): number {
  const last = feed.link.find(({ attributes }) => attributes.rel === 'last')?.attributes.href ?? '';
  return Number(/\/page=(\d{1,3})\//i.exec(last)?.[1] ?? 1);
}

function reviewText(title: string, content: string): string {
  const [head, body] = [title.trim(), content.trim()];
  return body.startsWith(head) ? body : [head, body].filter(Boolean).join('\n');
}

function listOf<T extends z.ZodType>(one: T): z.ZodType<z.output<T>[]> {
  return z
    .union([listWithoutHoles(one), one.transform((single) => [single])])
    .nullish()
    .transform((list) => (list ?? []) as z.output<T>[]) as unknown as z.ZodType<z.output<T>[]>;
}
