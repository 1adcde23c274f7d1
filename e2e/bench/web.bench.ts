import type { CDPSession, Page } from '@playwright/test';
import { eventually, test } from '../support/journey';

const ROUNDS = 5;
/** Nothing is asked for this long: the page is finished (ms). */
const QUIET_MS = 1_000;

interface Load {
  readonly requests: number;
  readonly twice: number;
  readonly initial: number;
  readonly script: number;
  readonly style: number;
  readonly font: number;
  readonly fonts: number;
  readonly lcp: number;
}

interface Entry extends PerformanceEntry {
  readonly interactionId?: number;
}
interface Measured {
  lcp: number;
  inp: number;
}

test.use({ demo: true });
test.setTimeout(900_000);

/** Loads the overview as somebody who was never there, and clicks through it: what comes over the wire, and when it is seen. */
test('web', async ({ ownerPage, product, browser }) => {
  await eventually('all labels', async () => (await product.cliJson<{ pending: number }>('status')).pending === 0, 840);
  const storageState = await ownerPage.context().storageState();
  const loads: Load[] = [];
  const delays: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const context = await browser.newContext({ storageState, viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.addInitScript(observe);
    loads.push(await loaded(page, product.url));
    delays.push(await clickedThrough(page));
    await context.close();
  }
  const of = (name: keyof Load) => median(loads.map((load) => load[name]));
  const kB = (name: keyof Load) => `${Math.round(of(name) / 1000)} kB`;
  const rows: [string, string][] = [
    ['requests to a finished overview', String(of('requests'))],
    ['asked for twice', String(of('twice'))],
    ['initial JavaScript, compressed', kB('initial')],
    ['JavaScript of a finished overview', kB('script')],
    ['CSS, compressed', kB('style')],
    ['fonts', `${of('fonts')} (${kB('font')})`],
    ['largest contentful paint', `${Math.round(of('lcp'))} ms`],
    ['longest interaction', `${Math.round(median(delays))} ms`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  process.stdout.write(`${rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n')}\n`);
});

/** Runs in the page, before anything of it. */
function observe(): void {
  const measured: Measured = { lcp: 0, inp: 0 };
  (globalThis as unknown as { measured: Measured }).measured = measured;
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) measured.lcp = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries() as Entry[])
      if (interactionId) measured.inp = Math.max(measured.inp, duration);
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
}

const measuredIn = (page: Page): Promise<Measured> =>
  page.evaluate(() => (globalThis as unknown as { measured: Measured }).measured);

async function loaded(page: Page, url: string): Promise<Load> {
  const kinds = new Map<string, string>();
  const urls: string[] = [];
  // What the page itself names: nothing is drawn before it is there.
  const initial = new Set<string>();
  const bytes: Record<string, number> = {};
  let last = Date.now();
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', ({ requestId, request, type, initiator }) => {
    last = Date.now();
    // The stream of news never ends, and data: costs no request.
    if (request.url.endsWith('/api/events') || !request.url.startsWith('http')) return;
    kinds.set(requestId, type ?? 'Other');
    if (type === 'Script' && initiator.type === 'parser') initial.add(requestId);
    urls.push(`${request.method} ${request.url}`);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (kind) bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
    if (initial.has(requestId)) bytes['initial'] = (bytes['initial'] ?? 0) + encodedDataLength;
  });
  await page.goto(url);
  await page.locator('canvas').first().waitFor();
  await eventually('a quiet page', async () => Date.now() - last > QUIET_MS, 60);
  const { lcp } = await measuredIn(page);
  await session.detach();
  return {
    requests: urls.length,
    twice: urls.length - new Set(urls).size,
    initial: bytes['initial'] ?? 0,
    script: bytes['Script'] ?? 0,
    style: bytes['Stylesheet'] ?? 0,
    font: bytes['Font'] ?? 0,
    fonts: [...kinds.values()].filter((kind) => kind === 'Font').length,
    lcp,
  };
}

/** @returns the longest time from a click or key to the next picture (ms) */
async function clickedThrough(page: Page): Promise<number> {
  for (const step of ['Week', 'Day']) await page.getByRole('button', { name: step, exact: true }).click();
  await page.getByRole('button', { name: 'View as table' }).first().click();
  await page.getByRole('button', { name: 'View as chart' }).first().click();
  await page.getByRole('button', { name: /^Negative share/ }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('themes');
  await page.keyboard.press('Escape');
  return (await measuredIn(page)).inp;
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
