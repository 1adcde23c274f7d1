import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { expectRefused, nothingChanges, type Refusal } from './expect-refused';
import { Target, type Seen } from './target';

const target = new Target();
const MONITOR = '/api/monitors';
const post = (path: string, body: unknown) => target.json('POST', path, body);
const typed = (type: string, body: string, more: Record<string, string> = {}) =>
  target.ask(MONITOR, { method: 'POST', body, headers: { 'Content-Type': type, ...more } });
const head = (line: string, ...headers: string[]) =>
  [`${line} HTTP/1.1`, 'Authorization: Bearer TOKEN', 'Connection: close', ...headers, '', ''].join('\r\n');

const cases: readonly (readonly [string, () => Promise<Seen>, Refusal])[] = [
  // Bodies
  ['a body that breaks off', () => post(MONITOR, '{"name":"x"'), [400, 'bad-request', /JSON/]],
  ['a body that is a number', () => post(MONITOR, '1'), [400, 'bad-request', /JSON/]],
  ['a body that is a list', () => post(MONITOR, []), [400, 'invalid-input', /expected object/]],
  ['a body of 2 MB', () => post(MONITOR, { name: 'x'.repeat(2e6) }), [413, 'too-large', /too large/]],
  ['a body 100,000 levels deep', () => post(MONITOR, '['.repeat(1e5)), [400, 'bad-request', /JSON/]],
  [
    'a field of 100,000 levels',
    () => post(MONITOR, `{"name":${'['.repeat(1e5)}${']'.repeat(1e5)}}`),
    [400, 'invalid-input', /name/],
  ],
  [
    'a prototype in the body',
    () => post(MONITOR, '{"__proto__":{"name":"x","rules":{}}}'),
    [400, 'invalid-input', /name/],
  ],
  ['a key twice', () => post(MONITOR, '{"name":"","name":""}'), [400, 'invalid-input', /name/]],
  [
    'a number beyond all',
    () => target.json('PUT', '/api/privacy/retention', '{"days":1e400}'),
    [400, 'invalid-input', /days/],
  ],
  [
    'a negative number',
    () => target.json('PUT', '/api/privacy/retention', { days: -1 }),
    [400, 'invalid-input', /days/],
  ],
  ['a fraction', () => target.json('PUT', '/api/privacy/retention', { days: 30.5 }), [400, 'invalid-input', /days/]],
  [
    'text for a number',
    () => target.json('PUT', '/api/privacy/retention', { days: '30' }),
    [400, 'invalid-input', /days/],
  ],
  [
    'an unpaired surrogate and NUL',
    () => post(MONITOR, '{"name":"a\\u0000\\ud800","rules":{}}'),
    [400, 'invalid-input', /NUL/],
  ],
  [
    'text instead of JSON',
    () => typed('text/plain', '{"name":"x"}'),
    [415, 'unsupported-type', /Send application\/json/],
  ],
  [
    'a form instead of JSON',
    () => typed('application/x-www-form-urlencoded', 'name=x'),
    [415, 'unsupported-type', /Send application\/json/],
  ],
  [
    'XML instead of JSON',
    () => typed('application/xml', '<name>x</name>'),
    [415, 'unsupported-type', /Send application\/json/],
  ],
  ['an unknown charset', () => typed('application/json; charset=klingon', '{}'), [415, 'unsupported-type', /./]],
  [
    'an unknown encoding',
    () => typed('application/json', '{}', { 'Content-Encoding': 'zstd-of-mine' }),
    [415, 'unsupported-type', /./],
  ],
  [
    'a body that unpacks to 200 MB',
    () =>
      target.ask(MONITOR, {
        method: 'POST',
        body: new Uint8Array(gzipSync(Buffer.alloc(2e8, 32))),
        headers: { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' },
      }),
    [413, 'too-large', /too large/],
  ],
  // Ids, searches, places
  ['an id beyond 64 bits', () => target.ask('/api/comments/99999999999999999999'), [400, 'invalid-input', /id/]],
  [
    'an id in other digits',
    () => target.ask(`/api/comments/${encodeURIComponent('١٢٣')}`),
    [400, 'invalid-input', /id/],
  ],
  [
    'an id with SQL',
    () => target.ask(`/api/comments/${encodeURIComponent('1;DROP TABLE comment')}`),
    [400, 'invalid-input', /id/],
  ],
  ['a limit of a million', () => target.ask('/api/comments?limit=1000000'), [400, 'invalid-input', /limit/]],
  ['a day that is none', () => target.ask('/api/mood?from=2026-02-30'), [400, 'invalid-input', /from/]],
  [
    'a zone that is a path',
    () => target.json('PATCH', '/api/workspace', { timeZone: '../../etc/localtime' }),
    [400, 'invalid-input', /zone/i],
  ],
  ['a sort that is SQL', () => target.ask('/api/comments?sort=id;DELETE'), [400, 'invalid-input', /sort/]],
  [
    'a backup that lies elsewhere',
    () => target.ask('/api/backups/..%2f..%2fauthor-key/export'),
    [400, 'invalid-input', /name/],
  ],
  ['a route that is not there', () => target.ask('/api/nothing'), [404, 'not-found', /./]],
  ['a route of 20,000 signs', () => target.raw(head(`GET /${'a'.repeat(20_000)}`, 'Host: localhost')), [431, '', /^/]],
  // Headers and methods
  [
    'a method that changes logs',
    () => target.raw(head('TRACE /api/health', 'Host: localhost')),
    [404, 'not-found', /./],
  ],
  ['a method of WebDAV', () => target.raw(head('PROPFIND /api/comments', 'Host: localhost')), [404, 'not-found', /./]],
  ['a method that is none', () => target.raw(head('HELLO /api/health', 'Host: localhost')), [400, '', /^/]],
  ['no HTTP at all', () => target.raw('\x16\x03\x01\x02\x00\r\n\r\n'), [400, '', /^/]],
  [
    'two lengths',
    () => target.raw(head('POST /api/monitors', 'Host: localhost', 'Content-Length: 5', 'Content-Length: 6')),
    [400, '', /^/],
  ],
  [
    'a length beside pieces',
    () => target.raw(head('POST /api/monitors', 'Host: localhost', 'Content-Length: 5', 'Transfer-Encoding: chunked')),
    [400, '', /^/],
  ],
  [
    'a length of letters',
    () => target.raw(head('POST /api/monitors', 'Host: localhost', 'Content-Length: x')),
    [400, '', /^/],
  ],
  [
    '20 KB of headers',
    () => target.raw(head('GET /api/health', 'Host: localhost', `X-Long: ${'x'.repeat(20_000)}`)),
    [431, '', /^/],
  ],
  ['no host', () => target.raw(head('GET /api/session')), [400, '', /^/]],
  [
    'a token of 10 KB',
    () => target.ask('/api/session', { headers: { Authorization: `Bearer ${'x'.repeat(10_000)}` } }),
    [401, 'sign-in-needed', /sign/i],
  ],
  [
    'a password where a token belongs',
    () => target.ask('/api/session', { headers: { Authorization: 'Basic b3duZXI6eA==' } }),
    [401, 'sign-in-needed', /sign/i],
  ],
  [
    'a token in the address',
    () => target.ask('/api/session?token=x&access_token=x', { headers: { Authorization: '' } }),
    [401, 'sign-in-needed', /sign/i],
  ],
  [
    'a cookie of nonsense',
    () =>
      target.ask('/api/session', { headers: { Authorization: '', Cookie: '%%%; =; a; moodline_session_3000=%00' } }),
    [401, 'sign-in-needed', /sign/i],
  ],
  [
    'another site',
    () =>
      target.ask('/api/session', {
        method: 'POST',
        body: '{}',
        headers: { 'Content-Type': 'application/json', Origin: 'https://evil.example' },
      }),
    [403, 'foreign-origin', /./],
  ],
  [
    'a site without a name',
    () =>
      target.ask('/api/session', {
        method: 'POST',
        body: '{}',
        headers: { 'Content-Type': 'application/json', Origin: 'null' },
      }),
    [403, 'foreign-origin', /./],
  ],
  [
    'a file where a delivery belongs',
    () => target.ask('/api/hooks/1', { method: 'POST', body: 'x' }),
    [404, 'not-found', /./],
  ],
  ['a hook with a path', () => target.ask('/api/hooks/..%2f1', { method: 'POST', body: 'x' }), [404, 'not-found', /./]],
  // Names, addresses, limits
  ['a name of spaces', () => post('/api/tags', { name: '   ' }), [400, 'invalid-input', /name/]],
  ['a name of 10,000 signs', () => post('/api/tags', { name: 'x'.repeat(10_000) }), [400, 'invalid-input', /name/]],
  [
    'a key for ever',
    () => post('/api/keys', { name: 'x', permissions: ['comments.read'], days: 1e9 }),
    [400, 'invalid-input', /days/],
  ],
  [
    'a key that makes keys',
    () => post('/api/keys', { name: 'x', permissions: ['keys.write'], days: 1 }),
    [400, 'invalid-input', /permissions/],
  ],
  [
    'a key that takes backups',
    () => post('/api/keys', { name: 'x', permissions: ['backups.write'], days: 1 }),
    [400, 'invalid-input', /permissions/],
  ],
  [
    'a role that is none',
    () => post('/api/invitations', { role: 'root', language: 'en' }),
    [400, 'invalid-input', /role/],
  ],
  [
    '10,000 words of a monitor',
    () => post(MONITOR, { name: 'x', rules: { any: Array.from({ length: 10_000 }, (_, n) => `w${n}`) } }),
    [400, 'invalid-input', /rules/],
  ],
  [
    'a passphrase of one sign',
    () => post('/api/backups/export', { passphrase: 'x' }),
    [400, 'invalid-input', /passphrase/],
  ],
  [
    'a question of 100,000 signs',
    () => post('/api/chat', { question: 'x'.repeat(1e5), filter: {} }),
    [400, 'invalid-input', /question/],
  ],
  ['an empty question', () => post('/api/chat', { question: ' ', filter: {} }), [400, 'invalid-input', /question/]],
];

describe('a hostile request', () => {
  it.each(cases)('%s is refused with words, and nothing changes', async (_, send, refusal) =>
    nothingChanges(target, async () => expectRefused(await send(), refusal)),
  );

  it.each([
    "' OR 1=1--",
    '& | ! ( ) : *',
    '%_\\',
    '((((((((',
    '"',
    '*',
    '-',
    '\u202e\u200b',
    'a'.repeat(200),
    '<script>',
    '$(id)',
    '{{7*7}}',
  ])('is answered when it looks for %j, and breaks nothing', (q) =>
    nothingChanges(target, async () => {
      const { status, body } = await target.ask(`/api/comments?q=${encodeURIComponent(q)}`);
      expect([200, 400]).toContain(status);
      if (status === 200) expect((JSON.parse(body) as { items: unknown }).items).toBeInstanceOf(Array);
    }),
  );

  it.each([
    '/..%2f..%2f..%2fetc/passwd',
    '/../../../etc/passwd',
    '/..%5c..%5cauthor-key',
    '/%c0%ae%c0%ae/etc/passwd',
    '/.env',
    '//evil.example',
  ])('for the place %s gets the page of the product and no file of the machine', (path) =>
    nothingChanges(target, async () => {
      const { status, body } = await target.raw(head(`GET ${path}`, 'Host: localhost'));
      expect([200, 404]).toContain(status);
      if (status === 200) expect(body.slice(0, 15).toLowerCase()).toBe('<!doctype html>');
      expect(body).not.toMatch(/root:|[0-9a-f]{64}|DATABASE_URL/);
    }),
  );

  it.each(['0_0_0', '-1_5', "' OR 1=1--", '999999999999999_999999999999999', 'NaN_1'])(
    'with the cursor %j gets a page',
    (cursor) =>
      nothingChanges(target, async () => {
        const { status, body } = await target.ask(`/api/comments?cursor=${encodeURIComponent(cursor)}`);
        expect(status).toBe(200);
        expect((JSON.parse(body) as { items: unknown }).items).toBeInstanceOf(Array);
      }),
  );

  it.each(['evil.example', 'localhost:1@evil.example', '"><script>'])(
    'with the host %s is answered without naming it',
    (host) =>
      nothingChanges(target, async () => {
        const { status, body } = await target.raw(
          head('GET /api/session', `Host: ${host}`, `X-Forwarded-Host: ${host}`),
        );
        expect([200, 400, 401, 403]).toContain(status);
        expect(body).not.toContain('evil');
      }),
  );
});
