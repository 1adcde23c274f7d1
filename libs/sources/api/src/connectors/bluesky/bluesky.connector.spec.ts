import { scriptedSite, type ScriptedAnswer } from '../testing/scripted-site';
import { BlueskyConnector } from './bluesky.connector';
import { readPost, searchSchema } from './bluesky-posts';

const connector = new BlueskyConnector();
const post = (key: string, createdAt: string, more: object = {}) => ({
  uri: `at://did:plc:a/app.bsky.feed.post/${key}`,
  author: { did: 'did:plc:a' },
  record: { text: key, createdAt },
  indexedAt: '2026-05-03T08:00:00.000Z',
  ...more,
});
const parsed = (raw: object) => searchSchema.parse({ posts: [raw] }).posts.map(readPost)[0];

function bluesky(appPassword: string | undefined, answer: (query: URLSearchParams) => ScriptedAnswer) {
  return scriptedSite<{ appPassword?: string }>(
    ({ url }) => (url.pathname.endsWith('createSession') ? { body: { accessJwt: 'jwt' } } : answer(url.searchParams)),
    { secrets: { appPassword }, since: new Date('2026-05-01T00:00:00Z'), now: new Date('2026-05-03T09:00:00Z') },
  );
}

async function read(context: ReturnType<typeof bluesky>['context'], handle = 'a.bsky.social') {
  const pages = [];
  for await (const page of connector.fetchSince(
    { query: 'x', language: '', handle, service: 'https://pds.example' },
    {},
    context,
  ))
    pages.push(page);
  return pages;
}

describe('a post of Bluesky', () => {
  it('is left out when its author does not want to be shown outside, or says nothing', () => {
    expect(
      parsed(
        post('a', '2026-05-03T07:00:00Z', { author: { did: 'did:plc:a', labels: [{ val: '!no-unauthenticated' }] } }),
      )?.comment,
    ).toBeNull();
    expect(parsed(post('', '2026-05-03T07:00:00Z'))?.comment).toBeNull();
  });

  it.each([
    ['2026-05-03T07:00:00.000Z', '2026-05-03T07:00:00.000Z'],
    ['2031-01-01T00:00:00.000Z', '2026-05-03T08:00:00.000Z'],
    ['nonsense', '2026-05-03T08:00:00.000Z'],
  ])('that says it is of %s is of %s', (said, time) => {
    expect(parsed(post('a', said))?.time.toISOString()).toBe(time);
  });
});

describe('a post of Bluesky that an app wrote otherwise', () => {
  it.each([
    ['no counts', { likeCount: null, replyCount: undefined }, { engagement: 0, text: 'a' }],
    ['an answer to nothing', { record: { text: 'a', reply: { root: {}, parent: {} } } }, { parentId: null, text: 'a' }],
    ['a time that is none', { record: { text: 'a', createdAt: 5 } }, { publishedAt: new Date('2026-05-03T08:00:00Z') }],
    ['an author of another name', { author: { did: 'did:plc:a', handle: 'handle.invalid' } }, { author: 'did:plc:a' }],
  ])('is read with %s', (_, more, expected) =>
    expect(parsed(post('a', '2026-05-03T07:00:00Z', more))?.comment).toMatchObject(expected),
  );

  it('says nothing where its text is none', () =>
    expect(parsed(post('a', '2026-05-03T07:00:00Z', { record: { text: { en: 'a' } } }))?.comment).toBeNull());
});

describe('Bluesky', () => {
  it('is paged by time, and asked again for the last instant of a page unless the page was nothing else', async () => {
    const instant = '2026-05-03T07:00:00.000Z';
    const { asked, context } = bluesky('app-pass', (query) => ({
      body:
        query.get('until') === instant
          ? { posts: [] }
          : { cursor: '100', posts: [post('a', instant), post('b', instant)] },
    }));
    await read(context);
    expect(asked.slice(1).map(({ url }) => url.searchParams.get('until'))).toEqual([
      null,
      '2026-05-03T07:00:00.001Z',
      instant,
    ]);
  });

  it('reads one page as a stranger, from the public address', async () => {
    const { asked, context } = bluesky(undefined, () => ({
      body: { cursor: '100', posts: [post('a', '2026-05-03T07:00:00Z')] },
    }));
    expect(await read(context)).toHaveLength(1);
    expect(asked.map(({ url, headers }) => [url.host, headers['authorization']])).toEqual([
      ['public.example', undefined],
    ]);
  });

  it('tells strangers who are refused how to get in', async () => {
    const { context } = bluesky(undefined, () => ({ status: 403, body: 'Forbidden' }));
    await expect(read(context, '')).rejects.toMatchObject({
      code: 'source-blocked',
      message: expect.stringContaining('app password'),
    });
  });
});
