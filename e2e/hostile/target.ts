import { createServer, type RequestListener, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { sharedProduct } from './shared-product';

/** What a person sees of an answer. */
export interface Seen {
  readonly status: number;
  readonly code: string;
  /** The message, or the whole body where it is none of ours. */
  readonly words: string;
  readonly body: string;
  readonly headers: Headers;
}

/** The product as whoever attacks it reaches it: as the owner, unless told. */
export class Target {
  private readonly product = sharedProduct();
  readonly url = this.product.url;
  readonly dataDir = this.product.dataDir;

  async ask(path: string, init: RequestInit = {}): Promise<Seen> {
    const headers = { Authorization: `Bearer ${this.product.token}`, ...(init.headers as Record<string, string>) };
    const answer = await fetch(`${this.url}${path}`, { redirect: 'manual', ...init, headers });
    return seen(answer.status, await answer.text(), answer.headers);
  }

  json(method: string, path: string, body: unknown): Promise<Seen> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return this.ask(path, { method, body: text, headers: { 'Content-Type': 'application/json' } });
  }

  /** Imports a file. */
  file(bytes: string | Buffer, query: Record<string, string> = {}, type = 'application/octet-stream'): Promise<Seen> {
    const search = new URLSearchParams({ name: 'people.csv', source: 'Hostile', ...query });
    return this.ask(`/api/imports?${search}`, {
      method: 'POST',
      body: new Uint8Array(Buffer.from(bytes)),
      headers: { 'Content-Type': type },
    });
  }

  /** Sends bytes as they are. `TOKEN` in them is the owner's token. */
  raw(text: string): Promise<Seen> {
    return new Promise((resolve, reject) => {
      let answer = '';
      const socket = connect(this.product.port, '127.0.0.1', () =>
        socket.write(text.replace('TOKEN', this.product.token)),
      );
      socket.setTimeout(10_000, () => socket.destroy(new Error('no answer')));
      socket.on('data', (chunk) => {
        answer += chunk.toString();
        // An answer of a kept connection is over when its body is: the head says how long that is.
        const [head = '', body = ''] = answer.split(/\r\n\r\n(.*)/s);
        const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
        if (answer.includes('\r\n\r\n') && Buffer.byteLength(body) >= length) socket.end();
      });
      socket.on('error', reject);
      socket.on('close', () => {
        const [head = '', body = ''] = answer.split(/\r\n\r\n(.*)/s);
        resolve(seen(Number(head.split(' ')[1] ?? 0), body, new Headers()));
      });
    });
  }

  /** Everything that may not become less or more by something hostile. */
  async counts(): Promise<Record<string, unknown>> {
    const number = async (path: string, read: (body: never) => unknown) =>
      read(JSON.parse((await this.ask(path)).body) as never);
    const list = (body: unknown[]) => body.length;
    return {
      comments: await number('/api/comments?limit=1', ({ total }: { total: number }) => total),
      sources: await number('/api/sources', list),
      monitors: await number('/api/monitors', list),
      tags: await number('/api/tags', list),
      members: await number('/api/members', list),
      keys: await number('/api/keys', list),
      channels: await number('/api/channels', list),
      reports: await number('/api/reports', list),
      rules: await number('/api/alert-rules', list),
      workspace: await number('/api/workspace', ({ name }: { name: string }) => name),
    };
  }
}

function seen(status: number, body: string, headers: Headers): Seen {
  try {
    const { code = '', message = body } = JSON.parse(body) as { code?: string; message?: string };
    return { status, code, words: message, body, headers };
  } catch {
    return { status, code: '', words: body, body, headers };
  }
}

/** A site that answers as it is told. */
export async function hostileSite(answer: RequestListener): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server: Server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
