import type { Page } from '@playwright/test';
import { eventually } from './journey';

/** Nothing is asked for this long: the page is finished (ms). */
const QUIET_MS = 1_000;

/** What a page took over the wire until it was finished; sizes in bytes, compressed as they came. */
export interface Fetched {
  readonly requests: number;
  /** What was asked for more than once. */
  readonly twice: readonly string[];
  /** JavaScript that the page itself names. */
  readonly initial: number;
  /** Styles that the page itself names. */
  readonly initialStyle: number;
  readonly script: number;
  readonly style: number;
  readonly font: number;
  readonly fonts: number;
}

/** Does something in a page and waits until it asks for nothing more. The stream of news, which never ends, is not counted. */
export async function fetchedBy(page: Page, act: () => Promise<void>): Promise<Fetched> {
  const kinds = new Map<string, string>();
  const asked: string[] = [];
  // What the page itself names: nothing is drawn before it is there.
  const named = new Set<string>();
  const bytes: Record<string, number> = {};
  let last = Date.now();
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', ({ requestId, request, type, initiator }) => {
    last = Date.now();
    // data: costs no request.
    if (request.url.endsWith('/api/events') || !request.url.startsWith('http')) return;
    kinds.set(requestId, type ?? 'Other');
    if (initiator.type === 'parser') named.add(requestId);
    asked.push(`${request.method} ${request.url}`);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (kind) bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
    if (named.has(requestId)) bytes[`initial ${kind}`] = (bytes[`initial ${kind}`] ?? 0) + encodedDataLength;
  });
  await act();
  await eventually('a quiet page', async () => Date.now() - last > QUIET_MS, 60);
  await session.detach();
  return {
    requests: asked.length,
    twice: asked.filter((request, place) => asked.indexOf(request) < place),
    initial: bytes['initial Script'] ?? 0,
    initialStyle: bytes['initial Stylesheet'] ?? 0,
    script: bytes['Script'] ?? 0,
    style: bytes['Stylesheet'] ?? 0,
    font: bytes['Font'] ?? 0,
    fonts: [...kinds.values()].filter((kind) => kind === 'Font').length,
  };
}
