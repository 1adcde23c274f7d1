import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { FeedConnector } from './feed.connector';
import { HttpLine } from '../http/http-line';
import { openSource } from '../open-source';
import { readPages } from '../page-reading';

const item = (guid: string, rest: string) => `<item><guid>${guid}</guid>${rest}</item>`;
const rss = (...items: string[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Forum</title>${items.join('')}</channel></rss>`;
const DATED = '<pubDate>Sun, 03 May 2026 08:00:00 GMT</pubDate>';
const NEVER = new AbortController().signal;

describe('a feed', () => {
  let server: Server;
  let answer: RequestListener;
  let requests: IncomingMessage[];
  let line: HttpLine;
  const address = (path = '/feed', host = '127.0.0.1') =>
    `http://${host}:${(server.address() as AddressInfo).port}${path}`;

  beforeEach(async () => {
    requests = [];
    server = createServer((incoming, response) => {
      if (incoming.url === '/robots.txt') return void response.writeHead(404).end();
      requests.push(incoming);
      answer(incoming, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    line = new HttpLine({
      allowedHosts: ['127.0.0.1'],
      userAgent: 'Moodline/test',
      delayMs: 0,
      timeoutMs: 30_000,
      retryMs: 1,
    });
  });

  afterEach(async () => {
    await line.onModuleDestroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const open = (url = address(), signal = NEVER, more: object = {}) =>
    openSource(new FeedConnector(), { line, signal, config: { url, ...more }, secrets: {}, since: null });
  const check = async (url = address()) => {
    const { connector, config, context } = open(url);
    return connector.check(config, context);
  };

  async function fetchPage(cursor: unknown = {}, url = address()) {
    const pages = [];
    for await (const page of readPages(open(url), cursor)) pages.push(page);
    return pages[0];
  }

  it.each([
    ['gzip', 'as it is', (text: string) => Buffer.from(text)],
    ['br', 'as gzip', (text: string) => gzipSync(text)],
    ['gzip', 'as gzip twice', (text: string) => gzipSync(gzipSync(text))],
    ['br', 'as br', (text: string) => brotliCompressSync(text)],
    [undefined, 'as gzip', (text: string) => gzipSync(text)],
  ])('is read where its header says %s and it comes %s', async (encoding, _, pack) => {
    answer = (__, response) => {
      if (encoding) response.setHeader('content-encoding', encoding);
      response.end(pack(rss(item('a', `<description>Great sound</description>${DATED}`))));
    };
    expect((await fetchPage())?.comments).toMatchObject([{ text: 'Great sound' }]);
  });

  it('brings the pages behind it that it names, and later only what is new', async () => {
    const entry = (id: number) =>
      `<entry><id>p${id}</id><title>said ${id}</title><updated>2026-05-0${id}T08:00:00Z</updated></entry>`;
    const atom = (next: string, ...ids: number[]) =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title>${next && `<link rel="next" href="${next}"/>`}${ids.map(entry).join('')}</feed>`;
    let newest = [5];
    answer = ({ url }, response) =>
      response.end(
        url === '/feed'
          ? atom('/feed?page=2', ...newest, 4)
          : url?.endsWith('2')
            ? atom('/feed?page=3', 3, 2)
            : atom('', 1),
      );
    const first = await fetchPage();
    expect(first?.comments.map(({ externalId }) => externalId)).toEqual(['p5', 'p4', 'p3', 'p2', 'p1']);
    newest = [6, 5];
    requests = [];
    expect((await fetchPage(first?.cursor))?.comments.map(({ externalId }) => externalId)).toEqual(['p6', 'p5', 'p4']);
    expect(requests.map(({ url }) => url)).toEqual(['/feed']);
  });

  it('ends where its next page is its own or lies on another site', async () => {
    answer = (_, response) =>
      response.end(
        `<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><link rel="next" href="${requests.length > 1 ? 'https://other.example/' : '/feed?page=2'}"/><entry><id>p${requests.length}</id><title>said</title><updated>2026-05-01T08:00:00Z</updated></entry></feed>`,
      );
    expect((await fetchPage())?.comments.map(({ externalId }) => externalId)).toEqual(['p1', 'p2']);
  });

  it('brings its items as comments; a bad one stops no other', async () => {
    answer = (_, response) =>
      response.end(
        rss(
          item('a', `<title>Great…</title><description>&lt;p&gt;Great sound, bad case&lt;/p&gt;</description>${DATED}`),
          item('b', DATED),
          item('c', '<title>不错</title><pubDate>someday</pubDate><link>javascript:alert(1)</link>'),
        ),
      );
    const page = await fetchPage();
    expect(page).toMatchObject({ rows: 3, notModified: false, rejected: [{ line: 2, code: 'empty-text' }] });
    expect(page?.comments[0]).toMatchObject({
      externalId: 'a',
      text: 'Great sound, bad case',
      publishedAt: new Date('2026-05-03T08:00:00Z'),
    });
    expect(page?.comments[1]).toMatchObject({ text: '不错', dateUnknown: true, permalink: null });
  });

  it('is asked only for what is new', async () => {
    answer = (_, response) =>
      response
        .writeHead(200, { etag: '"v1"', 'last-modified': 'Sun, 03 May 2026 08:00:00 GMT' })
        .end(rss(item('a', '<title>One</title>')));
    const first = await fetchPage();
    answer = (_, response) => response.writeHead(304).end();
    const second = await fetchPage(first?.cursor);
    expect(requests[1]?.headers).toMatchObject({
      'if-none-match': '"v1"',
      'if-modified-since': 'Sun, 03 May 2026 08:00:00 GMT',
    });
    expect(second).toMatchObject({ rows: 0, comments: [], cursor: first?.cursor, notModified: true });
  });

  it('may be compressed and in another encoding', async () => {
    const gbk = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="gbk"?><rss version="2.0"><channel><title>x</title><item><title>'),
      Buffer.from('bac3', 'hex'),
      Buffer.from('</title></item></channel></rss>'),
    ]);
    answer = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(gbk));
    expect((await fetchPage())?.comments[0]?.text).toBe('好');
  });

  it('is followed when it has moved, and not to where it must not lead', async () => {
    answer = (incoming, response) =>
      incoming.url === '/feed'
        ? response.writeHead(301, { location: '/moved' }).end()
        : response.end(rss(item('a', '<title>One</title>')));
    expect((await fetchPage())?.rows).toBe(1);
    for (const location of [
      'http://127.0.0.2/',
      address('/x', 'localhost'),
      'http://[::1]/',
      'http://169.254.169.254/latest/',
      'file:///etc/passwd',
    ]) {
      answer = (_, response) => response.writeHead(302, { location }).end();
      await expect(fetchPage()).rejects.toMatchObject({ code: 'address-refused' });
    }
  });

  it('that has moved for good is asked where it is now, and at its first address where nothing is there', async () => {
    let isThere = true;
    answer = (incoming, response) => {
      if (incoming.url === '/feed' && isThere) response.writeHead(301, { location: '/new' }).end();
      else if (incoming.url === '/new' && !isThere) response.writeHead(410).end();
      else response.end(rss(item('a', '<title>One</title>')));
    };
    const paths = () => requests.splice(0).map(({ url }) => url);
    const first = await fetchPage();
    expect(paths()).toEqual(['/feed', '/new']);
    const second = await fetchPage(first?.cursor);
    expect(paths()).toEqual(['/new']);
    isThere = false;
    const third = await fetchPage(second?.cursor);
    expect([third?.rows, paths()]).toEqual([1, ['/new', '/feed']]);
    await fetchPage(third?.cursor);
    expect(paths()).toEqual(['/feed']);
  });

  it.each([302, 303, 307])(
    'that is elsewhere for the time being (%i) is asked at its own address again',
    async (status) => {
      answer = (incoming, response) =>
        incoming.url === '/feed'
          ? response.writeHead(status, { location: '/elsewhere' }).end()
          : response.writeHead(301, { location: '/end' }).end();
      const read = answer;
      answer = (incoming, response) =>
        incoming.url === '/end' ? response.end(rss(item('a', '<title>One</title>'))) : read(incoming, response);
      const first = await fetchPage();
      requests.length = 0;
      await fetchPage(first?.cursor);
      expect(requests.map(({ url }) => url)).toEqual(['/feed', '/elsewhere', '/end']);
    },
  );

  it('that has not changed where it has moved to stays known there', async () => {
    answer = (incoming, response) =>
      incoming.url === '/feed'
        ? response.writeHead(308, { location: '/new' }).end()
        : incoming.headers['if-none-match'] === '"1"'
          ? response.writeHead(304).end()
          : response.writeHead(200, { etag: '"1"' }).end(rss(item('a', '<title>One</title>')));
    const first = await fetchPage();
    const second = await fetchPage(first?.cursor);
    expect([second?.notModified, second?.cursor]).toEqual([true, first?.cursor]);
    expect(requests.map(({ url }) => url)).toEqual(['/feed', '/new', '/new']);
  });

  it('that leads in circles is left alone', async () => {
    answer = (_, response) => response.writeHead(302, { location: '/feed' }).end();
    await expect(fetchPage()).rejects.toMatchObject({ code: 'too-many-redirects' });
    expect(requests).toHaveLength(6);
  });

  it('that sets a cookie and sends one back to the same address is read', async () => {
    answer = (incoming, response) =>
      incoming.headers.cookie === 'seen=1'
        ? response.end(rss(item('a', '<title>One</title>')))
        : response.writeHead(302, { location: '/feed', 'set-cookie': 'seen=1; Path=/; HttpOnly' }).end();
    expect((await fetchPage())?.rows).toBe(1);
    await fetchPage();
    // Cookies last as long as one request.
    expect(requests.map(({ headers }) => headers.cookie)).toEqual([undefined, 'seen=1', undefined, 'seen=1']);
  });

  it('of many megabytes is read', async () => {
    const long = `<description>${'the case is loose '.repeat(500)}</description>`;
    answer = (_, response) =>
      response.end(rss(...Array.from({ length: 700 }, (_item, index) => item(`i${index}`, long + DATED))));
    expect((await fetchPage())?.rows).toBe(700);
  });

  it('that is a packed file is unpacked, whatever the server calls it', async () => {
    answer = (_, response) =>
      response
        .writeHead(200, { 'content-type': 'application/x-gzip' })
        .end(gzipSync(rss(item('a', '<title>One</title>'))));
    expect((await fetchPage({}, address('/feed.xml.gz')))?.comments[0]?.text).toBe('One');
  });

  it('is found by the address of its page', async () => {
    answer = (incoming, response) =>
      incoming.url === '/forum'
        ? response.end(
            '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" title="New posts" href="/feed"></head></html>',
          )
        : response.end(rss(item('a', `<title>One</title>${DATED}`)));
    expect(await check(address('/forum'))).toMatchObject({
      items: 1,
      feeds: [{ address: address('/feed'), title: 'New posts' }],
    });
    expect((await fetchPage({}, address('/forum')))?.comments[0]?.text).toBe('One');
  });

  it('that is a web page is told from a feed', async () => {
    answer = (_, response) => response.end('<!doctype html><html><body>Hi</body></html>');
    await expect(check()).rejects.toMatchObject({
      code: 'not-a-feed-format',
    });
  });

  it('without end is cut off', async () => {
    const feedForEver = (response: ServerResponse) => {
      while (response.writable && response.write('<item>'.repeat(20_000)));
      response.once('drain', () => feedForEver(response));
    };
    answer = (_, response) => feedForEver(response);
    await expect(fetchPage()).rejects.toMatchObject({ code: 'source-too-large' });
  });

  it('that breaks off is reported', async () => {
    answer = (_, response) =>
      response.writeHead(200, { 'content-length': '1000' }).write('<rss', () => response.destroy());
    await expect(fetchPage()).rejects.toMatchObject({ code: 'source-unreachable' });
    const closed = address();
    await new Promise((resolve) => server.close(resolve));
    await expect(fetchPage({}, closed)).rejects.toMatchObject({
      code: 'source-unreachable',
      message: expect.stringContaining('does not accept connections'),
    });
  });

  it('stops being read when somebody says so', async () => {
    const stop = new AbortController();
    answer = () => stop.abort(new Error('enough'));
    await expect(readPages(open(address(), stop.signal), {}).next()).rejects.toThrow('enough');
  });

  it('can be looked at before it is added', async () => {
    answer = (_, response) =>
      response.end(rss(item('a', `<title>One</title>${DATED}`), item('b', `<title>Two</title>${DATED}`)));
    await expect(check()).resolves.toEqual({
      title: 'Forum',
      items: 2,
      preview: [
        { text: 'One', publishedAt: '2026-05-03T08:00:00.000Z' },
        { text: 'Two', publishedAt: '2026-05-03T08:00:00.000Z' },
      ],
    });
  });
});
