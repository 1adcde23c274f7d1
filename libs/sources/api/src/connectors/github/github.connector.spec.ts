import { scriptedSite, type ScriptedAnswer } from '../testing/scripted-site';
import { GitHubConnector } from './github.connector';
import { ownWords } from './github-comment';

const now = new Date('2026-05-03T09:00:00Z');
const connector = new GitHubConnector();
const issue = (number: number, updated: string, more: object = {}) => ({
  number,
  title: `Issue ${number}`,
  body: 'Text',
  html_url: `https://github.com/a/b/issues/${number}`,
  created_at: updated,
  updated_at: updated,
  user: { login: 'kai', type: 'User' },
  author_association: 'NONE',
  ...more,
});

function github(
  answer: (path: string, query: URLSearchParams, etag: string | undefined) => ScriptedAnswer,
  token: string | undefined = 'token-1234',
) {
  return scriptedSite<{ token?: string }>(
    ({ url, headers }) => answer(url.pathname, url.searchParams, headers['if-none-match']),
    { secrets: { token }, now, since: new Date('2026-05-01T00:00:00Z') },
  );
}

async function read(context: ReturnType<typeof github>['context'], config: object = {}, cursor = {}) {
  const pages = [];
  for await (const page of connector.fetchSince(
    connector.config.parse({ repository: 'a/b', ...config }),
    cursor,
    context,
  ))
    pages.push(page);
  return pages;
}

describe('what somebody wrote on GitHub', () => {
  it.each([
    ['<!-- Please describe -->\nIt hums.\n\n<!-- never closed', 'It hums.'],
    ['> It is fine for me\n\nNot for me.', 'Not for me.'],
    ['Before\n```\nlog > line\n```\nAfter', 'Before\nAfter'],
    ['Before\n~~~~\n```\n~~~~\nAfter', 'Before\nAfter'],
    ['```\nonly a log', ''],
    ['a > b', 'a > b'],
  ])('%j is told as %j', (markdown, text) => {
    expect(ownWords(markdown)).toBe(text);
  });
});

describe('GitHub', () => {
  it('answers below the issue that a comment is, or stands below', async () => {
    const { asked, context } = github(() => ({ status: 201, body: { html_url: 'https://github.com/a/b/issues/5#c' } }));
    const config = connector.config.parse({ repository: 'a/b', answers: true });
    expect(connector.answers.allowed(config, { token: 'x' })).toBe(true);
    expect(connector.answers.allowed({ ...config, read: 'discussions' }, { token: 'x' })).toBe(false);
    const send = (externalId: string, parentId: string | null) =>
      connector.answers.send(config, { externalId, parentId, text: 'Thanks', key: 'k' }, context);
    expect(await send('issue-5', null)).toBe('https://github.com/a/b/issues/5#c');
    await send('comment-77', 'issue-6');
    expect(asked.map(({ method, url, body }) => [method, url.pathname, body])).toEqual([
      ['POST', '/repos/a/b/issues/5/comments', '{"body":"Thanks"}'],
      ['POST', '/repos/a/b/issues/6/comments', '{"body":"Thanks"}'],
    ]);
    await expect(send('comment-77', null)).rejects.toMatchObject({ code: 'source-not-found' });
  });

  it('leaves out programs, pull requests and the team, unless they are wanted', async () => {
    const all = [
      issue(1, '2026-05-01T08:00:00Z'),
      issue(2, '2026-05-01T09:00:00Z', { user: { login: 'bot', type: 'Bot' } }),
      issue(3, '2026-05-01T10:00:00Z', { pull_request: {} }),
      issue(4, '2026-05-01T11:00:00Z', { author_association: 'MEMBER' }),
    ];
    const { context } = github((path) => ({ body: path.endsWith('/comments') ? [] : all }));
    const ids = async (config: object) =>
      (await read(context, config)).flatMap(({ comments }) => comments.map(({ externalId }) => externalId));
    expect(await ids({})).toEqual(['issue-1']);
    expect(await ids({ pullRequests: true, team: true })).toEqual(['issue-1', 'issue-3', 'issue-4']);
    expect((await read(context))[0]).toMatchObject({ rows: 4, filtered: 3 });
  });

  it('asks whether anything changed where the last reading brought nothing new', async () => {
    const { context } = github((path, query, etag) => {
      if (etag) return { status: 304, body: '' };
      return {
        body: path.endsWith('/comments')
          ? []
          : query.get('since') === '2026-05-02T08:00:00Z'
            ? [issue(1, '2026-05-02T08:00:00Z')]
            : [issue(1, '2026-05-02T08:00:00Z')],
        headers: { etag: `"${path.length}"` },
      };
    });
    const first = (await read(context)).at(-1)?.cursor ?? {};
    const second = (await read(context, {}, first)).at(-1)?.cursor ?? {};
    expect([first, second]).toMatchObject([
      { issues: { since: '2026-05-02T08:00:00Z' } },
      { issues: { since: '2026-05-02T08:00:00Z', etag: expect.stringContaining('"') } },
    ]);
    expect(await read(context, {}, second)).toEqual([{ rows: 0, comments: [], cursor: second, notModified: true }]);
  });

  it('goes on by number where a whole page was changed in one second', async () => {
    const { asked, context } = github((path, query) => {
      const more = { headers: { link: '<https://api.example/next>; rel="next"' } };
      if (path.endsWith('/comments')) return { body: [] };
      return query.get('page') === '2'
        ? { body: [issue(3, '2026-05-02T09:00:00Z')] }
        : { body: [issue(1, '2026-05-02T08:00:00Z'), issue(2, '2026-05-02T08:00:00Z')], ...more };
    });
    await read(context);
    expect(asked.map(({ url }) => [url.searchParams.get('since'), url.searchParams.get('page')])).toEqual([
      ['2026-05-01T00:00:00Z', null],
      ['2026-05-02T08:00:00Z', null],
      ['2026-05-02T08:00:00Z', '2'],
      ['2026-05-01T00:00:00Z', null],
    ]);
  });

  it.each([
    [
      { status: 403, body: { message: 'You have exceeded a secondary rate limit.' } },
      'source-rate-limited',
      '2026-05-03T09:01:00.000Z',
    ],
    [
      { status: 403, body: { message: 'Resource not accessible by personal access token' } },
      'source-blocked',
      undefined,
    ],
    [{ status: 404, body: { message: 'Not Found' } }, 'source-not-found', undefined],
    [{ status: 410, body: { message: 'Issues are disabled for this repo' } }, 'source-not-found', undefined],
  ])('means by %j: %s', async (answer, code, retryAt) => {
    const error = (await read(github(() => answer).context).catch((caught: unknown) => caught)) as {
      code: string;
      retryAt: Date | null;
    };
    expect([error.code, error.retryAt?.toISOString()]).toEqual([code, retryAt]);
  });

  it('waits until the hour is over when its limit is used up', async () => {
    const reset = Math.floor(Date.now() / 1000) + 1800;
    const { context } = github(() => ({
      status: 403,
      body: { message: 'API rate limit exceeded' },
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) },
    }));
    await expect(read(context)).rejects.toMatchObject({ code: 'source-rate-limited', retryAt: new Date(reset * 1000) });
  });

  it.each([
    ['RATE_LIMITED', 'source-rate-limited'],
    ['NOT_FOUND', 'source-not-found'],
    ['FORBIDDEN', 'source-blocked'],
    ['SOMETHING', 'source-unexpected-answer'],
  ])('means by the problem %s of a query: %s', async (type, code) => {
    const { context } = github(() => ({ body: { data: { repository: null }, errors: [{ type, message: 'No.' }] } }));
    await expect(read(context, { read: 'discussions' })).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/[^.]\.$/),
    });
  });

  it('reads on where accounts, texts and parts are gone, and takes an edited text as the newer one', async () => {
    const gone = [
      issue(1, '2026-05-01T08:00:00Z', { user: null, body: null, reactions: null, comments: null }),
      issue(2, '2026-05-01T09:00:00Z', { user: { login: 'ghost' }, author_association: null, title: '' }),
      issue(3, '2026-05-01T10:00:00Z', { body: 'first', user: undefined }),
      issue(3, '2026-05-01T11:00:00Z', { body: 'edited' }),
    ];
    const { context } = github((path) => ({ body: path.endsWith('/comments') ? [] : gone }));
    const [page] = await read(context);
    expect(page?.comments.map(({ externalId, text, author }) => [externalId, text, author])).toEqual([
      ['issue-1', 'Issue 1', null],
      ['issue-2', 'Text', 'ghost'],
      ['issue-3', 'Issue 3\nfirst', null],
      ['issue-3', 'Issue 3\nedited', 'kai'],
    ]);
  });

  it('reads discussions of which parts are gone or may not be seen', async () => {
    const said = (id: string, more: object = {}) => ({
      ...{ id, body: id, url: `https://github.com/a/b/discussions/${id}`, author: null },
      ...{ createdAt: '2026-05-02T08:00:00Z', updatedAt: '2026-05-02T08:00:00Z' },
      ...more,
    });
    const end = { hasNextPage: false, endCursor: null };
    const discussion = said('D1', {
      title: 'Lid',
      comments: {
        pageInfo: end,
        nodes: [
          null,
          said('C1', { replies: null }),
          said('C2', { body: null, replies: { nodes: [null, said('R1')] } }),
        ],
      },
    });
    const data = { repository: { discussions: { totalCount: 2, pageInfo: end, nodes: [null, discussion] } } };
    const { context } = github(() => ({ body: { data, errors: [{ type: 'FORBIDDEN', message: 'Not this one.' }] } }));
    const pages = await read(context, { read: 'discussions' });
    expect(pages.flatMap(({ comments }) => comments.map(({ text, parentId }) => [text, parentId]))).toEqual([
      ['Lid\nD1', null],
      ['C1', 'D1'],
      ['R1', 'C2'],
    ]);
  });

  it('brings nothing and goes on where a page is empty', async () => {
    const { context } = github(() => ({ body: [] }));
    expect((await read(context)).flatMap(({ comments }) => comments)).toEqual([]);
  });

  it('wants a token for discussions', async () => {
    const { asked, context } = github(() => ({ body: {} }), '');
    await expect(read(context, { read: 'discussions' })).rejects.toMatchObject({ code: 'secret-missing' });
    expect(asked).toEqual([]);
  });

  it.each(['a/b', 'https://github.com/a/b', 'https://github.com/a/b.git', 'github/docs.github.com'])(
    'takes %s for a repository',
    (repository) => {
      expect(connector.config.safeParse({ repository }).success).toBe(true);
    },
  );

  it.each(['a', 'a/b?c', 'https://gitlab.example/a/b', '../b'])('does not take %s for a repository', (repository) => {
    expect(connector.config.safeParse({ repository }).success).toBe(false);
  });
});
