import { loadavg } from 'node:os';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey';

/** Texts as people type them, each of them so often. */
const ROUNDS = 2;
const TEXTS: readonly string[] = [
  'Three days on hold and still nobody answers',
  'The update made my mornings so much easier',
  'Does the case come in other colours?',
  'Battery died after a week and the shop says it is my fault',
  'I love how light it is',
  '客服让我等了三天，还是没人回',
  '更新以后早上方便多了，谢谢',
  '手机壳有别的颜色吗',
  '快递盒子都压扁了，东西也碎了',
  '音质真的很好',
  'サポートに三日待たされて、まだ返事がありません',
  'アップデートで朝がとても楽になりました',
  'ケースは他の色もありますか',
  '届いた箱がつぶれていました',
];
/** Between two keys (ms): some eight signs in a second. */
const KEY_MS = 120;
const WAIT_MS = 120_000;

interface Taken {
  lastKey: number;
  labelled: number;
  asked: number;
  firstWord: number;
}

test.setTimeout(1_800_000);

/** How long a person waits on the page Try it: from the last key to the label, and from asking for the reply to its first word. */
test('try it', async ({ ownerPage: page, product }) => {
  await page.addInitScript(observe);
  await page.goto(`${product.url}/try`);
  const field = page.locator('#tried');
  // The first text pays for reading the prompts once.
  await typed(page, 'A first text that is not counted');
  const taken: Taken[] = [];
  for (let round = 0; round < ROUNDS; round++)
    for (const text of TEXTS) {
      await field.fill('');
      taken.push(await typed(page, text));
    }
  const rows: [string, number[]][] = [
    ['label, from the last key', taken.map(({ labelled, lastKey }) => labelled - lastKey)],
    ['first word, from asking for the reply', taken.map(({ firstWord, asked }) => firstWord - asked)],
    ['first word, from the last key', taken.map(({ firstWord, lastKey }) => firstWord - lastKey)],
  ];
  const lines = rows.map(
    ([name, times]) => `${name.padEnd(40)} p50 ${percentile(times, 0.5)} ms, p95 ${percentile(times, 0.95)} ms`,
  );
  const load = loadavg().map((one) => one.toFixed(1));
  process.stdout.write(`${lines.join('\n')}\n${taken.length} texts, load ${load.join(' ')}\n`);
});

/** Runs in the page, before anything of it: takes the times of keys, of requests and of what is seen. */
function observe(): void {
  const taken: Taken = { lastKey: 0, labelled: 0, asked: 0, firstWord: 0 };
  Object.assign(globalThis, { taken });
  const fetched = globalThis.fetch;
  globalThis.fetch = (...args: Parameters<typeof fetch>) => {
    if (String(args[0] instanceof Request ? args[0].url : args[0]).endsWith('/try/reply'))
      taken.asked = performance.now();
    return fetched(...args);
  };
  document.addEventListener(
    'input',
    () => Object.assign(taken, { lastKey: performance.now(), labelled: 0, asked: 0, firstWord: 0 }),
    true,
  );
  new PerformanceObserver((list) => {
    for (const { name, responseEnd } of list.getEntries() as PerformanceResourceTiming[])
      if (name.endsWith('/api/try/labels') && responseEnd > taken.lastKey) taken.labelled ||= responseEnd;
  }).observe({ type: 'resource' });
  new MutationObserver(() => {
    if (taken.asked && !taken.firstWord && document.querySelector('.written')?.textContent?.trim())
      taken.firstWord = performance.now();
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

async function typed(page: Page, text: string): Promise<Taken> {
  await page.locator('#tried').pressSequentially(text, { delay: KEY_MS });
  const read = () => page.evaluate(() => (globalThis as unknown as { taken: Taken }).taken);
  await expect.poll(async () => (await read()).firstWord, { timeout: WAIT_MS }).toBeGreaterThan(0);
  await expect(page.locator('.verdict')).toBeVisible();
  return read();
}

function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0);
}
