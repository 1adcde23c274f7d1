import type { Response } from 'undici';
import { SourceError } from '../source.errors';

/** Longest time a server may ask to be left alone. */
const MAX_WAIT_MS = 24 * 3_600_000;

/** What a status other than 200 means for the people who set up the feed. */
export function statusError({ status, headers }: Pick<Response, 'status' | 'headers'>, url: URL): SourceError {
  const { host } = url;
  const retryAt = retryAfter(headers.get('retry-after'), new Date());
  if (status === 401 || status === 403) return new SourceError('feed-refused', `${host} does not let Moodline read this feed (${status}). It may need a login, or the site blocks programs.`, retryAt);
  if (status === 404 || status === 410) return new SourceError('feed-not-found', `There is no feed at ${url.href} (${status}). Check the address; the site may have moved or removed it.`);
  if (status === 429) return new SourceError('feed-too-many-requests', `${host} asks for fewer requests (429). Moodline waits${retryAt ? ' as long as it was told' : ''}; choose a slower schedule if this goes on.`, retryAt);
  if (status >= 500) return new SourceError('feed-server-error', `${host} has trouble of its own (${status}). Moodline tries again at the next time.`, retryAt);
  return new SourceError('feed-unreachable', `${host} answered ${status} instead of a feed. Open the address in a browser to see why.`, retryAt);
}

/** `Retry-After` is a number of seconds or a date. */
export function retryAfter(header: string | null, now: Date): Date | null {
  if (!header) return null;
  const at = /^\d+$/.test(header.trim()) ? now.getTime() + Number(header) * 1000 : Date.parse(header);
  if (Number.isNaN(at) || at <= now.getTime()) return null;
  return new Date(Math.min(at, now.getTime() + MAX_WAIT_MS));
}

/** What a connection that failed means. The reason lies in the chain of causes. */
export function connectionError(error: unknown, host: string): SourceError {
  const chain = causes(error);
  const known = chain.find((cause) => cause instanceof SourceError);
  if (known) return known;
  const code = (chain as { code?: unknown; name?: unknown }[]).map(({ code, name }) => `${String(code)} ${String(name)}`).join(' ');
  if (/TimeoutError|TIMEOUT|ETIMEDOUT/.test(code)) return new SourceError('feed-timeout', `${host} did not answer in time. Moodline tries again at the next time.`);
  if (/ENOTFOUND|EAI_AGAIN|ENODATA/.test(code)) return new SourceError('feed-unreachable', `There is no host ${host}, or its name cannot be looked up from here. Check the address.`);
  if (/ECONNREFUSED/.test(code)) return new SourceError('feed-unreachable', `${host} does not accept connections. Check the address and its port.`);
  if (/CERT|TLS|SSL|VERIFY|SELF_SIGNED/.test(code)) return new SourceError('feed-certificate', `The certificate of ${host} is not valid, so nothing was read.`);
  return new SourceError('feed-unreachable', `The connection to ${host} broke off. Moodline tries again at the next time.`);
}

function causes(error: unknown): object[] {
  const chain: object[] = [];
  for (let cause = error; typeof cause === 'object' && cause !== null && chain.length < 10; cause = (cause as { cause?: unknown }).cause) {
    chain.push(cause);
    if (cause instanceof AggregateError) chain.push(...(cause.errors as object[]));
  }
  return chain;
}
