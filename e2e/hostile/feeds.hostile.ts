import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectRefused, nothingChanges, type Refusal } from './expect-refused';
import { hostileSite, Target } from './target';

const target = new Target();
const check = (url: string, kind = 'feed', more: object = {}) =>
  target.json('POST', '/api/sources/check', { kind, config: { url, ...more } });

/** Addresses of this machine, of networks behind it, and of what is no site. */
const addresses: readonly (readonly [string, string])[] = [
  ['http://0.0.0.0/feed', 'address-refused'],
  ['http://127.0.0.2/feed', 'address-refused'],
  ['http://127.1.1.1:22/', 'address-refused'],
  ['http://2130706434/', 'address-refused'],
  ['http://0x7f.0x0.0x0.0x2/', 'address-refused'],
  ['http://0177.0.0.2/', 'address-refused'],
  ['http://127。0。0。2/', 'address-refused'],
  ['http://①②⑦.⓪.⓪.②/', 'address-refused'],
  ['http://localhost:5432/', 'address-refused'],
  ['http://[::1]/', 'address-refused'],
  ['http://[::]/', 'address-refused'],
  ['http://[::ffff:10.0.0.1]/', 'address-refused'],
  ['http://[64:ff9b::a00:1]/', 'address-refused'],
  ['http://[fe80::1]/', 'address-refused'],
  ['http://[fd00:ec2::254]/', 'address-refused'],
  ['http://10.0.0.1/', 'address-refused'],
  ['http://172.16.0.1/', 'address-refused'],
  ['http://192.168.1.1/', 'address-refused'],
  ['http://100.64.0.1/', 'address-refused'],
  ['http://169.254.169.254/latest/meta-data/', 'address-refused'],
  ['http://user:secret@example.com/', 'address-refused'],
  ['file:///etc/passwd', 'invalid-input'],
  ['gopher://example.com/', 'invalid-input'],
  ['javascript:alert(1)', 'invalid-input'],
  ['data:text/xml,<rss/>', 'invalid-input'],
  ['http://example.com:99999/', 'invalid-input'],
  ['not an address', 'invalid-input'],
  ['', 'invalid-input'],
  [`http://example.com/${'x'.repeat(10_000)}`, 'invalid-input'],
];

const LAUGHS = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">${Array.from({ length: 12 }, (_, n) => `<!ENTITY ${String.fromCharCode(98 + n)} "${`&${String.fromCharCode(97 + n)};`.repeat(12)}">`).join('')}]><rss><channel><title>&m;</title></channel></rss>`;
const bomb = gzipSync(Buffer.alloc(300_000_000, ' '));

/** What a site answers to whoever wants its feed. */
const answers: Readonly<Record<string, RequestListener>> = {
  '/private': (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/' }).end(),
  '/circle': (_, response) => response.writeHead(302, { location: '/circle' }).end(),
  '/file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  // For good: the address that a source takes over from then on.
  '/moved-private': (_, response) => response.writeHead(301, { location: 'http://10.0.0.1/feed' }).end(),
  '/moved-to-file': (_, response) => response.writeHead(308, { location: 'file:///etc/passwd' }).end(),
  '/moved-with-password': (_, response) =>
    response.writeHead(301, { location: 'http://user:secret@example.com/feed' }).end(),
  '/moved-to-script': (_, response) => response.writeHead(301, { location: 'javascript:alert(1)' }).end(),
  '/moved-in-a-circle': (_, response) => response.writeHead(301, { location: '/moved-in-a-circle' }).end(),
  '/nowhere': (_, response) => response.writeHead(302, { location: 'http://[' }).end(),
  '/gone': (_, response) => response.writeHead(404).end('<html>'),
  '/secret': (_, response) => response.writeHead(401).end(),
  '/broken': (_, response) => response.writeHead(500).end('stack trace'),
  '/empty': (_, response) => response.end(),
  '/page': (_, response) => response.setHeader('content-type', 'text/html').end('<html><body>no feed</body></html>'),
  '/picture': (_, response) => response.end(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
  '/json': (_, response) => response.setHeader('content-type', 'application/json').end('{"a":1}'),
  '/laughs': (_, response) => response.end(LAUGHS),
  '/entity': (_, response) =>
    response.end(
      '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&x;</title><item><title>&x;</title></item></channel></rss>',
    ),
  '/bomb': (_, response) => response.setHeader('content-encoding', 'gzip').end(bomb),
  '/unpackable': (_, response) => response.setHeader('content-encoding', 'gzip').end('this is not packed'),
  '/cut': (request, response) => {
    response.writeHead(200, { 'content-length': '100000' });
    response.write('<rss><channel>', () => request.socket.destroy());
  },
};

/** The code of what is said of each. */
const refusals: readonly (readonly [string, string])[] = [
  ['/private', 'address-refused'],
  ['/circle', 'too-many-redirects'],
  ['/file', 'address-refused'],
  ['/moved-private', 'address-refused'],
  ['/moved-to-file', 'address-refused'],
  ['/moved-with-password', 'address-refused'],
  ['/moved-to-script', 'address-refused'],
  ['/moved-in-a-circle', 'too-many-redirects'],
  ['/nowhere', 'source-unexpected-answer'],
  ['/gone', 'source-not-found'],
  ['/secret', 'source-unauthorised'],
  ['/broken', 'source-unavailable'],
  ['/empty', 'not-a-feed-format'],
  ['/page', 'not-a-feed-format'],
  ['/picture', 'not-a-feed-format'],
  ['/json', 'not-a-feed-format'],
  ['/entity', 'not-a-feed-format'],
  ['/bomb', 'source-too-large'],
  ['/unpackable', 'not-a-feed-format'],
  ['/cut', 'source-unreachable'],
];

/** Paths into JSON that would cost too much, run something, or mean nothing. */
const jsonPaths: readonly string[] = [
  '$..*..*..*..*',
  '$[?(@.a == $..b)]',
  '$[(process.exit())]',
  '$[?(@.constructor.constructor("return process")())]',
  '$.data[',
  '$'.repeat(1000),
  `$${'[0]'.repeat(5000)}`,
  '../../etc/passwd',
];

describe('a hostile site', () => {
  let site: Awaited<ReturnType<typeof hostileSite>>;
  beforeAll(async () => {
    site = await hostileSite((request, response) => {
      const answer = answers[(request.url ?? '').split('?')[0] ?? ''];
      if (answer) answer(request, response);
      else response.writeHead(404).end();
    });
  });
  afterAll(() => site.close());

  it.each(addresses)('at %j is not asked', async (url, code) =>
    nothingChanges(target, async () =>
      expectRefused(await check(url), [code === 'address-refused' ? 422 : 400, code, /.{20}/]),
    ),
  );

  it.each(refusals)('that answers with %s gives nothing, and it is said what is wrong', async (path, code) =>
    nothingChanges(target, async () => {
      const refusal: Refusal = [422, code, /.{20}/];
      const seen = await check(`${site.url}${path}`);
      expectRefused(seen, refusal);
      expect(seen.body).not.toMatch(/root:|haha/);
    }),
  );

  it('that laughs by the billion is a feed without anything in it', async () =>
    nothingChanges(target, async () => {
      const { status, body } = await check(`${site.url}/laughs`);
      expect(status).toBe(200);
      expect(JSON.parse(body)).toMatchObject({ preview: [] });
      expect(body.length).toBeLessThan(1000);
    }));

  it.each(jsonPaths)('is not searched by the path %s', async (path) =>
    nothingChanges(target, async () => {
      const seen = await check(`${site.url}/json`, 'json-api', { items: path, text: '$.text', time: '$.time' });
      expectRefused(seen, [400, 'invalid-input', /.{20}/]);
    }),
  );
});
