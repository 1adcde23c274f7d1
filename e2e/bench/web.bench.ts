import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { eventually, test as base } from '../support/journey';
import { type Fetched, fetchedBy } from '../support/page-load';
import { RunningProduct } from '../support/running-product';

const ROUNDS = 5;
const ROOT = resolve(__dirname, '../..');
/** Made comments that the overview shows; 0: the demo. */
// eslint-disable-next-line no-restricted-properties -- Playwright hands no other words to a test
const COMMENTS = Number(process.env['BENCH_COMMENTS'] ?? 0);

interface Load extends Fetched {
  readonly lcp: number;
}

interface Entry extends PerformanceEntry {
  readonly interactionId?: number;
}
interface Measured {
  lcp: number;
  inp: number;
}

/** A product with the demo, or with as many made comments as were asked for. */
const test = base.extend({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures off this pattern
  product: async ({}, use) => {
    const product = await (COMMENTS
      ? RunningProduct.start({ prepare: (_, dataDir) => fill(dataDir) })
      : RunningProduct.start({ demo: true }));
    await use(product);
    await product.stop();
  },
});
test.setTimeout(1_800_000);

/** Fills a data folder as the benchmark of scale does. */
async function fill(dataDir: string): Promise<void> {
  const args = ['--comments', String(COMMENTS), '--data', dataDir, '--fill-only', '--plain'];
  execFileSync(process.execPath, [join(ROOT, 'dist/apps/api/scale.js'), ...args], { stdio: 'inherit' });
}

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
  const of = (name: Exclude<keyof Load, 'twice'>) => median(loads.map((load) => load[name]));
  const kB = (name: Exclude<keyof Load, 'twice'>) => `${Math.round(of(name) / 1000)} kB`;
  const rows: [string, string][] = [
    ['requests to a finished overview', String(of('requests'))],
    ['asked for twice', String(Math.max(...loads.map(({ twice }) => twice.length)))],
    ['initial JavaScript, compressed', kB('initial')],
    ['JavaScript of a finished overview', kB('script')],
    ['initial CSS, compressed', kB('initialStyle')],
    ['CSS of a finished overview', kB('style')],
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
  const fetched = await fetchedBy(page, async () => {
    await page.goto(url);
    await page.locator('canvas').first().waitFor();
  });
  const { lcp } = await measuredIn(page);
  return { ...fetched, lcp };
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
