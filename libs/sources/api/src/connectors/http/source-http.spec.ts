import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadSettings } from '@moodline/shared/config';
import * as z from 'zod';
import { SourceError } from '../source.errors';
import { HttpLine, type LineOptions } from './http-line';
import { SourceHttp, type HttpOwner } from './source-http';

const QUICK: LineOptions = {
  allowedHosts: ['127.0.0.1', 'localhost'],
  userAgent: 'Moodline/test',
  delayMs: 0,
  timeoutMs: 1000,
  retryMs: 1,
};

describe('the client of a source', () => {
  let server: Server;
  let answer: RequestListener;
  let asked: (IncomingMessage & { at: number })[];
  let robots: string | number;
  let line: HttpLine;
  const address = (path = '/', host = '127.0.0.1') => `http://${host}:${(server.address() as AddressInfo).port}${path}`;
  const paths = () => asked.map(({ url }) => url);
  const client = (owner: Partial<HttpOwner> = {}, options: Partial<LineOptions> = {}) => {
    line = new HttpLine({ ...QUICK, ...options });
    return new SourceHttp(line, { robots: false, secrets: [], signal: new AbortController().signal, ...owner });
  };

  beforeEach(async () => {
    asked = [];
    robots = 404;
    answer = (_, response) => response.end('{}');
    server = createServer((request, response) => {
      asked.push(Object.assign(request, { at: Date.now() }));
      if (request.url !== '/robots.txt') return answer(request, response);
      if (typeof robots === 'number') response.writeHead(robots).end();
      else response.end(robots);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  afterEach(async () => {
    await line.onModuleDestroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('says who it is and whom to write to', async () => {
    const settings = loadSettings({
      FEED_ALLOWED_HOSTS: '127.0.0.1',
      CRAWL_CONTACT: 'https://example.com/bot',
      CRAWL_DELAY_SECONDS: '0',
    });
    line = HttpLine.of(settings);
    await new SourceHttp(line, { robots: false, secrets: [], signal: new AbortController().signal }).fetch(address());
    expect(asked[0]?.headers['user-agent']).toMatch(/^Moodline\/\d+\.\d+\.\d+ \(\+https:\/\/example\.com\/bot\)$/);
  });

  it('asks a host one thing at a time, with a rest in between, whoever asks', async () => {
    let open = 0;
    let most = 0;
    answer = (_, response) => {
      most = Math.max(most, ++open);
      setImmediate(() => {
        open--;
        response.end('{}');
      });
    };
    const first = client({}, { delayMs: 60 });
    const second = new SourceHttp(line, { robots: false, secrets: [], signal: new AbortController().signal });
    await Promise.all([first.fetch(address('/1')), second.fetch(address('/2')), first.fetch(address('/3'))]);
    const gaps = asked.slice(1).map(({ at }, index) => at - (asked[index]?.at ?? 0));
    expect([most, gaps.every((gap) => gap >= 55)]).toEqual([1, true]);
    expect([first.usage, second.usage]).toEqual([
      { requests: 2, bytes: 4 },
      { requests: 1, bytes: 2 },
    ]);
  });

  it('lets others go on when one who waits is stopped', async () => {
    const stop = new AbortController();
    const http = client({}, { delayMs: 200 });
    const stopped = new SourceHttp(line, { robots: false, secrets: [], signal: stop.signal });
    await http.fetch(address('/1'));
    const waiting = stopped.fetch(address('/2'));
    const next = http.fetch(address('/3'));
    stop.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    await next;
    expect(paths()).toEqual(['/1', '/3']);
  });

  it('asks robots.txt once and does as it says', async () => {
    robots =
      'User-agent: *\nDisallow: /private\nCrawl-delay: 0.1\n\nUser-agent: Moodline\nDisallow: /private\nDisallow: /api\nCrawl-delay: 0.1';
    const http = client({ robots: true });
    await http.fetch(address('/page'));
    await expect(http.fetch(address('/private/1'))).rejects.toMatchObject({
      code: 'robots-refused',
      message: expect.stringContaining('/private/1'),
    });
    await expect(http.fetch(address('/api'))).rejects.toMatchObject({ code: 'robots-refused' });
    await http.fetch(address('/api'), { robots: false });
    await http.fetch(address('/page2'));
    expect(paths()).toEqual(['/robots.txt', '/page', '/api', '/page2']);
    expect((asked[1]?.at ?? 0) - (asked[0]?.at ?? 0)).toBeGreaterThanOrEqual(90);
  });

  it('reads nothing of a site that cannot tell its rules just now', async () => {
    robots = 503;
    await expect(client({ robots: true }).fetch(address('/page'))).rejects.toMatchObject({
      code: 'source-unavailable',
    });
    expect(paths()).toEqual(['/robots.txt', '/robots.txt', '/robots.txt']);
  });

  it('tries again after trouble of the moment, but not when it was told when to come back', async () => {
    answer = (_, response) => (asked.length < 3 ? response.writeHead(502).end() : response.end('ok'));
    expect((await client().fetch(address())).text()).toBe('ok');
    asked = [];
    answer = (_, response) => response.writeHead(503, { 'retry-after': '7200' }).end();
    const error = (await client()
      .fetch(address())
      .catch((caught: unknown) => caught)) as SourceError;
    expect([error.code, asked.length, Math.round(((error.retryAt?.getTime() ?? 0) - Date.now()) / 1000)]).toEqual([
      'source-unavailable',
      1,
      7200,
    ]);
  });

  it('takes a 403 with a used-up limit for what it is', async () => {
    answer = (_, response) =>
      response
        .writeHead(403, {
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + 600),
        })
        .end();
    const error = (await client()
      .fetch(address())
      .catch((caught: unknown) => caught)) as SourceError;
    expect(error.code).toBe('source-rate-limited');
    expect(Math.abs((error.retryAt?.getTime() ?? 0) - Date.now() - 600_000)).toBeLessThan(5000);
  });

  it('hands keys to the host they are for, not to where it redirects', async () => {
    answer = (request, response) =>
      request.url === '/start'
        ? response.writeHead(302, { location: address('/end', 'localhost') }).end()
        : response.end('{}');
    await client().fetch(address('/start'), { headers: { authorization: 'Bearer k' } });
    expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer k', undefined]);
    await expect(client().fetch(address('/start'), { form: { key: 'k' } })).rejects.toMatchObject({
      code: 'source-unexpected-answer',
    });
  });

  it('keeps keys out of its messages', async () => {
    answer = (_, response) => response.writeHead(404).end();
    const error = (await client({ secrets: ['geheim/1'] })
      .fetch(address('/by/geheim%2F1'), { query: { key: 'geheim/1' } })
      .catch((caught: unknown) => caught)) as SourceError;
    expect(error).toMatchObject({ code: 'source-not-found', message: expect.stringContaining('/by/…') });
    expect(error.message).not.toContain('key=');
  });

  it('says where JSON is not as promised', async () => {
    const http = client();
    answer = (_, response) => response.end('{"items":[{"id":1},{"id":"x"}]}');
    await expect(
      http.json(z.object({ items: z.array(z.object({ id: z.number() })) }), address()),
    ).rejects.toMatchObject({ code: 'malformed-answer', message: expect.stringContaining('items.1.id') });
    answer = (_, response) => response.end('<html>');
    await expect(http.json(z.object({}), address())).rejects.toMatchObject({ code: 'malformed-answer' });
  });

  it('lets a connector explain what its site means', async () => {
    answer = (_, response) => response.writeHead(403).end('{"reason":"quota"}');
    const explain = ({ text }: { text(): string }) =>
      text().includes('quota') ? new SourceError('source-rate-limited', 'No more today.') : null;
    await expect(client().fetch(address(), { explain })).rejects.toMatchObject({ code: 'source-rate-limited' });
  });

  it('does not swallow more than it wants to', async () => {
    answer = (_, response) => response.end('x'.repeat(2000));
    await expect(client().fetch(address(), { maxBytes: 1000 })).rejects.toMatchObject({ code: 'source-too-large' });
  });

  it('refuses addresses of the own network, also behind a redirect and with another name', async () => {
    answer = (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/' }).end();
    await expect(client().fetch(address())).rejects.toMatchObject({ code: 'address-refused' });
    await expect(client({}, { allowedHosts: [] }).fetch(address('/', 'localhost'))).rejects.toMatchObject({
      code: 'address-refused',
    });
  });
});
