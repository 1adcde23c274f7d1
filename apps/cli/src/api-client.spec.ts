import { createServer, type Server } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { ApiClient } from './api-client';

describe('a Moodline on another machine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'moodline-cli-'));
  const keyFile = join(folder, 'key');
  const asked: { path?: string; key?: string }[] = [];
  let server: Server;
  let url: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push({ path: request.url, key: request.headers.authorization });
      response.setHeader('content-type', 'application/json').end('{"ok":true}');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    writeFileSync(keyFile, `mood_${'k'.repeat(40)}\n`);
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  it('is asked with the key of the file, at its address alone', async () => {
    const answer = await ApiClient.ofServer(`${url}/settings/keys`, keyFile).get(
      'comments',
      {},
      z.object({ ok: z.boolean() }),
    );
    expect(answer).toEqual({ ok: true });
    expect(asked).toEqual([{ path: '/api/comments', key: `Bearer mood_${'k'.repeat(40)}` }]);
  });

  it.each(['mood.example.com', 'ftp://mood.example.com', ''])('is not at %j', (server) => {
    expect(() => ApiClient.ofServer(server, keyFile)).toThrow('Write it like https://');
  });

  it('wants a key, which a file holds alone', () => {
    expect(() => ApiClient.ofServer(url, undefined)).toThrow('--key-file');
    expect(() => ApiClient.ofServer(url, join(folder, 'none'))).toThrow('cannot be read');
    writeFileSync(join(folder, 'two'), 'one key\nand another');
    expect(() => ApiClient.ofServer(url, join(folder, 'two'))).toThrow('does not hold a key');
  });
});
