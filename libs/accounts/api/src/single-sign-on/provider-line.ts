import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { AddressGuard } from '@moodline/shared/http';
import type { CustomFetch } from 'openid-client';
import { Agent, fetch } from 'undici';
import { SingleSignOnError } from './single-sign-on.errors';

/** Time for one request to a provider, in seconds. */
export const PROVIDER_SECONDS = 10;
/** What providers say of themselves is short; more is not read. */
const MOST_BYTES = 1_000_000;

/** The line to identity providers: no private addresses unless an owner allows them, no redirects, bounded answers. */
@Injectable()
export class ProviderLine implements OnModuleDestroy {
  private readonly ways = { public: wayThat(false), any: wayThat(true) };

  async onModuleDestroy(): Promise<void> {
    await Promise.all([this.ways.public.agent.destroy(), this.ways.any.agent.destroy()]);
  }

  /** @throws SingleSignOnError for an address that must not be asked */
  assertUrl(url: URL, allowPrivate: boolean): void {
    this.ways[allowPrivate ? 'any' : 'public'].guard.assertUrl(url);
    if (url.protocol !== 'https:' && !allowPrivate) throw new SingleSignOnError('sso-plain');
  }

  /** The `fetch` of the library. Addresses that a provider names are checked as the one an owner entered is. */
  fetching(allowPrivate: boolean): CustomFetch {
    const { agent } = this.ways[allowPrivate ? 'any' : 'public'];
    return async (url, { method, headers, body, signal }) => {
      this.assertUrl(new URL(url), allowPrivate);
      const answer = await fetch(url, {
        ...{ method, headers, redirect: 'manual', dispatcher: agent },
        ...(body !== undefined && body !== null && { body: body as string | URLSearchParams }),
        signal: AbortSignal.any([AbortSignal.timeout(PROVIDER_SECONDS * 1000), ...(signal ? [signal] : [])]),
      });
      const bytes = await bounded(answer.body ?? []);
      // A status without a body takes none.
      return new Response(bytes.length ? bytes : null, {
        status: answer.status,
        headers: [...answer.headers].filter(([name]) => !/^content-(?:encoding|length)$/i.test(name)),
      });
    };
  }
}

function wayThat(allowsPrivate: boolean) {
  const guard = new AddressGuard({
    allows: () => allowsPrivate,
    refused: ({ reason }) => new SingleSignOnError(reason === 'private' ? 'sso-private' : 'sso-unreachable'),
  });
  return { guard, agent: new Agent({ connect: { lookup: guard.lookup, timeout: (PROVIDER_SECONDS * 1000) / 2 } }) };
}

async function bounded(stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    if ((size += chunk.length) > MOST_BYTES) throw new Error('The answer is larger than any of a provider');
  }
  return new Uint8Array(Buffer.concat(chunks));
}
