import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { json, SpecServer } from './spec-server';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A model hub with one model: lists it, hands out small files itself and sends large ones to its store, with ranges. */
export class HubServer extends SpecServer {
  modelId = 'acme/tiny';
  readonly files = new Map<string, Buffer>();
  /** Files that lie in the store for large files. */
  large: (path: string) => boolean = (path) => path.startsWith('onnx/');
  /** Called for requests whose address holds the key, once each, instead of an answer. */
  readonly surprises: { readonly where: string; readonly handle: Handler }[] = [];
  /** What the listing says of a file instead of the truth. */
  readonly lies = new Map<string, Buffer>();
  /** Ranges that were asked for, by address. */
  readonly ranges: string[] = [];
  takesRanges = true;
  pageSize = 3;

  constructor() {
    super();
    for (const name of [
      'config.json',
      'tokenizer.json',
      'tokenizer_config.json',
      'README.md',
      'onnx/model.onnx',
      '../outside.json',
    ])
      this.files.set(name, Buffer.from(`{"file":"${name}"}`));
    this.files.set('onnx/model_q4.onnx', Buffer.alloc(200_000, 'q4'));
    this.files.set('onnx/model_q4.onnx_data', Buffer.alloc(300_000, 'weights'));
    this.answer = (request, response) => this.hear(request, response);
  }

  surprise(where: string, handle: Handler): void {
    this.surprises.push({ where, handle });
  }

  private hear(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '', this.url);
    const index = this.surprises.findIndex(({ where }) => url.pathname.includes(where));
    if (index >= 0) return this.surprises.splice(index, 1)[0]?.handle(request, response);
    if (request.headers.range) this.ranges.push(`${url.pathname} ${request.headers.range}`);
    if (url.pathname === `/api/models/${this.modelId}/tree/main` && url.searchParams.get('recursive') === 'true')
      return this.list(url, response);
    const resolve = `/${this.modelId}/resolve/main/`;
    if (url.pathname.startsWith(resolve)) return this.resolve(url.pathname.slice(resolve.length), request, response);
    if (url.pathname.startsWith('/store/')) return this.send(url.pathname.slice('/store/'.length), request, response);
    json(response, 404, { error: 'Repository not found' });
  }

  private list(url: URL, response: ServerResponse): void {
    const from = Number(url.searchParams.get('cursor') ?? 0);
    const entries = [
      { type: 'directory', path: 'onnx', size: 0, oid: 'x' },
      ...[...this.files].map(([path, content]) => this.entry(path, this.lies.get(path) ?? content)),
    ];
    const next = from + this.pageSize;
    const link: Record<string, string> =
      next < entries.length ? { link: `<${this.url}${url.pathname}?recursive=true&cursor=${next}>; rel="next"` } : {};
    json(response, 200, entries.slice(from, next), link);
  }

  private entry(path: string, content: Buffer): object {
    const git = createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
    return this.large(path)
      ? {
          type: 'file',
          path,
          size: content.length,
          oid: 'pointer',
          lfs: { oid: sha256(content), size: content.length, pointerSize: 134 },
        }
      : { type: 'file', path, size: content.length, oid: git };
  }

  private resolve(path: string, request: IncomingMessage, response: ServerResponse): void {
    const content = this.files.get(path);
    if (!content) return json(response, 404, { error: 'Entry not found' });
    if (!this.large(path)) return this.send(path, request, response);
    response
      .writeHead(302, {
        location: `/store/${path}`,
        'x-linked-etag': `"${sha256(content)}"`,
        'x-linked-size': content.length,
      })
      .end();
  }

  private send(path: string, request: IncomingMessage, response: ServerResponse): void {
    const content = this.files.get(path) ?? Buffer.alloc(0);
    const from = this.takesRanges ? Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0) : 0;
    if (from >= content.length)
      return void response.writeHead(416, { 'content-range': `bytes */${content.length}` }).end();
    response.writeHead(from ? 206 : 200, {
      'content-length': content.length - from,
      ...(from ? { 'content-range': `bytes ${from}-${content.length - 1}/${content.length}` } : {}),
    });
    response.end(content.subarray(from));
  }

  /** Sends the first bytes of a file and hangs up. */
  breakOff(path: string, bytes: number): Handler {
    return (_, response) => {
      const content = this.files.get(path) ?? Buffer.alloc(0);
      response.writeHead(200, { 'content-length': content.length });
      response.write(content.subarray(0, bytes), () => setTimeout(() => response.destroy(), 20));
    };
  }
}

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
