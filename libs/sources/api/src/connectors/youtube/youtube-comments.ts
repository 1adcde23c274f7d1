import * as z from 'zod';
import { htmlToText } from '../../incoming/html-text';
import { looseCount, looseText, listWithoutHoles } from '../loose-fields';
import type { WalkEntry } from '../walk-back';

const text = looseText;

const commentSchema = z.object({
  id: z.string().min(1),
  snippet: z.object({
    publishedAt: z.string(),
    textOriginal: text,
    textDisplay: text,
    videoId: text,
    parentId: text,
    likeCount: looseCount,
    authorDisplayName: text,
    authorChannelId: z
      .union([z.object({ value: text }), z.string().transform((value) => ({ value }))])
      .nullish()
      .catch(null),
  }),
});
export type YouTubeComment = z.output<typeof commentSchema>;

/** Answer of `commentThreads`. */
export const threadsSchema = z.object({
  nextPageToken: text,
  items: listWithoutHoles(
    z.object({
      id: z.string().min(1),
      snippet: z.object({ videoId: text, totalReplyCount: looseCount, topLevelComment: commentSchema }),
      replies: z.object({ comments: listWithoutHoles(commentSchema) }).nullish(),
    }),
  ),
});
export type YouTubeThread = z.output<typeof threadsSchema>['items'][number];

/** Answer of `comments`. */
export const repliesSchema = z.object({ nextPageToken: text, items: listWithoutHoles(commentSchema) });

/** Answer of `videos` and `channels`, of which only the name and the number of comments are read. */
export const titledSchema = z.object({
  items: z
    .array(
      z.object({
        id: z.string().min(1),
        snippet: z.object({ title: text }).nullish(),
        statistics: z.object({ commentCount: text }).nullish(),
      }),
    )
    .optional(),
  pageInfo: z.object({ totalResults: z.number() }),
});

/** The first comment of a thread, with the replies that came along. */
export function readThread(thread: YouTubeThread, replies: readonly YouTubeComment[]): WalkEntry[] {
  const { topLevelComment, totalReplyCount } = thread.snippet;
  return [
    readComment(topLevelComment, thread, totalReplyCount ?? 0),
    ...replies.map((reply) => readComment(reply, thread, 0)),
  ];
}

function readComment({ id, snippet }: YouTubeComment, thread: YouTubeThread, replies: number): WalkEntry {
  const time = new Date(snippet.publishedAt);
  const videoId = snippet.videoId ?? thread.snippet.videoId;
  return {
    time,
    comment: {
      externalId: id,
      // What is meant for pages has their tags.
      text: snippet.textOriginal ?? htmlToText(snippet.textDisplay ?? ''),
      publishedAt: time,
      author: snippet.authorChannelId?.value ?? snippet.authorDisplayName ?? null,
      engagement: (snippet.likeCount ?? 0) + replies,
      permalink: videoId
        ? `https://www.youtube.com/watch?v=${encodeURIComponent(videoId)}&lc=${encodeURIComponent(id)}`
        : null,
      parentId: id === thread.snippet.topLevelComment.id ? null : (snippet.parentId ?? thread.id),
    },
  };
}
