import * as z from 'zod';
import { looseCount, looseFlag, looseText, listWithoutHoles } from '../loose-fields';
import type { WalkEntry } from '../walk-back';

/** The parts of a search answer that are read here. */
export const searchSchema = z.object({
  cursor: z.string().nullish(),
  hitsTotal: looseCount,
  posts: listWithoutHoles(
    z.object({
      uri: z.string().min(1),
      author: z.object({
        did: z.string().min(1),
        labels: z.array(z.object({ val: z.string(), neg: looseFlag })).nullish(),
      }),
      record: z
        .object({
          // Written by any app: what has another form than it should have is taken for missing.
          text: z.string().nullish().catch(null),
          createdAt: z.string().nullish().catch(null),
          reply: z
            .object({ parent: z.object({ uri: z.string() }) })
            .nullish()
            .catch(null),
        })
        .nullish(),
      indexedAt: looseText,
      likeCount: looseCount,
      repostCount: looseCount,
      replyCount: looseCount,
      quoteCount: looseCount,
    }),
  ),
});
export type BlueskyPost = z.output<typeof searchSchema>['posts'][number];

/** People put this label on their account when they do not want to be shown to programs and to readers who are not signed in. */
const SIGNED_IN_READERS_ONLY = '!no-unauthenticated';

/**
 * A post as a comment. Left out are pictures without a word and people who do not want to be shown outside. The author is taken by
 * the lasting id, not by the name, which may change; so is the address.
 */
export function readPost(post: BlueskyPost): WalkEntry {
  const time = sortTime(post);
  const text = post.record?.text?.trim() ?? '';
  const shy = post.author.labels?.some(({ val, neg }) => val === SIGNED_IN_READERS_ONLY && !neg);
  if (!text || shy) return { time, comment: null };
  return {
    time,
    comment: {
      externalId: post.uri,
      text,
      publishedAt: time,
      author: post.author.did,
      engagement: (post.likeCount ?? 0) + (post.repostCount ?? 0) + (post.replyCount ?? 0) + (post.quoteCount ?? 0),
      permalink: webAddress(post.uri),
      parentId: post.record?.reply?.parent.uri ?? null,
    },
  };
}

/** By this time the search sorts: what an app says, which may be anything, but never after the post was first seen. */
function sortTime({ record, indexedAt }: BlueskyPost): Date {
  const said = new Date(record?.createdAt ?? Number.NaN);
  const seen = new Date(indexedAt ?? Number.NaN);
  return said < seen || Number.isNaN(seen.getTime()) ? said : seen;
}

function webAddress(uri: string): string | null {
  const [, did, key] = /^at:\/\/(did:[^/]+)\/app\.bsky\.feed\.post\/([^/]+)$/.exec(uri) ?? [];
  return did && key ? `https://bsky.app/profile/${did}/post/${key}` : null;
}
