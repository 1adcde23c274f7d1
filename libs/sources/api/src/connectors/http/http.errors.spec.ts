import { Headers } from 'undici';
import { SourceError } from '../source.errors';
import { connectionError, retryAfter, usedUpUntil } from './http.errors';

const failed = (cause: unknown) => connectionError(new TypeError('fetch failed', { cause }), 'feeds.example').code;
const withCode = (code: string) => Object.assign(new Error(code), { code });

describe('a connection that failed', () => {
  it.each([
    ['a time-out', new DOMException('The operation was aborted due to timeout', 'TimeoutError'), 'source-timed-out'],
    ['a slow connection', withCode('UND_ERR_CONNECT_TIMEOUT'), 'source-timed-out'],
    ['an unknown name', withCode('ENOTFOUND'), 'source-unreachable'],
    ['a closed port', new AggregateError([withCode('ECONNREFUSED'), withCode('ECONNREFUSED')]), 'source-unreachable'],
    ['an old certificate', withCode('CERT_HAS_EXPIRED'), 'source-certificate'],
    ['a home-made certificate', withCode('DEPTH_ZERO_SELF_SIGNED_CERT'), 'source-certificate'],
    ['a reset', withCode('ECONNRESET'), 'source-unreachable'],
    ['a refused address', new SourceError('address-refused', 'no'), 'address-refused'],
    ['nothing known', 'nothing known', 'source-unreachable'],
  ])('because of %s is told by its code', (_, cause, code) => {
    expect(failed(cause)).toBe(code);
  });
});

describe('Retry-After', () => {
  const now = new Date('2026-05-03T08:00:00Z');

  it.each([
    ['120', '2026-05-03T08:02:00.000Z'],
    ['Sun, 03 May 2026 09:00:00 GMT', '2026-05-03T09:00:00.000Z'],
    ['Sun, 03 May 2037 09:00:00 GMT', '2026-05-04T08:00:00.000Z'],
    ['Sat, 02 May 2026 09:00:00 GMT', undefined],
    ['soon', undefined],
    [null, undefined],
  ])('%s', (header, at) => {
    expect(retryAfter(header, now)?.toISOString()).toBe(at);
  });
});

describe('a limit that is used up', () => {
  const now = new Date('2026-05-03T08:00:00Z');

  it.each([
    [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '120' }, '2026-05-03T08:02:00.000Z'],
    [{ 'x-ratelimit-remaining': '0.0', 'x-ratelimit-reset': '90' }, '2026-05-03T08:01:30.000Z'],
    [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1777799100' }, '2026-05-03T09:05:00.000Z'],
    [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '2026-05-03T08:05:00.019685Z' }, '2026-05-03T08:05:00.019Z'],
    [{ 'ratelimit-remaining': '0', 'ratelimit-reset': '300' }, '2026-05-03T08:05:00.000Z'],
    [{ 'x-ratelimit-remaining': '0' }, undefined],
    [{ 'x-ratelimit-remaining': '3', 'x-ratelimit-reset': '120' }, undefined],
    [{}, undefined],
  ])('%j is there again at %s', (headers, at) => {
    expect(usedUpUntil(new Headers(headers as Record<string, string>), now)?.toISOString()).toBe(at);
  });
});
