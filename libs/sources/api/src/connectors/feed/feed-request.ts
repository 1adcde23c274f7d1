import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { Agent, fetch, type Response } from 'undici';
import { AddressGuard } from '../address-guard';
import { SourceError } from '../source.errors';
import { decodeFeed } from './feed-decoding';
import { connectionError, statusError } from './feed.errors';

const TIMEOUT_MS = 20_000;
const MAX_BYTES = 5_000_000;
const MAX_REDIRECTS = 5;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/** What the server said about the version it sent, to be told when asking again. */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

export interface FeedAnswer {
  /** Null when nothing changed since the version of the validators. */
  readonly text: string | null;
  readonly validators: Validators;
}

/** Fetches feeds politely (conditional, with a name) and carefully (bounded in time, size and place). */
@Injectable()
export class FeedRequest implements OnModuleDestroy {
  private readonly guard: AddressGuard;
  private readonly agent: Agent;
  private readonly userAgent: string;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.guard = new AddressGuard(settings.FEED_ALLOWED_HOSTS);
    this.agent = new Agent({ connect: { lookup: this.guard.lookup, timeout: TIMEOUT_MS / 2 } });
    this.userAgent = `Moodline/${productVersion(settings.rootDir)} (+self-hosted)`;
  }

  async onModuleDestroy(): Promise<void> {
    await this.agent.destroy();
  }

  /**
   * @param signal stops the request; it stops by itself after 20 seconds
   * @throws SourceError
   */
  async get(url: string, validators: Validators, signal: AbortSignal): Promise<FeedAnswer> {
    const bounded = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
    try {
      const response = await this.follow(new URL(url), validators, bounded);
      if (response.status === 304) return { text: null, validators };
      const body = await readBody(response);
      return { text: decodeFeed(body, response.headers.get('content-type') ?? ''), validators: validatorsOf(response) };
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      throw error instanceof SourceError ? error : connectionError(error, new URL(url).host);
    }
  }

  private async follow(start: URL, validators: Validators, signal: AbortSignal): Promise<Response> {
    let url = start;
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      this.guard.assertUrl(url);
      const response = await fetch(url, { dispatcher: this.agent, redirect: 'manual', signal, headers: this.headers(validators) });
      if (response.ok || response.status === 304) return response;
      await response.body?.cancel();
      const location = response.headers.get('location');
      if (!REDIRECTS.includes(response.status) || !location) throw statusError(response, url);
      url = redirectTarget(location, url);
    }
    throw new SourceError('too-many-redirects', `${start.host} sends from one address to the next without end. Check the address of the feed in a browser.`);
  }

  private headers({ etag, lastModified }: Validators): Record<string, string> {
    return {
      'user-agent': this.userAgent,
      accept: 'application/atom+xml, application/rss+xml, application/feed+json, application/json;q=0.9, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.5',
      ...(etag ? { 'if-none-match': etag } : {}),
      ...(lastModified ? { 'if-modified-since': lastModified } : {}),
    };
  }
}

async function readBody(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new SourceError('feed-too-large', `The feed is larger than ${MAX_BYTES / 1_000_000} MB. Ask its site for a shorter one, for example only the latest comments.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function validatorsOf(response: Response): Validators {
  const etag = response.headers.get('etag')?.slice(0, 500);
  const lastModified = response.headers.get('last-modified')?.slice(0, 100);
  return { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) };
}

function redirectTarget(location: string, from: URL): URL {
  const target = URL.parse(location, from.href);
  if (!target) throw new SourceError('feed-unreachable', `${from.host} redirects to an address that is none.`);
  return target;
}

function productVersion(rootDir: string): string {
  try {
    return (JSON.parse(readFileSync(join(rootDir, 'package.json'), 'utf8')) as { version?: string }).version ?? '0';
  } catch {
    return '0';
  }
}
