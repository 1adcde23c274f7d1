import { expectHeld, type Expected } from './read-export';

const J = JSON.stringify;
/** The times of both rows of each file. */
const D = ['2026-03-01T10:00Z', '2026-03-02T18:30Z'];
const [FIRST, SECOND] = [1772359200, 1772476200];

/** Both rows of a file, as people wrote them. */
const [BROKE, FINE] = ['The hinge broke on day two', 'Mine is fine so far'];
const TEXTS = [BROKE, FINE];
const [LOOSE, STEADY] = ['买了两个都闪，退了', '我家用了一年没毛病'];
const TEXTS_ZH = [LOOSE, STEADY];

describe('answers of networks and boards', () => {
  it.each<[string, string | Buffer, Expected, { timeZone?: string }?]>([
    [
      'Lemmy: views of comments, the one above in a path',
      J({
        comments: TEXTS.map((content, at) => ({
          comment: {
            id: 501 + at,
            creator_id: 7 + at,
            post_id: 33,
            content,
            removed: false,
            published: ['2026-03-01T10:00:00.123456Z', '2026-03-02T18:30:00.000000Z'][at],
            deleted: false,
            ap_id: `https://lemmy.example/comment/${501 + at}`,
            local: true,
            path: ['0.501', '0.501.502'][at],
            language_id: 37,
          },
          creator: { id: 7 + at, name: ['ann', 'bob'][at], bio: 'I collect lamps', published: '2023-01-01T00:00:00Z' },
          post: { id: 33, name: 'Which lamp?', body: 'I am looking for one', published: '2026-02-28T00:00:00Z' },
          community: { id: 2, name: 'lamps', title: 'Lamps', description: 'All about lamps' },
          counts: { comment_id: 501 + at, score: [6, 1][at], upvotes: [7, 1][at], downvotes: [1, 0][at] },
        })),
      }),
      {
        texts: TEXTS,
        times: ['2026-03-01T10:00:00.123Z', '2026-03-02T18:30Z'],
        externalIds: ['501', '502'],
        parents: [null, '501'],
        links: ['https://lemmy.example/comment/501', 'https://lemmy.example/comment/502'],
      },
    ],
    [
      'Misskey: reactions by sign',
      J(
        TEXTS.map((text, at) => ({
          id: ['9x1', '9x2'][at],
          createdAt: ['2026-03-01T10:00:00.000Z', '2026-03-02T18:30:00.000Z'][at],
          userId: ['u1', 'u2'][at],
          user: { id: ['u1', 'u2'][at], name: ['Ann', 'Bob'][at], username: ['ann', 'bob'][at], host: null },
          text,
          cw: null,
          visibility: 'public',
          renoteCount: 0,
          repliesCount: 1,
          reactions: [{ '👍': 3, '❤️': 2 }, {}][at],
          fileIds: [],
          replyId: [null, '9x1'][at],
          renoteId: null,
        })),
      ),
      { texts: TEXTS, times: D, externalIds: ['9x1', '9x2'], parents: [null, '9x1'], likes: [5, 0] },
    ],
    [
      'VK wall.getComments: threads, profiles beside',
      J({
        response: {
          count: 2,
          items: [
            {
              id: 71,
              from_id: 1001,
              date: FIRST,
              text: TEXTS[0],
              post_id: 5,
              owner_id: -9,
              parents_stack: [],
              likes: { count: 4, user_likes: 0 },
              thread: {
                count: 1,
                items: [
                  {
                    id: 72,
                    from_id: 1002,
                    date: SECOND,
                    text: `[id1001|Ann], ${TEXTS[1]}`,
                    post_id: 5,
                    owner_id: -9,
                    parents_stack: [71],
                    reply_to_user: 1001,
                    reply_to_comment: 71,
                    likes: { count: 0 },
                  },
                ],
              },
            },
          ],
          profiles: [
            { id: 1001, first_name: 'Ann', last_name: 'Lee', status: 'living my life one lamp at a time' },
            { id: 1002, first_name: 'Bob', last_name: 'Ray', status: 'nothing to see here, move on' },
          ],
          groups: [{ id: 9, name: 'Acme', description: 'We make lamps since 1950 and we love them' }],
        },
      }),
      {
        texts: [BROKE, `@Ann, ${FINE}`],
        times: D,
        externalIds: ['71', '72'],
        parents: [null, '71'],
        likes: [4, 0],
        authors: ['1001', '1002'],
      },
    ],
    [
      'ニコニコ: comments by thread',
      J({
        meta: { status: 200 },
        data: {
          globalComments: [{ id: '1', count: 2 }],
          threads: [
            {
              id: '1',
              fork: 'main',
              commentCount: 2,
              comments: [
                {
                  id: '810',
                  no: 1,
                  vposMs: 4300,
                  body: '二日で壊れた',
                  commands: ['184'],
                  userId: 'nvc:a',
                  isPremium: false,
                  score: 0,
                  postedAt: '2026-03-01T19:00:00+09:00',
                  nicoruCount: 3,
                  nicoruId: null,
                  source: 'trunk',
                  isMyPost: false,
                },
                {
                  id: '811',
                  no: 2,
                  vposMs: 9300,
                  body: 'うちのは平気',
                  commands: [],
                  userId: 'nvc:b',
                  isPremium: true,
                  score: -100,
                  postedAt: '2026-03-03T03:30:00+09:00',
                  nicoruCount: 0,
                  nicoruId: null,
                  source: 'trunk',
                  isMyPost: false,
                },
              ],
            },
          ],
        },
      }),
      {
        texts: ['二日で壊れた', 'うちのは平気'],
        times: D,
        likes: [3, 0],
        externalIds: ['810', '811'],
        authors: ['nvc:a', 'nvc:b'],
      },
    ],
    [
      'V2EX: replies of the interface',
      J(
        TEXTS_ZH.map((content, at) => ({
          id: 9001 + at,
          content: at ? `@ann ${content}` : content,
          content_rendered: at ? `@<a href="/member/ann">ann</a> ${content}` : content,
          created: [FIRST, SECOND][at],
          last_modified: [FIRST, SECOND][at],
          thanks: [2, 0][at],
          member: {
            id: 71 + at,
            username: ['ann', 'bob'][at],
            bio: '写代码的人，也喜欢灯',
            website: '',
            created: 1400000000,
          },
        })),
      ),
      {
        texts: [LOOSE, `@ann ${STEADY}`],
        times: D,
        likes: [2, 0],
        externalIds: ['9001', '9002'],
        authors: ['ann', 'bob'],
      },
    ],
    [
      'Twitch chat by TwitchDownloader',
      J({
        FileInfo: { Version: { Major: 1 } },
        streamer: { name: 'acme', id: 1 },
        video: { title: 'Lamp talk', id: '9', created_at: '2026-03-01T09:00:00Z', start: 0, end: 7200 },
        comments: TEXTS.map((body, at) => ({
          _id: ['tw1', 'tw2'][at],
          created_at: ['2026-03-01T10:00:00Z', '2026-03-02T18:30:00Z'][at],
          channel_id: '1',
          content_type: 'video',
          content_id: '9',
          content_offset_seconds: 3600,
          commenter: {
            display_name: ['Ann', 'Bob'][at],
            _id: ['501', '502'][at],
            name: ['ann', 'bob'][at],
            bio: 'I stream lamps every evening, come and see',
            created_at: '2019-01-01T00:00:00Z',
            updated_at: '2026-03-01T00:00:00Z',
            logo: 'https://i.example/a.png',
          },
          message: {
            body,
            bits_spent: 0,
            fragments: [{ text: body, emoticon: null }],
            user_badges: [{ _id: 'subscriber', version: '6' }],
            user_color: '#FF0000',
            emoticons: [],
          },
        })),
        embeddedData: null,
      }),
      { texts: TEXTS, times: D, externalIds: ['tw1', 'tw2'] },
    ],
    [
      'Discourse topic: cooked, scores that are no stars',
      J({
        post_stream: {
          posts: TEXTS.map((text, at) => ({
            id: 6001 + at,
            name: ['Ann Lee', 'Bob Ray'][at],
            username: ['ann', 'bob'][at],
            avatar_template: '/user_avatar/x.png',
            created_at: ['2026-03-01T10:00:00.000Z', '2026-03-02T18:30:00.000Z'][at],
            cooked: `<p>${text}</p>`,
            post_number: at + 1,
            post_type: 1,
            updated_at: '2026-03-05T10:00:00.000Z',
            reply_count: 1 - at,
            reply_to_post_number: [null, 1][at],
            quote_count: 0,
            reads: 40,
            score: 8.4,
            topic_id: 77,
            topic_slug: 'hinge',
            actions_summary: [{ id: 2, count: [3, 0][at] }],
            user_title: 'Lamp enthusiast of the year',
          })),
          stream: [6001, 6002],
        },
        suggested_topics: [
          { id: 90, title: 'Another topic about lamps and shades', created_at: '2026-01-01T00:00:00Z' },
          { id: 91, title: 'How to clean a shade in the kitchen', created_at: '2026-01-02T00:00:00Z' },
          { id: 92, title: 'Bulbs that fit into nearly everything', created_at: '2026-01-03T00:00:00Z' },
        ],
        id: 77,
        title: 'Hinge',
        posts_count: 2,
        created_at: '2026-03-01T10:00:00.000Z',
      }),
      { texts: TEXTS, times: D, externalIds: ['6001', '6002'], stars: [null, null], authors: ['ann', 'bob'] },
    ],
    [
      'Nostr events: reactions are none',
      [
        {
          id: 'e1',
          pubkey: 'pa',
          created_at: FIRST,
          kind: 1,
          tags: [],
          content: TEXTS[0],
          sig: 's1',
        },
        {
          id: 'e2',
          pubkey: 'pb',
          created_at: SECOND,
          kind: 1,
          tags: [['e', 'e1', '', 'reply']],
          content: TEXTS[1],
          sig: 's2',
        },
        { id: 'e3', pubkey: 'pb', created_at: SECOND, kind: 7, tags: [['e', 'e1']], content: '+', sig: 's3' },
      ]
        .map((one) => J(one))
        .join('\n'),
      { times: D, externalIds: ['e1', 'e2'], texts: TEXTS, authors: ['pa', 'pb'] },
    ],
    [
      'PeerTube: comments with what they answer',
      J({
        total: 2,
        data: TEXTS.map((text, at) => ({
          id: 401 + at,
          url: `https://tube.example/videos/watch/v1/comments/${401 + at}`,
          text: `<p>${text}</p>`,
          threadId: 401,
          inReplyToCommentId: [null, 401][at],
          videoId: 12,
          createdAt: ['2026-03-01T10:00:00.000Z', '2026-03-02T18:30:00.000Z'][at],
          updatedAt: '2026-03-06T10:00:00.000Z',
          deletedAt: null,
          isDeleted: false,
          totalReplies: 1 - at,
          account: {
            id: 5 + at,
            name: ['ann', 'bob'][at],
            displayName: ['Ann', 'Bob'][at],
            description: 'I film lamps, mostly at night',
            createdAt: '2020-01-01T00:00:00.000Z',
          },
        })),
      }),
      {
        texts: TEXTS,
        times: D,
        externalIds: ['401', '402'],
        parents: [null, '401'],
        links: [
          'https://tube.example/videos/watch/v1/comments/401',
          'https://tube.example/videos/watch/v1/comments/402',
        ],
      },
    ],
    [
      'Zulip: messages of a stream',
      J({
        zerver_message: TEXTS.map((content, at) => ({
          id: 91 + at,
          sender: 7 + at,
          sender_full_name: ['Ann Lee', 'Bob Ray'][at],
          recipient: 3,
          subject: 'hinge',
          content,
          rendered_content: `<p>${content}</p>`,
          date_sent: [FIRST, SECOND][at],
          edit_history: null,
          last_edit_time: null,
        })),
        zerver_userprofile_from_slim: [],
      }),
      { texts: TEXTS, times: D, externalIds: ['91', '92'] },
    ],
  ])('%s', async (_, content, expected, options = {}) => {
    await expectHeld(content, expected, options);
  });
});
