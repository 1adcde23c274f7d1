import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as ask, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib';
import { DomainError, EventStream } from '@moodline/shared/http';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { compressedAnswers } from './compressed-answers';
import { hasJsonBody, jsonOnly, knownMethods, neverCached } from './request-rules';
import { staticFiles } from './static-files';

const SCRIPT = 'console.log("a line of script");\n'.repeat(200);
const LONG = { items: Array.from({ length: 200 }, (_, id) => ({ id, text: 'The battery died' })) };

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

describe('the web server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'moodline-static-'));
  const copies = mkdtempSync(join(tmpdir(), 'moodline-copies-'));
  let server: Server;
  let app: Express;

  beforeAll(async () => {
    writeFileSync(join(folder, 'index.html'), '<!doctype html>');
    writeFileSync(join(folder, 'main-AB12CD34.js'), SCRIPT);
    writeFileSync(join(copies, 'main-AB12CD34.js.br'), brotliCompressSync(SCRIPT));
    writeFileSync(join(folder, 'fonts-of-asia.css'), SCRIPT);
    writeFileSync(join(copies, 'fonts-of-asia.css.br'), brotliCompressSync(SCRIPT));
    writeFileSync(join(folder, 'plain-CD34EF56.js'), SCRIPT);
    app = express();
    app.use(compressedAnswers());
    app.use(neverCached);
    app.use(staticFiles(folder, copies));
    app.use(knownMethods(() => app.router.stack));
    app.use(jsonOnly);
    app.use(express.json({ type: (request) => hasJsonBody(request.url ?? '', request.headers['content-type']) }));
    app.get('/api/comments/:id', (_, response) => void response.json(LONG));
    app.post('/api/comments/:id', (request, response) => void response.json({ got: request.body as unknown }));
    app.get('/api/export', (_, response) => {
      response.type('application/x-ndjson');
      for (let line = 0; line < 1000; line++) response.write('{"id":1}\n');
      response.end();
    });
    app.post('/api/imports', (_, response) => void response.json({}));
    app.get('/api/events', (_, response) => void new EventStream(response).send('run', { share: 1 }));
    app.use((error: unknown, _request: Request, response: Response, next: NextFunction) =>
      error instanceof DomainError ? void response.status(error.status).json({ code: error.code }) : next(error),
    );
    await new Promise<void>((ready) => (server = app.listen(0, '127.0.0.1', () => ready())));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true });
    rmSync(copies, { recursive: true, force: true });
  });

  const get = (path: string, encoding?: string) => send('GET', path, encoding ? { 'accept-encoding': encoding } : {});
  function send(method: string, path: string, headers: Record<string, string> = {}, body?: string): Promise<Answer> {
    const { port } = server.address() as AddressInfo;
    return new Promise((resolve, reject) => {
      const sent = ask({ port, host: '127.0.0.1', path, method, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
        );
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  it('hands out the copy of a script that was compressed at build time, for a year', async () => {
    const { headers, body } = await get('/main-AB12CD34.js', 'gzip, deflate, br, zstd');
    expect(headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: expect.stringContaining('Accept-Encoding'),
    });
    expect(headers['content-type']).toMatch(/^text\/javascript/);
    expect(brotliDecompressSync(body).toString()).toBe(SCRIPT);
  });

  it.each([
    ['no encoding', '/main-AB12CD34.js', undefined],
    ['identity', '/main-AB12CD34.js', 'identity'],
  ])('hands out the file as it is to a client that takes %s', async (_, path, encoding) => {
    const { headers, body } = await get(path, encoding);
    expect(headers['content-encoding']).toBeUndefined();
    expect(body.toString()).toBe(SCRIPT);
  });

  it.each(['br', 'identity'])(
    'has a file asked for again whose name stays when its content changes: %s',
    async (encoding) => {
      const { headers } = await get('/fonts-of-asia.css', encoding);
      expect(headers['cache-control']).toBe('no-cache');
      expect(headers['etag']).toBeDefined();
    },
  );

  it('compresses a file without a copy on the way', async () => {
    const { headers, body } = await get('/plain-CD34EF56.js', 'gzip');
    expect(headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(body).toString()).toBe(SCRIPT);
  });

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('compresses answers by %s, and nobody keeps them', async (encoding, unpack) => {
    const { headers, body } = await get('/api/comments/1', encoding);
    expect(headers).toMatchObject({ 'content-encoding': encoding, 'cache-control': 'no-store' });
    expect(JSON.parse(unpack(body).toString())).toEqual(LONG);
  });

  it('compresses exports as they are written', async () => {
    const { headers, body } = await get('/api/export', 'gzip');
    expect(headers).toMatchObject({ 'content-encoding': 'gzip', 'transfer-encoding': 'chunked' });
    expect(gunzipSync(body).toString()).toBe('{"id":1}\n'.repeat(1000));
  });

  it('sends an event at once, uncompressed', async () => {
    const { port } = server.address() as AddressInfo;
    const first = await new Promise<{ encoding?: string; text: string }>((resolve) => {
      const sent = ask({ port, path: '/api/events', headers: { 'accept-encoding': 'gzip, br' } }, (response) => {
        response.once('data', (part: Buffer) => {
          resolve({ encoding: response.headers['content-encoding'], text: part.toString() });
          sent.destroy();
        });
      });
      sent.end();
    });
    expect(first).toEqual({ encoding: undefined, text: 'event: run\ndata: {"share":1}\n\n' });
  });

  it.each([
    ['text/plain', 'hello'],
    ['application/x-www-form-urlencoded', 'a=1'],
  ])('refuses a body of the type %s', async (type, body) => {
    const { status, body: answer } = await send('POST', '/api/comments/1', { 'content-type': type }, body);
    expect(status).toBe(415);
    expect(JSON.parse(answer.toString())).toEqual({ code: 'unsupported-type' });
  });

  it.each(['application/json', 'application/json; charset=utf-8', 'application/merge-patch+json'])(
    'reads a body of the type %s',
    async (type) => {
      const { body } = await send('POST', '/api/comments/1', { 'content-type': type }, '{"a":1}');
      expect(JSON.parse(body.toString())).toEqual({ got: { a: 1 } });
    },
  );

  it('lets files through whatever type the client gives them', async () => {
    expect((await send('POST', '/api/imports?name=a.csv', { 'content-type': 'text/csv' }, 'text')).status).toBe(200);
  });

  it('says which methods an address has', async () => {
    const { status, headers } = await send('PUT', '/api/comments/1');
    expect(status).toBe(405);
    expect(headers.allow).toBe('GET, HEAD, POST');
    expect((await send('PUT', '/api/nowhere')).status).toBe(404);
  });

  it('serves the dashboard for addresses of pages, never from a cache', async () => {
    const { headers, body } = await get('/comments');
    expect(headers['cache-control']).toBe('no-cache');
    expect(body.toString()).toBe('<!doctype html>');
  });
});
