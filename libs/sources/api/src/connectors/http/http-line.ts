import type { LookupAddress } from 'node:dns';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { OnModuleDestroy } from '@nestjs/common';
import type { Settings } from '@moodline/shared/config';
import type { AddressGuard } from '@moodline/shared/http';
import { Agent, fetch, Headers, request as requestRaw } from 'undici';
import { sourceGuard } from '../source-guard';
import { SourceError } from '../source.errors';
import { HostQueue } from './host-queue';
import { RobotsCache, ROBOT_NAME } from './robots';

/** How the line behaves; times in milliseconds. */
export interface LineOptions {
  /** Hosts in private networks that may be read. */
  readonly allowedHosts: readonly string[];
  readonly userAgent: string;
  /** Least time between two requests to a host. */
  readonly delayMs: number;
  /** Time for one request, from its turn to the last byte. */
  readonly timeoutMs: number;
  /** First wait before a failed request is tried again; the second is three times as long. */
  readonly retryMs: number;
}

/** One request as it goes out. */
export interface LineRequest {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly restMs: number;
  readonly maxBytes: number;
  /** What is longer is cut and not refused. */
  readonly cut?: boolean;
  readonly signal: AbortSignal;
}

/** One answer as it came in, whatever its status. */
export interface LineAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
  /** The end of the body is missing, for it is too long. */
  readonly cut?: boolean;
}

/** The one line of this process to the sites that are read: guarded, one request at a time to each host, under an honest name. */
export class HttpLine implements OnModuleDestroy {
  readonly robots = new RobotsCache();
  private readonly guard: AddressGuard;
  private readonly agent: Agent;
  private readonly queue = new HostQueue();

  constructor(readonly options: LineOptions) {
    this.guard = sourceGuard(options.allowedHosts);
    this.agent = new Agent({ connect: { lookup: this.guard.lookup, timeout: options.timeoutMs / 2 } });
  }

  /** The line of an installation. */
  static of(settings: Settings): HttpLine {
    const userAgent = `${ROBOT_NAME}/${productVersion(settings.rootDir)} (+${settings.CRAWL_CONTACT ?? 'self-hosted'})`;
    return new HttpLine({
      allowedHosts: settings.FEED_ALLOWED_HOSTS,
      userAgent,
      delayMs: settings.CRAWL_DELAY_SECONDS * 1000,
      timeoutMs: 20_000,
      retryMs: 1000,
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.agent.destroy();
  }

  /** Refuses what can be seen to lead where it must not. @throws SourceError */
  assertUrl(url: URL): void {
    this.guard.assertUrl(url);
  }

  /** Whether a host may lie in a private network: the operator has allowed it. */
  mayBePrivate(host: string): boolean {
    const { allowedHosts } = this.options;
    return allowedHosts.some((allowed) => allowed.toLowerCase() === host.toLowerCase());
  }

  /** An address of a host, for connections of another protocol: they have to go to this very address. @throws SourceError where it is refused; what the look-up throws */
  addressOf(host: string): Promise<string> {
    if (isIP(host)) {
      this.assertUrl(new URL(`https://${isIP(host) === 6 ? `[${host}]` : host}`));
      return Promise.resolve(host);
    }
    return new Promise((resolve, reject) => {
      this.guard.lookup(host, { all: true }, (error, found) => {
        if (error) return reject(error);
        const addresses = found as unknown as LookupAddress[];
        // Many machines have names for IPv6 and no way to it.
        const chosen = addresses.find(({ family }) => family === 4) ?? addresses[0];
        resolve(chosen?.address ?? host);
      });
    });
  }

  /**
   * Sends one request when it is its host's turn. Redirects are not followed here.
   * @throws SourceError when the address is refused or the answer too large; whatever undici throws when the connection fails
   */
  async send({ url, restMs, signal, ...request }: LineRequest): Promise<LineAnswer> {
    this.assertUrl(url);
    return this.queue.run(url.hostname, Math.max(restMs, this.options.delayMs), signal, async () => {
      const bounded = AbortSignal.any([signal, AbortSignal.timeout(this.options.timeoutMs)]);
      const { method, body } = request;
      const headers = { ...request.headers, 'user-agent': this.options.userAgent };
      const call = { dispatcher: this.agent, signal: bounded, method, headers, body };
      const answer = await this.decoded(url, call, request).catch((error: unknown) => {
        if (!isWronglyPacked(error)) throw error;
        return this.asSent(url, call, request);
      });
      return { ...answer, ...unpacked(answer, url.host, request) };
    });
  }

  private async decoded(url: URL, call: Call, limits: Limits): Promise<LineAnswer & Body> {
    const { status, headers, body } = await fetch(url, { ...call, redirect: 'manual' });
    return { status, headers, ...(await readBody(body ?? [], url.host, limits)) };
  }

  /** The bytes themselves, for a site that says they are packed in a way in which they are not. It is asked for them unpacked. */
  private async asSent(url: URL, call: Call, limits: Limits): Promise<LineAnswer & Body> {
    const headers = { ...call.headers, 'accept-encoding': 'identity' };
    const answer = await requestRaw(url, { ...call, headers });
    const received = new Headers();
    for (const [name, values] of Object.entries(answer.headers))
      for (const value of [values].flat()) if (value !== undefined) received.append(name, value);
    return { status: answer.statusCode, headers: received, ...(await readBody(answer.body, url.host, limits)) };
  }
}

interface Call {
  readonly dispatcher: Agent;
  readonly signal: AbortSignal;
  readonly method: 'GET' | 'POST';
  readonly headers: Record<string, string>;
  readonly body: string | undefined;
}

/** Whether unpacking failed, and not the connection. */
function isWronglyPacked(error: unknown): boolean {
  const { code } = ((error as { cause?: unknown }).cause ?? error) as { code?: unknown };
  return typeof code === 'string' && /^(?:Z_|ERR_?_?(?:BROTLI|ZSTD)|ERR__ERROR)/.test(code);
}

type Limits = Pick<LineRequest, 'maxBytes' | 'cut'>;
type Body = Required<Pick<LineAnswer, 'body' | 'cut'>>;

async function readBody(
  stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  host: string,
  { maxBytes, cut = false }: Limits,
): Promise<Body> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > maxBytes && !cut) throw tooLarge(host, maxBytes);
    // Leaving the loop ends the connection.
    if (size > maxBytes) return { body: Buffer.concat(chunks).subarray(0, maxBytes), cut: true };
  }
  return { body: Buffer.concat(chunks), cut: false };
}

/** A packed file (`feed.xml.gz`) is unpacked, whatever it is called; never to more than is allowed. */
function unpacked({ body, cut }: Body, host: string, { maxBytes }: Limits): Body {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return { body, cut };
  try {
    return { body: gunzipSync(body, { maxOutputLength: maxBytes }), cut };
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(host, maxBytes);
    return { body, cut };
  }
}

function tooLarge(host: string, maxBytes: number): SourceError {
  return new SourceError(
    'source-too-large',
    `${host} sent more than ${maxBytes / 1_000_000} MB at once, so nothing was read. If the address takes a number of entries or a date, ask for less at a time; otherwise ask the site for a shorter list.`,
  );
}

function productVersion(rootDir: string): string {
  try {
    return (JSON.parse(readFileSync(join(rootDir, 'package.json'), 'utf8')) as { version?: string }).version ?? '0';
  } catch {
    return '0';
  }
}
