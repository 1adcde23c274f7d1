import { SourceError } from '../source.errors';
import { jsonApiConfigSchema } from './json-api-config';
import { JsonApiConnector } from './json-api.connector';
import { JsonItems } from './json-items';
import { isJsonPath, JsonPath } from './json-path';

const base = new URL('https://shop.example/api/comments?page=1');
const settings = (more: object = {}) =>
  jsonApiConfigSchema.parse({
    url: base.href,
    items: 'data',
    text: 'text',
    time: 'at',
    id: 'id',
    link: 'link',
    ...more,
  });
const read = (answer: unknown, more: object = {}) =>
  new JsonItems(settings(more), { timeZone: 'UTC', now: () => new Date() })
    .read(answer, base)
    .map(({ comment }) => comment);

describe('JSONPath', () => {
  it.each([
    '$',
    'a',
    'a.b',
    '$.a[0].b',
    "$['a b']",
    '[0].a',
    '$..text',
    '$.a[?@.kind == "comment"]',
    '$.a[?length(@.text) > 3]',
  ])('takes %s', (path) => expect(isJsonPath(path)).toBe(true));

  it.each([
    '$.',
    'a b',
    '$.a[',
    '$.a[?(@.x)].y()',
    '$[?match(@.a, "(a+)+$")]',
    '$[?search(@.a, "x")]',
    '$.a[(@.length-1)]',
    '`process.exit()`',
    '$..*..*..*..*..*',
    '$.data[?count($..id) > 0]',
    '$[?@..a[?@..b]]',
    '$[*,*,*,*,*][*,*,*,*,*][*,*,*,*,*]',
  ])('refuses %s', (path) => expect(isJsonPath(path)).toBe(false));

  it('does not leave the answer', () => {
    for (const path of ['constructor', '__proto__', '$.constructor.constructor', 'toString'])
      expect(new JsonPath(path).values({ a: 1 })).toEqual([]);
  });
});

describe('the comments of an answer', () => {
  it('may be picked by a filter, and their text put together from several places', () => {
    const data = [
      { kind: 'ad', text: 'Buy!' },
      { kind: 'comment', title: 'Fine', text: 'Works well', at: 1_777_800_000 },
    ];
    expect(read({ data }, { items: '$.data[?@.kind == "comment"]', text: "$['title','text']" })).toEqual([
      expect.objectContaining({ text: 'Fine\nWorks well', publishedAt: new Date(1_777_800_000_000) }),
    ]);
  });

  it('are none where the interface says null, and not understood where there is no list', () => {
    expect(read({ data: null })).toEqual([]);
    for (const answer of [{}, { data: { text: 'one' } }, 'text', null, { items: [] }])
      expect(() => read(answer)).toThrow(SourceError);
  });

  it('keep links of the web only, made whole', () => {
    const link = (text: string) =>
      read({ data: [{ text: 'x', at: '2026-05-03T08:00:00Z', link: text }] })[0]?.permalink;
    expect(['/r/1', 'https://other.example/2', 'javascript:alert(1)', 'data:text/html,x', ''].map(link)).toEqual([
      'https://shop.example/r/1',
      'https://other.example/2',
      null,
      null,
      null,
    ]);
  });

  it('with a time that cannot be read are rejected later, not lost', () => {
    const [comment] = read({ data: [{ id: 5, text: 'x', at: 'yesterday-ish' }] });
    expect([comment?.externalId, Number.isNaN(comment?.publishedAt.getTime())]).toEqual(['5', true]);
  });

  it('are read out of HTML when told so', () => {
    expect(read({ data: [{ text: '<p>Good &amp; cheap</p>', at: '2026-05-03' }] }, { html: true })[0]?.text).toBe(
      'Good & cheap',
    );
  });
});

describe('the settings of a JSON interface', () => {
  const refused = (more: object) => !new JsonApiConnector().config.safeParse({ ...settings(), ...more }).success;

  it('refuse headers that carry no key, and a cursor without a place', () => {
    expect(
      [
        { header: 'Cookie' },
        { header: 'host' },
        { header: 'X Key' },
        { paging: 'cursor', next: '' },
        { timeZone: 'Mars/Base' },
        { url: 'ftp://a.example' },
      ].map(refused),
    ).toEqual(Array(6).fill(true));
    expect(
      [{ header: 'X-Api-Key' }, { paging: 'cursor', next: '$.next' }, { timeZone: 'Asia/Tokyo' }].map(refused),
    ).toEqual([false, false, false]);
  });

  it('take no key that would break out of its header', () => {
    const { secrets } = new JsonApiConnector();
    expect(['Bearer abc', 'a\r\nX-Evil: 1', '钥匙'].map((key) => secrets.safeParse({ key }).success)).toEqual([
      true,
      false,
      false,
    ]);
    expect(secrets.safeParse({}).success).toBe(true);
  });
});

describe('a link to the next page', () => {
  const answered = (next: string | null, headers: Record<string, string> = {}) => ({
    url: base.href,
    headers: new Headers(headers),
    text: () => JSON.stringify({ data: [{ id: next ?? 'last', text: 'x', at: '2026-05-03T08:00:00Z' }], next }),
  });

  async function follow(
    next: string | null,
    { place = 'next', headers }: { place?: string; headers?: Record<string, string> } = {},
  ) {
    const asked: string[] = [];
    const http = {
      fetch: async (address: string) => (
        asked.push(address),
        answered(asked.length === 1 ? next : null, asked.length === 1 ? headers : {})
      ),
    };
    const context = {
      http,
      secrets: { key: 'Bearer abc' },
      since: new Date('2026-05-01'),
      now: () => new Date('2026-05-03T09:00:00Z'),
    };
    const pages = new JsonApiConnector().fetchSince(settings({ paging: 'link', next: place }), {}, context as never);
    let error: unknown = null;
    try {
      for await (const page of pages) void page;
    } catch (caught) {
      error = caught;
    }
    return { asked, error };
  }

  it('is followed at the same site', async () => {
    expect(await follow('?page=2')).toEqual({
      asked: [base.href, 'https://shop.example/api/comments?page=2'],
      error: null,
    });
  });

  it('is found in the Link header where no place is given', async () => {
    expect(
      (await follow(null, { place: '', headers: { link: '<https://shop.example/api/comments?page=3>; rel="next"' } }))
        .asked,
    ).toEqual([base.href, 'https://shop.example/api/comments?page=3']);
  });

  it.each(['https://evil.example/?page=2', '//evil.example/2', 'http://shop.example/2', 'javascript:1'])(
    'is not followed to %s, where the key must not go',
    async (next) => {
      const { asked, error } = await follow(next);
      expect([asked, error]).toEqual([[base.href], expect.objectContaining({ code: 'source-unexpected-answer' })]);
    },
  );
});
