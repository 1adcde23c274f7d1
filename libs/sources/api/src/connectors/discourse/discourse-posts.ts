import * as z from 'zod';
import { looseCount, looseFlag, looseText, listWithoutHoles } from '../loose-fields';
import { htmlToText } from '../../incoming/html-text';
import type { WalkEntry } from '../walk-back';

const flag = looseFlag;
const count = looseCount;

/** The parts of a post that are read here. */
const postSchema = z.object({
  id: z.number().int(),
  created_at: z.string(),
  cooked: looseText,
  username: looseText,
  post_number: z.number().int(),
  post_type: count,
  reply_to_post_number: count,
  topic_id: z.number().int(),
  topic_slug: z.string().nullish(),
  topic_title: z.string().nullish(),
  reply_count: count,
  actions_summary: z
    .array(z.object({ id: count, count }))
    .nullish()
    .catch(null),
  hidden: flag,
  user_deleted: flag,
  deleted_at: z.string().nullish(),
});
export type DiscoursePost = z.output<typeof postSchema>;

/** Answer of `/posts.json`. */
export const latestSchema = z.object({ latest_posts: listWithoutHoles(postSchema) });

/** Answer of `/t/<id>.json` and `/t/<id>/posts.json`. `stream` holds the ids of all posts. */
export const topicSchema = z.object({
  title: z.string().nullish(),
  posts_count: count,
  post_stream: z.object({ posts: listWithoutHoles(postSchema), stream: z.array(z.number().int()).optional() }),
});

/** Answer of the list of topics with a tag. */
export const topicListSchema = z.object({
  topic_list: z.object({
    topics: z.array(
      z.object({
        id: z.number().int(),
        title: z.string().nullish(),
        created_at: z.string(),
        bumped_at: z.string().nullish(),
        last_posted_at: z.string().nullish(),
        pinned: flag,
        pinned_globally: flag,
      }),
    ),
    more_topics_url: z.string().nullish(),
  }),
});

const LIKE = 2;
/** Notes of moderators and of the forum itself ("closed this topic") are of other types. */
const ORDINARY = 1;

/** A post as a comment; the first one of a topic with the topic's title. */
export function readPost(post: DiscoursePost, origin: string): WalkEntry {
  const time = new Date(post.created_at);
  // By number within the topic, for so a reply names what it replies to.
  const externalId = `${post.topic_id}/${post.post_number}`;
  if (post.user_deleted || post.deleted_at) return { time, comment: null, deletedId: externalId };
  const text = wordsOf(post);
  if (post.hidden || (post.post_type ?? ORDINARY) !== ORDINARY || !text) return { time, comment: null };
  const likes = post.actions_summary?.find(({ id }) => id === LIKE)?.count ?? 0;
  const topic = `${origin}/t/${encodeURIComponent(post.topic_slug || '-')}/${post.topic_id}`;
  return {
    time,
    comment: {
      externalId,
      text,
      publishedAt: time,
      author: post.username ?? null,
      engagement: likes + (post.reply_count ?? 0),
      permalink: `${topic}/${post.post_number}`,
      parentId: post.post_number === 1 ? null : `${post.topic_id}/${post.reply_to_post_number ?? 1}`,
    },
  };
}

function wordsOf({ cooked, post_number: number, topic_title: title }: DiscoursePost): string {
  const text = htmlToText(withoutAsides(cooked ?? ''));
  return number === 1 && title && text ? `${title}\n${text}` : text;
}

/** Quotes of what others wrote and previews of linked pages stand in `aside` elements; they are not the author's words. */
export function withoutAsides(html: string): string {
  let text = '';
  let depth = 0;
  let kept = 0;
  for (const { index, 1: closing } of html.matchAll(/<(\/?)aside\b/gi)) {
    if (!closing && depth++ === 0) text += html.slice(kept, (kept = index));
    else if (closing && depth > 0 && --depth === 0) {
      const end = html.indexOf('>', index);
      kept = end < 0 ? html.length : end + 1;
    }
  }
  // What is never closed is no element.
  return text + html.slice(kept);
}
