import { resolve } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { test as base, chromium as playwrightChromium, type Browser, expect } from '@playwright/test';
import chromium from '@sparticuz/chromium';
import { servePages } from './page-server';

const BUNDLE = resolve(__dirname, '../../dist/apps/dashboard-kit/browser');

const test = base.extend<{ readonly kit: string }, { readonly browser: Browser }>({
  browser: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures off this pattern
    async ({}, use) => {
      const executablePath = await chromium.executablePath();
      const browser = await playwrightChromium.launch({ executablePath, args: ['--no-sandbox'], headless: true });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  // eslint-disable-next-line no-empty-pattern -- as above
  kit: async ({}, use) => {
    const { url, server } = await servePages(BUNDLE);
    await use(`${url}/kit`);
    server.close();
  },
});

for (const scheme of ['light', 'dark'] as const)
  test(`the shared components look as they did, ${scheme}`, async ({ page, kit }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.goto(kit);
    const section = page.getByRole('region', { name: scheme, exact: true });
    await expect(section.locator('canvas')).toBeVisible();
    await page.evaluate(() => document.fonts.ready);
    await expect(section).toHaveScreenshot(`${scheme}.png`);
  });

test('the shared components pass axe, light and dark on one page', async ({ page, kit }) => {
  await page.goto(kit);
  await expect(page.locator('canvas').first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
});
