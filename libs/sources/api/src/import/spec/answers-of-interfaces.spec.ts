import { expectHeld, type Expected } from './read-export';

const J = JSON.stringify;
/** The times of both rows of each file. */
const D = ['2026-03-01T10:00Z', '2026-03-02T18:30Z'];
const [FIRST, SECOND] = [1772359200, 1772476200];

/** Both rows of a file, as people wrote them. */
const TEXTS = ['The hinge broke on day two', 'Mine is fine so far'];
const TEXTS_ZH = ['买了两个都闪，退了', '我家用了一年没毛病'];

describe('answers of interfaces', () => {
  it.each<[string, string, Expected]>([
    [
      'yt-dlp info JSON',
      J({
        id: 'vid1',
        title: 'Lamp review',
        description: 'We test the lamp for a week and tell you all about it.',
        channel: 'Lamps',
        timestamp: 1770000000,
        upload_date: '20260202',
        like_count: 400,
        comments: [
          {
            id: 'Ug1',
            parent: 'root',
            text: TEXTS[0],
            like_count: 12,
            author_id: 'UCa',
            author: '@ann',
            author_thumbnail: 'https://i.example/a.jpg',
            author_is_uploader: false,
            author_url: 'https://y.example/@ann',
            is_favorited: false,
            _time_text: '3 weeks ago',
            timestamp: FIRST,
            is_pinned: false,
          },
          {
            id: 'Ug1.9x',
            parent: 'Ug1',
            text: TEXTS[1],
            like_count: 0,
            author_id: 'UCb',
            author: '@bob',
            author_thumbnail: 'https://i.example/b.jpg',
            author_is_uploader: false,
            author_url: 'https://y.example/@bob',
            is_favorited: false,
            _time_text: '2 weeks ago',
            timestamp: SECOND,
            is_pinned: false,
          },
        ],
        comment_count: 2,
        epoch: 1773000000,
      }),
      {
        texts: TEXTS,
        times: D,
        likes: [12, 0],
        authors: ['UCa', 'UCb'],
        externalIds: ['Ug1', 'Ug1.9x'],
        parents: [null, 'Ug1'],
        links: [null, null],
      },
    ],
    [
      'Product Hunt GraphQL',
      J({
        data: {
          post: {
            id: '1',
            name: 'Lampy',
            tagline: 'A lamp that listens to you',
            createdAt: '2026-02-20T08:00:00Z',
            comments: {
              totalCount: 2,
              pageInfo: { hasNextPage: false, endCursor: 'MQ' },
              edges: [
                {
                  cursor: 'MQ',
                  node: {
                    id: 'c1',
                    body: TEXTS[0],
                    createdAt: '2026-03-01T10:00:00Z',
                    votesCount: 4,
                    url: 'https://p.example/c1',
                    parentId: null,
                    user: { id: 'u1', name: 'Ann', headline: 'I make lamps for a living' },
                    replies: {
                      edges: [
                        {
                          node: {
                            id: 'c2',
                            body: TEXTS[1],
                            createdAt: '2026-03-02T18:30:00Z',
                            votesCount: 0,
                            url: 'https://p.example/c2',
                            parentId: 'c1',
                            user: { id: 'u2', name: 'Bob', headline: 'Reader of books at night' },
                          },
                        },
                      ],
                    },
                  },
                },
              ],
            },
          },
        },
      }),
      {
        texts: TEXTS,
        times: D,
        likes: [4, 0],
        externalIds: ['c1', 'c2'],
        parents: [null, 'c1'],
        links: ['https://p.example/c1', 'https://p.example/c2'],
      },
    ],
    [
      'Mattermost bulk export JSONL',
      [
        { type: 'version', version: 1 },
        { type: 'team', team: { name: 'acme', display_name: 'Acme', type: 'O', description: '' } },
        {
          type: 'channel',
          channel: { team: 'acme', name: 'lamps', display_name: 'Lamps', type: 'O', header: 'Talk about lamps here' },
        },
        { type: 'user', user: { username: 'ann', email: 'ann@x.example', first_name: 'Ann', position: 'Tester' } },
        {
          type: 'post',
          post: {
            team: 'acme',
            channel: 'lamps',
            user: 'ann',
            type: '',
            message: TEXTS[0],
            props: {},
            create_at: FIRST * 1000,
            edit_at: 0,
            reactions: [{ user: 'bob', create_at: 1772359300000, emoji_name: '+1' }],
            replies: [{ user: 'bob', type: '', message: TEXTS[1], create_at: SECOND * 1000, edit_at: 0 }],
          },
        },
      ]
        .map((one) => J(one))
        .join('\n'),
      { texts: TEXTS, times: D, authors: ['ann', 'bob'] },
    ],
    [
      'Element room export JSON',
      J({
        room_name: 'Lamp talk',
        room_creator: '@ann:x.example',
        topic: 'Everything about the lamp and its hinge',
        export_date: '3/5/2026',
        exported_by: 'Exported by Ann',
        messages: [
          {
            type: 'm.room.member',
            sender: '@ann:x.example',
            content: { membership: 'join', displayname: 'Ann' },
            origin_server_ts: 1772350000000,
            event_id: '$0',
            room_id: '!r:x.example',
          },
          {
            type: 'm.room.message',
            sender: '@ann:x.example',
            content: { msgtype: 'm.text', body: TEXTS[0] },
            origin_server_ts: FIRST * 1000,
            unsigned: { age: 10 },
            event_id: '$1',
            room_id: '!r:x.example',
          },
          {
            type: 'm.room.message',
            sender: '@bob:x.example',
            content: {
              msgtype: 'm.text',
              body: TEXTS[1],
              'm.relates_to': { 'm.in_reply_to': { event_id: '$1' } },
            },
            origin_server_ts: SECOND * 1000,
            event_id: '$2',
            room_id: '!r:x.example',
          },
        ],
      }),
      {
        texts: TEXTS,
        times: D,
        authors: ['@ann:x.example', '@bob:x.example'],
        externalIds: ['$1', '$2'],
        parents: [null, '$1'],
      },
    ],
    [
      '知乎 评论接口 JSON',
      J({
        data: [
          {
            id: 11,
            type: 'comment',
            content: '<p>买了两个都闪，<br>退了</p>',
            created_time: FIRST,
            like_count: 18,
            is_author: false,
            author: { id: 'a1', name: '安安', headline: '灯具爱好者，喜欢拆各种台灯', gender: 1 },
            reply_comment_id: '0',
            child_comment_count: 1,
            child_comments: [
              {
                id: 12,
                type: 'comment',
                content: '<p>我家用了一年没毛病</p>',
                created_time: SECOND,
                like_count: 4,
                is_author: false,
                author: { id: 'a2', name: '波波', headline: '', gender: 0 },
                reply_comment_id: '11',
                child_comments: [],
              },
            ],
          },
        ],
        paging: { is_end: true, totals: 1 },
      }),
      {
        texts: ['买了两个都闪，\n退了', '我家用了一年没毛病'],
        times: D,
        likes: [18, 4],
        externalIds: ['11', '12'],
        parents: [null, '11'],
      },
    ],
    [
      '抖音 评论接口 JSON',
      J({
        status_code: 0,
        comments: [
          {
            cid: '7301',
            text: TEXTS_ZH[0],
            aweme_id: '72',
            create_time: FIRST,
            digg_count: 18,
            status: 1,
            user: { uid: '1', nickname: '安安', signature: '记录生活，喜欢拆各种台灯' },
            reply_id: '0',
            user_digged: 0,
            ip_label: '广东',
            reply_comment: [
              {
                cid: '7302',
                text: TEXTS_ZH[1],
                aweme_id: '72',
                create_time: SECOND,
                digg_count: 4,
                status: 1,
                user: { uid: '2', nickname: '波波', signature: '' },
                reply_id: '7301',
                ip_label: '北京',
              },
            ],
            reply_comment_total: 1,
          },
        ],
        cursor: 20,
        has_more: 1,
      }),
      {
        texts: TEXTS_ZH,
        times: D,
        likes: [18, 4],
        externalIds: ['7301', '7302'],
        parents: [null, '7301'],
      },
    ],
    [
      '小红书 评论接口 JSON',
      J({
        code: 0,
        success: true,
        data: {
          cursor: '66a2',
          has_more: false,
          comments: [
            {
              id: '66a1',
              note_id: '66',
              content: TEXTS_ZH[0],
              create_time: FIRST * 1000,
              like_count: '18',
              ip_location: '广东',
              user_info: { user_id: '5a', nickname: '安安', image: 'https://i.example/a.jpg' },
              status: 0,
              sub_comment_count: '1',
              sub_comments: [
                {
                  id: '66a2',
                  note_id: '66',
                  content: TEXTS_ZH[1],
                  create_time: SECOND * 1000,
                  like_count: '4',
                  ip_location: '北京',
                  target_comment: { id: '66a1', user_info: { user_id: '5a', nickname: '安安' } },
                  user_info: { user_id: '5b', nickname: '波波', image: 'https://i.example/b.jpg' },
                  status: 0,
                },
              ],
            },
          ],
        },
      }),
      {
        texts: TEXTS_ZH,
        times: D,
        likes: [18, 4],
        externalIds: ['66a1', '66a2'],
        parents: [null, '66a1'],
      },
    ],
    [
      'Trustpilot API JSON',
      J({
        reviews: [
          {
            id: 'r1',
            consumer: { id: 'c1', displayName: 'Ann', displayLocation: 'Leeds', createdAt: '2020-01-01T00:00:00Z' },
            businessUnit: { id: 'b1', displayName: 'Lampy Ltd' },
            stars: 2,
            title: 'Returned it',
            text: TEXTS[0],
            language: 'en',
            createdAt: '2026-03-01T10:00:00Z',
            experiencedAt: '2026-02-20T00:00:00Z',
            updatedAt: null,
            numberOfLikes: 3,
            companyReply: { text: 'Sorry to hear that, Ann', createdAt: '2026-03-04T10:00:00Z' },
            links: [{ href: 'https://api.t.example/r1', method: 'GET', rel: 'self' }],
          },
          {
            id: 'r2',
            consumer: { id: 'c2', displayName: 'Bob', displayLocation: null, createdAt: '2021-01-01T00:00:00Z' },
            businessUnit: { id: 'b1', displayName: 'Lampy Ltd' },
            stars: 5,
            title: 'Good lamp',
            text: TEXTS[1],
            language: 'en',
            createdAt: '2026-03-02T18:30:00Z',
            experiencedAt: '2026-02-25T00:00:00Z',
            updatedAt: null,
            numberOfLikes: 0,
            companyReply: null,
            links: [{ href: 'https://api.t.example/r2', method: 'GET', rel: 'self' }],
          },
        ],
      }),
      {
        texts: [`Returned it\n\n${TEXTS[0]}`, `Good lamp\n\n${TEXTS[1]}`],
        times: D,
        stars: [2, 5],
        likes: [3, 0],
        externalIds: ['r1', 'r2'],
      },
    ],
  ])('%s', async (_, content, expected) => {
    await expectHeld(content, expected);
  });
});
