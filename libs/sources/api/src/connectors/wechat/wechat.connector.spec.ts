import { explainWeChat, granted, listAnswerSchema, tokenAnswerSchema } from './wechat-answers';
import { WeChatConnector } from './wechat.connector';

describe('WeChat', () => {
  it.each([
    [40125, 'source-unauthorised'],
    [40013, 'source-unauthorised'],
    [42001, 'source-unauthorised'],
    [40164, 'source-blocked'],
    [88000, 'source-blocked'],
    [48001, 'source-blocked'],
    [88001, 'source-not-found'],
    [45009, 'source-rate-limited'],
    [-1, 'source-unavailable'],
    [99999, 'source-unexpected-answer'],
  ])('is understood when it answers %i', (errcode, code) => {
    for (const schema of [tokenAnswerSchema, listAnswerSchema])
      expect(() => granted(schema.parse({ errcode, errmsg: 'x' }))).toThrow(expect.objectContaining({ code }));
  });

  it('says which address to put on the whitelist', () => {
    expect(explainWeChat(40164, 'invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist').message).toContain(
      '203.0.113.7',
    );
  });

  const read = async (totals: readonly number[], articles: object, now = '2026-05-03T09:00:00Z') => {
    const begins: number[] = [];
    const json = async (_: unknown, address: string, { json: asked }: { json: { begin: number } }) => {
      if (address.endsWith('stable_token')) return { data: { access_token: 't' } };
      begins.push(asked.begin);
      return {
        data: {
          total: totals[0] ?? 0,
          comment: [{ user_comment_id: asked.begin, create_time: 1_777_790_000, content: 'x' }],
        },
      };
    };
    const pages = new WeChatConnector().fetchSince(
      { appId: 'wx0123456789abcdef', articles: ['2247480001'] },
      { articles } as never,
      {
        http: { json },
        site: () => 'https://a.example',
        secrets: { appSecret: 's' },
        now: () => new Date(now),
      } as never,
    );
    let cursor: unknown = null;
    for await (const page of pages) cursor = page.cursor;
    return { begins, cursor };
  };

  it('is asked for the first page only as long as the number of comments is the same, and for all of them once a day', async () => {
    const readAt = '2026-05-03T08:00:00.000Z';
    const state = { '2247480001': { total: 120, readAt } };
    expect(await read([120], state)).toEqual({ begins: [0], cursor: { articles: state } });
    expect((await read([121], state)).begins).toEqual([0, 49, 98]);
    expect((await read([120], state, '2026-05-04T08:00:01Z')).begins).toEqual([0, 49, 98]);
  });

  it('is gone on with where it stopped', async () =>
    expect((await read([120], { '2247480001': { begin: 49 } })).begins).toEqual([49, 98]));
});
