import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseJson } from '../../incoming/json-values';

/** A recorded request and its answer. Of a request only what is named has to fit; the most specific recording that fits is played. */
export interface Exchange {
  readonly when: {
    readonly method?: string;
    readonly path: string;
    readonly query?: Readonly<Record<string, string>>;
    readonly headers?: Readonly<Record<string, string>>;
    /** A piece of the body. */
    readonly body?: string;
  };
  readonly then: {
    readonly status?: number;
    readonly headers?: Readonly<Record<string, string>>;
    /** The body: JSON, a text, or a file beside the recording. `{origin}` in it stands for the address of the player. */
    readonly json?: unknown;
    readonly text?: string;
    readonly file?: string;
  };
}

/** A request as the player got it. */
export interface PlayedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** An answer that stands in for the recorded ones. */
export interface Fault {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** How the player behaves: as recorded, always with one answer, never with any, or on each path always with its least specific recording. */
export type Mood = 'as-recorded' | 'silent' | 'same-page' | Fault;

/** A site that answers as a recording says. A request for robots.txt is answered "not found" and not counted. */
export class PlaybackServer {
  readonly requests: PlayedRequest[] = [];
  /** Requests for which there was no recording. */
  readonly unexpected: PlayedRequest[] = [];
  mood: Mood = 'as-recorded';
  /** Changes recorded bodies of JSON before they are played. */
  rewrite: ((json: unknown) => unknown) | null = null;
  /** Told of each request before it is answered. */
  onRequest: () => void = () => undefined;
  private exchanges: readonly Exchange[] = [];
  private readonly server: Server = createServer((request, response) => void this.answer(request, response));

  constructor(private readonly folder: string) {}

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Plays a recording of the folder from now on, and forgets what was asked before. */
  play(file: string): void {
    this.exchanges = JSON.parse(readFileSync(join(this.folder, file), 'utf8')) as Exchange[];
    this.mood = 'as-recorded';
    this.onRequest = () => undefined;
    this.rewrite = null;
    this.requests.length = 0;
    this.unexpected.length = 0;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await played(message);
    if (request.path === '/robots.txt') return void response.writeHead(404).end();
    this.requests.push(request);
    this.onRequest();
    if (this.mood === 'silent') return;
    if (typeof this.mood === 'object')
      return void response.writeHead(this.mood.status, { ...this.mood.headers }).end(this.mood.body ?? '');
    const found = this.find(request, this.mood === 'same-page');
    if (found)
      return void response.writeHead(found.then.status ?? 200, { ...found.then.headers }).end(this.body(found));
    this.unexpected.push(request);
    response.writeHead(404).end();
  }

  private find(request: PlayedRequest, anyQuery: boolean): Exchange | undefined {
    const fitting = this.exchanges.filter(
      ({ when }) => when.path === request.path && (when.method ?? 'GET') === request.method,
    );
    if (anyQuery) return fitting.sort((a, b) => weight(a.when) - weight(b.when))[0];
    return fitting.filter(({ when }) => fits(when, request)).sort((a, b) => weight(b.when) - weight(a.when))[0];
  }

  private body({ then }: Exchange): string | Buffer {
    if (then.file && !/\.(json|xml|txt|csv|html)$/.test(then.file)) return readFileSync(join(this.folder, then.file));
    const text = then.file
      ? readFileSync(join(this.folder, then.file), 'utf8')
      : then.json === undefined
        ? (then.text ?? '')
        : JSON.stringify(then.json);
    const body = text.replaceAll('{origin}', this.origin);
    return this.rewrite && /^\s*[[{]/.test(body) ? JSON.stringify(this.rewrite(parseJson(body))) : body;
  }
}

async function played(message: IncomingMessage): Promise<PlayedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const url = new URL(message.url ?? '/', 'http://player');
  return {
    method: message.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: message.headers,
    body: Buffer.concat(chunks).toString(),
  };
}

function fits({ query = {}, headers = {}, body = '' }: Exchange['when'], request: PlayedRequest): boolean {
  return (
    Object.entries(query).every(([name, value]) => request.query.get(name) === value) &&
    Object.entries(headers).every(([name, value]) => request.headers[name.toLowerCase()] === value) &&
    request.body.includes(body)
  );
}

function weight({ query = {}, headers = {}, body }: Exchange['when']): number {
  return Object.keys(query).length + Object.keys(headers).length + (body ? 1 : 0);
}
