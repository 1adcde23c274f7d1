import { latestSchema, readPost as discoursePost } from './discourse/discourse-posts';
import { readStatus, statusSchema } from './mastodon/mastodon-status';
import { readPost as bskyPost, searchSchema } from './bluesky/bluesky-posts';
import { listingSchema, readThing } from './reddit/reddit-listing';
import { readThread, threadsSchema } from './youtube/youtube-comments';
import { readReview, reviewsAnswerSchema } from './steam/steam-reviews';
import { readReviews, reviewFeedSchema } from './app-store/app-store-reviews';
import { readHit, searchAnswerSchema } from './hacker-news/hacker-news-hits';
import { commentsAnswerSchema, readComment as weiboComment } from './weibo/weibo-comments';
import type { IncomingComment } from '@moodline/comments/api';
import { listWithoutHoles } from './loose-fields';
import type { WalkEntry } from './walk-back';

/** Of each entry: id, text, engagement, author, time; null for one that is left out. */
const brief = (entries: readonly (WalkEntry | IncomingComment)[]) =>
  entries.map((entry) => {
    const comment = 'comment' in entry ? entry.comment : entry;
    if (!comment) return null;
    const { externalId, text, engagement = null, author = null, publishedAt } = comment;
    return [
      externalId,
      text,
      engagement,
      author,
      Number.isNaN(publishedAt.getTime()) ? null : publishedAt.toISOString(),
    ];
  });
const T = '2026-03-01T10:00:00.000Z';
const post = {
  id: 1,
  created_at: T,
  cooked: '<p>leaks</p>',
  username: 'ann',
  post_number: 1,
  post_type: 1,
  topic_id: 5,
};
const status = {
  id: '1',
  created_at: T,
  content: '<p>leaks</p>',
  account: { acct: 'ann' },
  favourites_count: 2,
  reblogs_count: 0,
  replies_count: 0,
};
const bsky = {
  uri: 'at://did:plc:a/app.bsky.feed.post/k',
  author: { did: 'did:plc:a' },
  record: { text: 'leaks', createdAt: T },
  indexedAt: T,
  likeCount: 2,
};
const thing = { name: 't1_a', created_utc: 1772359200, author: 'ann', body: 'leaks', score: 2 };
const yt = (snippet: object, more: object = {}) => ({
  items: [
    {
      id: 'a',
      snippet: {
        videoId: 'v',
        totalReplyCount: 0,
        topLevelComment: {
          id: 'a',
          snippet: {
            publishedAt: T,
            textOriginal: 'leaks',
            likeCount: 2,
            authorChannelId: { value: 'UC' },
            ...snippet,
          },
        },
      },
      ...more,
    },
  ],
});
const steam = {
  recommendationid: '1',
  author: { steamid: '7' },
  review: 'leaks',
  timestamp_created: 1772359200,
  timestamp_updated: 1772359200,
  voted_up: true,
  votes_up: 2,
  comment_count: 0,
};
const app = {
  id: { label: '1' },
  updated: { label: '2026-03-01T10:00:00-07:00' },
  author: { name: { label: 'ann' } },
  title: { label: 'Bad' },
  content: { label: 'leaks' },
  'im:rating': { label: '2' },
  'im:version': { label: '1.0' },
  'im:voteSum': { label: '2' },
};
const hit = { objectID: '1', created_at_i: 1772359200, author: 'ann', comment_text: 'leaks' };
const weibo = { id: '1', created_at: 'Sun Mar 01 10:00:00 +0000 2026', text: 'leaks', user: { id: 7 } };

const SHAPES: [string, () => unknown, unknown][] = [
  [
    'Discourse counts as text',
    () =>
      brief(
        latestSchema
          .parse({ latest_posts: [{ ...post, actions_summary: [{ id: 2, count: '3' }], reply_count: '1' }] })
          .latest_posts.map((p) => discoursePost(p, 'https://f.example')),
      ),
    [['5/1', 'leaks', 4, 'ann', T]],
  ],
  [
    'Discourse one post without cooked',
    () =>
      brief(
        latestSchema
          .parse({
            latest_posts: [
              { ...post, cooked: null },
              { ...post, post_number: 2 },
            ],
          })
          .latest_posts.map((p) => discoursePost(p, 'https://f.example')),
      ),
    [null, ['5/2', 'leaks', 0, 'ann', T]],
  ],
  [
    'Discourse without actions_summary',
    () =>
      brief(
        latestSchema
          .parse({ latest_posts: [{ ...post, actions_summary: null, username: null }] })
          .latest_posts.map((p) => discoursePost(p, 'https://f.example')),
      ),
    [['5/1', 'leaks', 0, null, T]],
  ],
  [
    'Discourse actions without id',
    () =>
      brief(
        latestSchema
          .parse({ latest_posts: [{ ...post, actions_summary: [{ count: 3 }] }] })
          .latest_posts.map((p) => discoursePost(p, 'https://f.example')),
      ),
    [['5/1', 'leaks', 0, 'ann', T]],
  ],
  [
    'Mastodon counts as text',
    () =>
      brief(
        listWithoutHoles(statusSchema)
          .parse([{ ...status, favourites_count: '2' }])
          .map(readStatus),
      ),
    [['1', 'leaks', 2, 'ann', T]],
  ],
  [
    'Mastodon content null, account null, a hole',
    () =>
      brief(
        listWithoutHoles(statusSchema)
          .parse([{ ...status, content: null }, { ...status, id: '2', account: null }, null])
          .map(readStatus),
      ),
    [null, ['2', 'leaks', 2, null, T]],
  ],
  [
    'Mastodon id as number (Pleroma forks)',
    () =>
      brief(
        listWithoutHoles(statusSchema)
          .parse([{ ...status, id: 17 }])
          .map(readStatus),
      ),
    [['17', 'leaks', 2, 'ann', T]],
  ],
  [
    'Bluesky counts as text',
    () => brief(searchSchema.parse({ posts: [{ ...bsky, likeCount: '2' }] }).posts.map(bskyPost)),
    [['at://did:plc:a/app.bsky.feed.post/k', 'leaks', 2, 'did:plc:a', T]],
  ],
  [
    'Bluesky record null (gone)',
    () => brief(searchSchema.parse({ posts: [{ ...bsky, record: null }, bsky] }).posts.map(bskyPost)),
    [null, ['at://did:plc:a/app.bsky.feed.post/k', 'leaks', 2, 'did:plc:a', T]],
  ],
  [
    'Bluesky indexedAt missing',
    () => brief(searchSchema.parse({ posts: [{ ...bsky, indexedAt: null }] }).posts.map(bskyPost)),
    [['at://did:plc:a/app.bsky.feed.post/k', 'leaks', 2, 'did:plc:a', T]],
  ],
  [
    'Reddit created_utc as text, score hidden',
    () =>
      brief(
        listingSchema
          .parse({
            data: { after: null, children: [{ data: { ...thing, created_utc: '1772359200.0', score: null } }] },
          })
          .data.children.map(({ data }) => readThing(data)),
      ),
    [['t1_a', 'leaks', 0, 'ann', T]],
  ],
  [
    'Reddit children "more" among comments',
    () =>
      brief(
        listingSchema
          .parse({
            data: {
              after: null,
              children: [
                { kind: 'more', data: { count: 3, name: 't1__', id: '_', children: [] } },
                { kind: 't1', data: thing },
              ],
            },
          })
          .data.children.map(({ data }) => readThing(data))
          .filter(({ comment }) => comment?.text),
      ),
    [['t1_a', 'leaks', 2, 'ann', T]],
  ],
  [
    'YouTube likeCount as text',
    () => brief(threadsSchema.parse(yt({ likeCount: '2' })).items.flatMap((t) => readThread(t, []))),
    [['a', 'leaks', 2, 'UC', T]],
  ],
  [
    'YouTube authorChannelId missing or text',
    () => brief(threadsSchema.parse(yt({ authorChannelId: 'UCx' })).items.flatMap((t) => readThread(t, []))),
    [['a', 'leaks', 2, 'UCx', T]],
  ],
  [
    'YouTube textOriginal missing: display has HTML',
    () =>
      brief(
        threadsSchema
          .parse(yt({ textOriginal: undefined, textDisplay: 'late &amp; <br>bad <a href="x">0:35</a>' }))
          .items.flatMap((t) => readThread(t, [])),
      ),
    [['a', 'late &\nbad 0:35', 2, 'UC', T]],
  ],
  [
    'Steam ids as numbers, counts as text, votes as 2^32-1',
    () =>
      brief(
        (
          reviewsAnswerSchema.parse({
            success: 1,
            reviews: [{ ...steam, recommendationid: 1, votes_up: '2', comment_count: 4294967295 }],
          }).reviews ?? []
        ).map(readReview),
      ),
    [['1', 'leaks', 2, '7', T]],
  ],
  [
    'Steam voted_up as 1',
    () =>
      brief(
        (reviewsAnswerSchema.parse({ success: 1, reviews: [{ ...steam, voted_up: 1 }] }).reviews ?? []).map(readReview),
      ),
    [['1', 'leaks', 2, '7', T]],
  ],
  [
    'App Store entry without id or with a null title',
    () =>
      brief(
        readReviews(reviewFeedSchema.parse({ feed: { entry: [{ ...app, title: { label: null } }], link: [] } }), {
          country: 'us',
          appId: '1',
        }),
      ),
    [['1', 'leaks', 2, 'ann', '2026-03-01T17:00:00.000Z']],
  ],
  [
    'App Store link without attributes',
    () =>
      brief(
        readReviews(reviewFeedSchema.parse({ feed: { entry: app, link: [{ href: 'x' }] } }), {
          country: 'us',
          appId: '1',
        }),
      ),
    [['1', 'Bad\nleaks', 2, 'ann', '2026-03-01T17:00:00.000Z']],
  ],
  [
    'Hacker News: one hit without created_at_i, points as text',
    () => brief(searchAnswerSchema.parse({ nbHits: 2, hits: [{ ...hit, points: '3' }] }).hits.map(readHit)),
    [['1', 'leaks', 3, 'ann', T]],
  ],
  [
    'Weibo user null, id as number',
    () =>
      brief(
        commentsAnswerSchema
          .parse({ comments: [{ ...weibo, id: 17, user: null }] })
          .comments.map((c) => weiboComment(c, '1')),
      ),
    [['17', 'leaks', null, null, T]],
  ],
];

describe('answers whose form changed a little', () => {
  it.each(SHAPES)('%s', (_, read, expected) => expect(read()).toEqual(expected));
});
