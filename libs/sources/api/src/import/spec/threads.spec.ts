import { expectHeld, readExport, type Expected } from './read-export';

const J = JSON.stringify;
/** Both posts of a thread: the one that it begins with, and the answer to it. */
const POST = 'The hinge broke on day two';
const ANSWER = 'Mine is fine so far';
const [T1, T2] = ['2026-03-01T10:00:00.000Z', '2026-03-02T18:30:00.000Z'];
const [S1, S2] = [1772359200, 1772476200];
/** In a file the answers stand before the post that they stand in has ended. */
const TEXTS = [ANSWER, POST];
const TIMES = ['2026-03-02T18:30Z', '2026-03-01T10:00Z'];

const bluesky = (at: string, handle: string, text: string, parent?: string) => ({
  uri: `at://did:plc:${handle}/app.bsky.feed.post/${at}`,
  author: { did: `did:plc:${handle}`, handle: `${handle}.example`, displayName: handle },
  record: {
    $type: 'app.bsky.feed.post',
    createdAt: { p0: '2026-02-28T09:00:00.000Z', p1: T1, p2: T2 }[at],
    text,
    ...(parent && { reply: { parent: { uri: parent, cid: 'c' }, root: { uri: parent, cid: 'c' } } }),
  },
  replyCount: 1,
  likeCount: 4,
  indexedAt: '2026-03-05T10:00:00.000Z',
});

describe('threads', () => {
  it.each<[string, unknown, Expected]>([
    [
      'Bluesky getPostThread',
      {
        thread: {
          $type: 'app.bsky.feed.defs#threadViewPost',
          post: bluesky('p1', 'ann', POST),
          replies: [
            { $type: 'app.bsky.feed.defs#threadViewPost', post: bluesky('p2', 'bob', ANSWER, 'at://p1'), replies: [] },
          ],
        },
      },
      { texts: TEXTS, times: TIMES, likes: [4, 4], authors: ['bob.example', 'ann.example'] },
    ],
    [
      'Bluesky getPostThread of an answer: what it answers stands above it',
      {
        thread: {
          post: bluesky('p1', 'ann', POST),
          parent: { post: bluesky('p0', 'cid', 'Which lamp would you buy?'), replies: [] },
          replies: [{ post: bluesky('p2', 'bob', ANSWER, 'at://p1'), replies: [] }],
        },
      },
      {
        texts: [ANSWER, 'Which lamp would you buy?', POST],
        times: ['2026-03-02T18:30Z', '2026-02-28T09:00Z', '2026-03-01T10:00Z'],
      },
    ],
    [
      'an item of Hacker News by Algolia, a text with a title',
      {
        author: 'ann',
        children: [
          {
            author: 'bob',
            children: [],
            created_at: T2,
            id: 702,
            parent_id: 701,
            points: null,
            story_id: 701,
            text: `<p>${ANSWER}</p>`,
            title: null,
            type: 'comment',
            url: null,
          },
        ],
        created_at: T1,
        created_at_i: S1,
        id: 701,
        parent_id: null,
        points: 12,
        story_id: 701,
        text: `<p>${POST}</p>`,
        title: 'Ask HN: Which lamp?',
        type: 'story',
        url: null,
      },
      {
        texts: [ANSWER, `Ask HN: Which lamp?\n\n${POST}`],
        times: TIMES,
        externalIds: ['702', '701'],
        parents: ['701', null],
        authors: ['bob', 'ann'],
        likes: [0, 12],
      },
    ],
    [
      'a status of Mastodon with its context',
      {
        status: {
          id: '11',
          created_at: T1,
          in_reply_to_id: null,
          favourites_count: 3,
          content: `<p>${POST}</p>`,
          account: { id: '1', acct: 'ann', note: '<p>I write about lamps</p>', created_at: '2020-01-01T00:00:00.000Z' },
        },
        ancestors: [],
        descendants: [
          {
            id: '12',
            created_at: T2,
            in_reply_to_id: '11',
            favourites_count: 0,
            content: `<p>${ANSWER}</p>`,
            account: { id: '2', acct: 'bob', note: '', created_at: '2020-01-01T00:00:00.000Z' },
          },
        ],
      },
      { texts: TEXTS, times: TIMES, externalIds: ['12', '11'], parents: ['11', null], likes: [0, 3] },
    ],
    [
      'a thread of comments of YouTube',
      {
        kind: 'youtube#commentThread',
        id: 't1',
        snippet: {
          videoId: 'v1',
          topLevelComment: {
            kind: 'youtube#comment',
            id: 't1',
            snippet: { textOriginal: POST, authorDisplayName: '@ann', likeCount: 2, publishedAt: T1, updatedAt: T2 },
          },
          totalReplyCount: 1,
        },
        replies: {
          comments: [
            {
              kind: 'youtube#comment',
              id: 't1.r1',
              snippet: {
                textOriginal: ANSWER,
                authorDisplayName: '@bob',
                likeCount: 0,
                parentId: 't1',
                publishedAt: T2,
                updatedAt: T2,
              },
            },
          ],
        },
      },
      {
        texts: TEXTS,
        times: TIMES,
        externalIds: ['t1.r1', 't1'],
        parents: ['t1', null],
        authors: ['@bob', '@ann'],
        likes: [0, 2],
      },
    ],
    [
      'a message of Telegram with the replies to it',
      {
        id: 5,
        date: T1,
        message: POST,
        from: 'Ann',
        replies: {
          comments: true,
          replies: 1,
          list: [{ id: 6, date: T2, message: ANSWER, from: 'Bob', reply_to_msg_id: 5 }],
        },
      },
      { texts: TEXTS, times: TIMES, externalIds: ['6', '5'], parents: ['5', null] },
    ],
    [
      'a comment of Reddit with its replies',
      {
        kind: 't1',
        data: {
          id: 'c1',
          author: 'ann',
          body: POST,
          created_utc: S1,
          ups: 9,
          parent_id: 't3_p',
          replies: {
            kind: 'Listing',
            data: {
              children: [
                {
                  kind: 't1',
                  data: {
                    id: 'c2',
                    author: 'bob',
                    body: ANSWER,
                    created_utc: S2,
                    ups: 1,
                    parent_id: 't1_c1',
                    replies: '',
                  },
                },
              ],
            },
          },
        },
      },
      { texts: TEXTS, times: TIMES, externalIds: ['c2', 'c1'], authors: ['bob', 'ann'], likes: [1, 9] },
    ],
    [
      'a comment of Disqus with its children',
      {
        response: {
          id: '901',
          message: `<p>${POST}</p>`,
          raw_message: POST,
          createdAt: '2026-03-01T10:00:00',
          author: { name: 'Ann', username: 'ann', about: 'I write about lamps' },
          likes: 3,
          parent: null,
          children: [
            {
              id: '902',
              message: `<p>${ANSWER}</p>`,
              raw_message: ANSWER,
              createdAt: '2026-03-02T18:30:00',
              author: { name: 'Bob', username: 'bob', about: '' },
              likes: 0,
              parent: 901,
              children: [],
            },
          ],
        },
      },
      { texts: TEXTS, times: TIMES, externalIds: ['902', '901'], parents: ['901', null], likes: [0, 3] },
    ],
    [
      'a comment of 哔哩哔哩 with its answers',
      {
        code: 0,
        data: {
          root: {
            rpid: 81,
            parent: 0,
            ctime: S1,
            like: 7,
            member: { mid: '1', uname: 'ann', sign: '喜欢灯的人，什么灯都喜欢' },
            content: { message: POST },
          },
          replies: [
            {
              rpid: 82,
              parent: 81,
              ctime: S2,
              like: 1,
              member: { mid: '2', uname: 'bob', sign: '' },
              content: { message: ANSWER },
            },
          ],
        },
      },
      { texts: TEXTS, times: TIMES, externalIds: ['82', '81'], parents: ['81', null], likes: [1, 7] },
    ],
  ])('begin with a post that counts too: %s', async (_, content, expected) => {
    for (const text of [J(content), J(content, null, 2)]) await expectHeld(text, expected);
    const { doubts, bad } = await readExport(J(content));
    expect([doubts, bad]).toEqual([[], []]);
  });

  it.each<[string, unknown, string, string[]]>([
    [
      'an issue of GitHub',
      {
        title: 'Hinge',
        body: POST,
        createdAt: T1,
        author: { login: 'ann' },
        number: 4,
        comments: [{ id: 'IC_1', author: { login: 'bob' }, body: ANSWER, createdAt: T2 }],
      },
      'comments',
      [ANSWER, `Hinge\n\n${POST}`],
    ],
    [
      'a post of Reddit by PRAW',
      {
        id: 'p1',
        title: 'Hinge',
        selftext: POST,
        created_utc: S1,
        author: 'ann',
        comments: [{ id: 'c1', body: ANSWER, created_utc: S2, author: 'bob' }],
      },
      'comments',
      [`Hinge\n\n${POST}`],
    ],
    [
      'a story of Hacker News that is a title',
      {
        id: 701,
        title: 'The lamp that never breaks',
        created_at: T1,
        author: 'ann',
        children: [{ id: 702, text: ANSWER, created_at: T2, author: 'bob', children: [] }],
      },
      'children',
      ['The lamp that never breaks'],
    ],
  ])('a post above comments is said to be left out, and can be asked for: %s', async (_, content, part, asked) => {
    const { texts, authors, doubts, reading } = await readExport(J(content));
    expect([texts, authors, doubts, reading.format.parts]).toEqual([[ANSWER], ['bob'], ['part'], [part, 'post']]);
    const other = await readExport(J(content), { part: 'post' });
    expect([other.texts, other.doubts]).toEqual([asked, []]);
  });

  it('what stands above comments and is no post is not asked about', async () => {
    const comments = [{ id: 'c1', text: ANSWER, timestamp: S2, author: '@bob' }];
    const video = { id: 'v', title: 'Lamps', description: 'We test lamps for a week', timestamp: S1, duration: 60 };
    expect((await readExport(J({ ...video, comments }))).doubts).toEqual([]);
    const topic = {
      title: 'Which lamp would you buy?',
      created_at: T1,
      posts: [{ id: 1, text: ANSWER, created_at: T2 }],
    };
    expect((await readExport(J(topic))).doubts).toEqual([]);
  });

  it('a file may be one post, written over several lines', async () => {
    const post = { id: '11', created_at: T1, text: POST, entities: { urls: [{ url: 'https://x.example' }] } };
    await expectHeld(J(post, null, 2), { texts: [POST], times: ['2026-03-01T10:00Z'], externalIds: ['11'] });
    await expectHeld(J({ id: '11', created_at: T1, text: POST }, null, 2), { texts: [POST] });
  });

  it('of any length begin with their post, wherever the list of answers stands in it', async () => {
    const children = Array.from({ length: 3000 }, (_, index) => ({
      id: `c${index}`,
      text: `answer number ${index}, with some words of its own`,
      created_at: T2,
      children: [],
    }));
    const before = { id: 'p', text: POST, created_at: T1, children };
    const after = { children, id: 'p', text: POST, created_at: T1, tags: ['a', 'b'] };
    for (const thread of [before, after]) {
      const { texts, externalIds } = await readExport(J(thread));
      expect([texts.length, texts.at(-1), externalIds.at(-1)]).toEqual([3001, POST, 'p']);
    }
  });
});
