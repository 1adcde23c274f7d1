import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a fake service was sent. */
export interface Received {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly json: Readonly<Record<string, unknown>>;
}

export interface FakeAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Breaks the connection instead. */
  readonly cut?: true;
}

/** For specs: a service on this machine that keeps what it is sent and answers as it is told. */
export async function startFakeService(answer: (received: Received) => FakeAnswer | Promise<FakeAnswer>) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://fake');
      const body = Buffer.concat(chunks).toString('utf8');
      const one = { path, query, headers: request.headers, body, json: JSON.parse(body || '{}') };
      received.push(one);
      void Promise.resolve(answer(one)).then(({ status = 200, headers = {}, body: words = {}, cut }) => {
        if (cut) return request.socket.destroy();
        response.writeHead(status, headers).end(typeof words === 'string' ? words : JSON.stringify(words));
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
