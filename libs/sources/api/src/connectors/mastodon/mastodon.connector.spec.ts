import { scriptedSite, type ScriptedAnswer } from '../testing/scripted-site';
import { MastodonConnector } from './mastodon.connector';
import { readStatus, statusSchema } from './mastodon-status';

const status = (more: object) =>
  statusSchema.parse({
    id: '7',
    created_at: '2026-05-03T08:00:00.000Z',
    content: '<p>Text</p>',
    visibility: 'public',
    account: { acct: 'a' },
    ...more,
  });

const instance = (answers: Readonly<Record<string, ScriptedAnswer>>) =>
  scriptedSite<{ token?: string }>(({ url }) => answers[url.pathname] ?? { status: 404, body: {} }, { secrets: {} });

describe('a status of Mastodon', () => {
  it.each([
    ['it repeats another', { reblog: { id: '3' } }],
    ['only followers may see it', { visibility: 'private' }],
    ['it is a message', { visibility: 'direct' }],
    ['it is a picture without a word', { content: '<p></p>' }],
  ])('is left out when %s', (_, more) => {
    expect(readStatus(status(more)).comment).toBeNull();
  });
});

describe('Mastodon', () => {
  it('looks an account up by its name and reads what it wrote itself', async () => {
    const { asked, context } = instance({
      '/api/v1/accounts/lookup': { body: { id: '42' } },
      '/api/v1/accounts/42/statuses': { body: [status({})] },
    });
    const check = await new MastodonConnector().check(
      { instance: 'https://social.example/about', read: 'account', name: '@pebblo', answers: false },
      context,
    );
    expect(check).toMatchObject({ title: '@pebblo · social.example', preview: [{ text: 'Text' }] });
    expect(asked.map(({ url }) => url.pathname + url.search)).toEqual([
      '/api/v1/accounts/lookup?acct=pebblo',
      '/api/v1/accounts/42/statuses?exclude_reblogs=true&limit=40',
    ]);
  });

  it('takes only the mark of the next page from an answer, never an address', async () => {
    const link = '<https://elsewhere.example/api?max_id=5>; rel="next"';
    const { asked, context } = instance({ '/api/v1/timelines/public': { body: [status({})], headers: { link } } });
    const pages = [];
    for await (const page of new MastodonConnector().fetchSince(
      { instance: 'https://social.example', read: 'local', name: '', answers: false },
      {},
      context,
    ))
      pages.push(page);
    expect(asked.map(({ url }) => url.host + url.search)).toEqual([
      'social.example?local=true&limit=40',
      'social.example?local=true&limit=40&max_id=5',
    ]);
  });

  it.each([401, 422])('says that a token is needed where an instance answers %s', async (code) => {
    const { context } = instance({
      '/api/v1/timelines/tag/pebblo': { status: code, body: { error: 'This method requires an authenticated user' } },
    });
    await expect(
      new MastodonConnector().check(
        { instance: 'https://social.example', read: 'hashtag', name: 'pebblo', answers: false },
        context,
      ),
    ).rejects.toMatchObject({ code: 'source-unauthorised', message: expect.stringContaining('members only') });
  });

  it('answers a status once, under its key, to who wrote it and for those who may see it', async () => {
    const { asked, context } = scriptedSite<{ token?: string }>(
      ({ url, method }) =>
        method === 'POST'
          ? { body: { url: 'https://social.example/@brand/8' } }
          : {
              body: url.pathname.endsWith('/7') ? status({ visibility: 'unlisted', account: { acct: 'kai@far' } }) : {},
            },
      { secrets: { token: 'token-1234' } },
    );
    const connector = new MastodonConnector();
    const config = connector.config.parse({ instance: 'https://social.example', name: 'pebblo', answers: true });
    expect(connector.answers.allowed(config, { token: 'x' })).toBe(true);
    expect(connector.answers.allowed(config, {})).toBe(false);
    const answer = { externalId: '7', parentId: null, text: 'Sorry & thanks', key: 'k1' };
    expect(await connector.answers.send(config, answer, context)).toBe('https://social.example/@brand/8');
    const [, sent] = asked;
    expect(sent?.headers).toMatchObject({ authorization: 'Bearer token-1234', 'idempotency-key': 'k1' });
    expect(Object.fromEntries(new URLSearchParams(sent?.body))).toEqual({
      ...{ status: '@kai@far Sorry & thanks', in_reply_to_id: '7', visibility: 'unlisted' },
    });
  });

  it('does not try an answer again of which it is not known whether it was published', async () => {
    const { asked, context } = scriptedSite<{ token?: string }>(
      ({ method }) => (method === 'POST' ? { status: 503, body: {} } : { body: status({}) }),
      { secrets: { token: 'token-1234' } },
    );
    const connector = new MastodonConnector();
    const config = connector.config.parse({ instance: 'https://social.example', name: 'pebblo', answers: true });
    const sending = connector.answers.send(config, { externalId: '7', parentId: null, text: 'a', key: 'k' }, context);
    await expect(sending).rejects.toMatchObject({ code: 'source-unavailable' });
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('wants to know which hashtag', () => {
    expect(new MastodonConnector().config.safeParse({ instance: 'https://social.example', name: '#' }).success).toBe(
      false,
    );
  });
});
