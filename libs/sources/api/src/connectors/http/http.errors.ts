import type { Headers } from 'undici';
import { SourceError } from '../source.errors';

/** Longest time a server may ask to be left alone. */
const MAX_WAIT_MS = 24 * 3_600_000;

/** What a status other than 200 means for the people who set up the source. The query of the address is left out: it may hold a key. */
export function statusError(
  { status, headers }: { readonly status: number; readonly headers: Headers },
  url: URL,
  now = new Date(),
): SourceError {
  const { host } = url;
  const retryAt = retryAfter(headers.get('retry-after'), now) ?? usedUpUntil(headers, now);
  if (status === 401)
    return new SourceError(
      'source-unauthorised',
      `${host} does not accept the login (401). Check the key of this source; it may have expired.`,
    );
  if (status === 429 || (status === 403 && retryAt)) return rateLimited(host, status, retryAt);
  if (status === 403 || status === 451)
    return new SourceError(
      'source-blocked',
      `${host} blocks Moodline here (${status}). The site does not want programs at this address, or the key has no right to read it; ask the site for access.`,
    );
  if (status === 404 || status === 410)
    return new SourceError(
      'source-not-found',
      `There is nothing at ${host}${url.pathname} (${status}). Check the settings of this source; the site may have moved or removed it.`,
    );
  if (status >= 500)
    return new SourceError(
      'source-unavailable',
      `${host} has trouble of its own (${status}). Moodline tries again at the next time.`,
      retryAt,
    );
  return new SourceError(
    'source-unexpected-answer',
    `${host} answered ${status}. Open the address in a browser to see why, and check the settings of this source.`,
    retryAt,
  );
}

/** `Retry-After` is a number of seconds or a date. */
export function retryAfter(header: string | null, now: Date): Date | null {
  if (!header) return null;
  return within(/^\d+$/.test(header.trim()) ? now.getTime() + Number(header) * 1000 : Date.parse(header), now);
}

/** What a connection that failed means. The reason lies in the chain of causes. */
export function connectionError(error: unknown, host: string): SourceError {
  const chain = causes(error);
  const known = chain.find((cause) => cause instanceof SourceError);
  if (known) return known;
  const code = (chain as { code?: unknown; name?: unknown }[])
    .map(({ code, name }) => `${String(code)} ${String(name)}`)
    .join(' ');
  if (/TimeoutError|TIMEOUT|ETIMEDOUT/.test(code))
    return new SourceError(
      'source-timed-out',
      `${host} did not answer in time. Moodline tries again at the next time.`,
    );
  if (/ENOTFOUND|EAI_AGAIN|ENODATA/.test(code))
    return new SourceError(
      'source-unreachable',
      `There is no host ${host}, or its name cannot be looked up from here. Check the address.`,
    );
  if (/ECONNREFUSED/.test(code))
    return new SourceError(
      'source-unreachable',
      `${host} does not accept connections. Check the address and its port.`,
    );
  if (/CERT|TLS|SSL|VERIFY|SELF_SIGNED/.test(code))
    return new SourceError('source-certificate', `The certificate of ${host} is not valid, so nothing was read.`);
  return new SourceError(
    'source-unreachable',
    `The connection to ${host} broke off. Moodline tries again at the next time.`,
  );
}

/** True for failures that may be over in a moment and about which the site said nothing. */
export function isTransient(error: SourceError): boolean {
  return (error.code === 'source-unavailable' || error.code === 'source-unreachable') && !error.retryAt;
}

function rateLimited(host: string, status: number, retryAt: Date | null): SourceError {
  return new SourceError(
    'source-rate-limited',
    `${host} asks for fewer requests (${status}). Moodline waits${retryAt ? ' as long as it was told' : ''}; choose a slower schedule if this goes on.`,
    retryAt,
  );
}

/** Many interfaces tell with each answer how much is left, and when there is more: in seconds from now, as a Unix time or as a date. */
export function usedUpUntil(headers: Headers, now: Date): Date | null {
  const told = (name: string) => headers.get(`x-ratelimit-${name}`) ?? headers.get(`ratelimit-${name}`) ?? '';
  if (!/^0+(\.0*)?$/.test(told('remaining').trim())) return null;
  const reset = told('reset').trim();
  if (!/^\d+(\.\d+)?$/.test(reset)) return within(Date.parse(reset), now);
  return within(Number(reset) > 1e9 ? Number(reset) * 1000 : now.getTime() + Number(reset) * 1000, now);
}

function within(at: number, now: Date): Date | null {
  if (Number.isNaN(at) || at <= now.getTime()) return null;
  return new Date(Math.min(at, now.getTime() + MAX_WAIT_MS));
}

function causes(error: unknown): object[] {
  const chain: object[] = [];
  for (
    let cause = error;
    typeof cause === 'object' && cause !== null && chain.length < 10;
    cause = (cause as { cause?: unknown }).cause
  ) {
    chain.push(cause);
    if (cause instanceof AggregateError) chain.push(...(cause.errors as object[]));
  }
  return chain;
}
