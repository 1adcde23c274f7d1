import { createReadStream, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { problemSchema } from '@moodline/shared/contract';
import type * as z from 'zod';

/** An error to show as it is: the API's own words, or why the API was not reached. */
export class CliError extends Error {
  constructor(
    readonly code: string,
    message: string,
    more: { readonly details?: unknown; readonly exitCode?: number } = {},
  ) {
    super(message);
    this.details = more.details;
    this.exitCode = more.exitCode ?? 1;
  }

  /** What the server said besides the message. */
  readonly details: unknown;
  /** 2 where the command wants an answer first. */
  readonly exitCode: number;
}

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** Where a Moodline answers, and what opens it. */
interface Access {
  readonly url: string;
  readonly token: string;
}

/** Speaks to a running Moodline. */
export class ApiClient {
  private constructor(private readonly access: Access) {}

  /** The one whose address and token lie in the data folder. */
  static ofFolder(dataDir: string): ApiClient {
    const file = join(resolve(dataDir), 'access.json');
    try {
      return new ApiClient(JSON.parse(readFileSync(file, 'utf8')) as Access);
    } catch {
      throw new CliError(
        'not-running',
        `No running Moodline was found (${file} is missing). Start it with "npm start", or name its folder with --data.`,
      );
    }
  }

  /** One on another machine, with a key that was made in its settings. */
  static ofServer(server: string, keyFile: string | undefined): ApiClient {
    if (!keyFile)
      throw new CliError(
        'no-key',
        'A Moodline on another machine wants a key: name the file that holds it with --key-file.',
      );
    const url = URL.canParse(server) ? new URL(server) : null;
    if (!url || !['http:', 'https:'].includes(url.protocol))
      throw new CliError('no-server', `"${server}" is no address. Write it like https://mood.example.com.`);
    if (url.protocol === 'http:' && !isThisMachine(url.hostname))
      console.error('Warning: the key and everything that is read travel unencrypted. Use https.');
    return new ApiClient({ url: url.origin, token: readKey(keyFile) });
  }

  /** @returns the answer, checked against its contract */
  async get<Schema extends z.ZodType>(path: string, query: Query, schema: Schema): Promise<z.output<Schema>> {
    return schema.parse(await (await this.request('GET', path, { query })).json());
  }

  async post<Schema extends z.ZodType>(path: string, body: unknown, schema: Schema): Promise<z.output<Schema>> {
    const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
    return schema.parse(await (await this.request('POST', path, { body: JSON.stringify(body), headers })).json());
  }

  async remove(path: string): Promise<void> {
    await this.request('DELETE', path, {});
  }

  /** Streams a file as the body, in constant memory. */
  async upload<Schema extends z.ZodType>(
    path: string,
    file: string,
    query: Query,
    schema: Schema,
  ): Promise<z.output<Schema>> {
    if (!statSync(file, { throwIfNoEntry: false })?.isFile())
      throw new CliError('no-file', `There is no file ${file}.`);
    const body = Readable.toWeb(createReadStream(file));
    return schema.parse(
      await (
        await this.request('POST', path, { query, body, headers: { 'Content-Type': 'application/octet-stream' } })
      ).json(),
    );
  }

  /** The raw answer, for what is streamed through. */
  async stream(path: string, query: Query): Promise<ReadableStream<Uint8Array>> {
    const { body } = await this.request('GET', path, { query });
    if (!body) throw new CliError('no-answer', 'The answer was empty.');
    return body;
  }

  /** The raw answer to something that is sent. */
  async streamOf(path: string, sent: unknown): Promise<ReadableStream<Uint8Array>> {
    const headers = { 'Content-Type': 'application/json' };
    const { body } = await this.request('POST', path, { body: JSON.stringify(sent), headers });
    if (!body) throw new CliError('no-answer', 'The answer was empty.');
    return body;
  }

  private async request(
    method: string,
    path: string,
    {
      query = {},
      body,
      headers = {},
    }: { query?: Query; body?: string | ReadableStream; headers?: Record<string, string> },
  ): Promise<Response> {
    const url = new URL(`/api/${path}`, this.access.url);
    for (const [name, value] of Object.entries(query))
      if (value !== undefined && value !== '') url.searchParams.set(name, String(value));
    const init: RequestInit = {
      method,
      body,
      headers: { Authorization: `Bearer ${this.access.token}`, ...headers },
      duplex: 'half',
    };
    const response = await fetch(url, init).catch(() => {
      throw new CliError('not-running', `Moodline does not answer at ${this.access.url}. Start it with "npm start".`);
    });
    if (response.ok) return response;
    const problem = problemSchema.safeParse(await response.json().catch(() => null));
    throw new CliError(
      problem.data?.code ?? 'http',
      problem.data?.message ?? `The server answered ${response.status}.`,
      { details: problem.data?.details },
    );
  }
}

const isThisMachine = (host: string) => host === 'localhost' || host === '[::1]' || /^127\./.test(host);

function readKey(file: string): string {
  let key: string;
  try {
    key = readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new CliError('no-file', `The key in ${file} cannot be read: ${(error as Error).message}.`);
  }
  if (!/^[\x21-\x7e]{20,200}$/.test(key))
    throw new CliError('no-key', `${file} does not hold a key, alone on one line.`);
  return key;
}
