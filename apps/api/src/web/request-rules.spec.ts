import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { arrivesInTime, hasJsonBody } from './request-rules';

describe('which bodies are parsed as JSON', () => {
  it.each([
    ['/api/imports', false],
    ['/api/imports/', false],
    ['/api/imports/mappings', true],
    ['/api/labelled-sets', false],
    ['/api/documents', false],
    ['/api/documents/ask', true],
    ['/api/documents/7/keep', true],
    ['/api/hooks/7', false],
    ['/api/monitors', true],
  ])('%s: %s', (path, parsed) => expect(hasJsonBody(path, 'application/json; charset=utf-8')).toBe(parsed));

  it('parses nothing of another type', () => expect(hasJsonBody('/api/monitors', 'text/plain')).toBe(false));
});

describe('a body that trickles in', () => {
  const app = express().use(arrivesInTime(50));
  app.post(/.*/, (asked, answer) => void asked.resume().once('end', () => answer.end('whole')));
  const server = createServer(app);
  beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
  afterAll(() => new Promise((done) => server.close(done)));

  /** Sends a body that ends when the connection does, or when told. @returns the answer, or how the connection ended */
  const trickle = (path: string, endAfter: Promise<unknown> | null) =>
    new Promise<string>((done) => {
      const { port } = server.address() as AddressInfo;
      const sent = request(
        { port, path, method: 'POST' },
        (answer) => void answer.on('data', (data) => done(String(data))),
      );
      sent.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message));
      sent.write('a');
      void endAfter?.then(() => sent.end('b'));
    });

  it('is cut off, for it brings no file', async () => {
    expect(await trickle('/api/session', null)).toBe('ECONNRESET');
  });

  it('is waited for where it is a file', async () => {
    const cutOff = trickle('/api/session', null);
    expect(await trickle('/api/imports', cutOff)).toBe('whole');
  });
});
