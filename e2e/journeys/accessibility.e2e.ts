import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey';

const PAGES = [
  '/',
  '/comments',
  '/review',
  '/quality',
  '/tags',
  '/themes',
  '/compare',
  '/triage',
  '/colleague',
  '/colleague?view=mail',
  '/colleague?view=day',
  '/monitors',
  '/monitors/new',
  '/sources',
  '/sources/add',
  '/sources/add/feed',
  '/sources/import',
  '/settings',
  '/settings/members',
  '/settings/single-sign-on',
  '/settings/roles',
  '/settings/roles/label',
  '/settings/model',
  '/settings/keys',
  '/settings/audit',
  '/settings/channels',
  '/coach',
  '/try',
  '/reports',
  '/alerts',
  '/alerts/rules/new',
];

test.beforeEach(async ({ product, ownerPage }) => {
  await expect(ownerPage).toHaveURL(product.url + '/');
  await product.cli('import', join(__dirname, '../fixtures/comments.csv'), '--source', 'Shop');
});

/** What axe finds, and what sticks out to the side, on each page at each width; how many pages were looked at is printed. */
async function lookAtAll(page: Page, url: string, look: { readonly name: string; readonly widths: readonly number[] }) {
  let scans = 0;
  for (const width of look.widths) {
    await page.setViewportSize({ width, height: 860 });
    for (const path of PAGES) {
      await page.goto(url + path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      scans++;
      expect(
        violations.map(({ id, nodes }) => `${path} at ${width}: ${id} ${nodes.map(({ html }) => html).join(' ')}`),
      ).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([path, width, overflow]).toEqual([path, width, 0]);
    }
  }
  process.stdout.write(`axe, ${look.name}: ${scans} pages looked at, no violation\n`);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every page passes axe in ${colorScheme}, wide and narrow`, async ({ ownerPage: page, product }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await lookAtAll(page, product.url, { name: `en, ${colorScheme}`, widths: [1440, 390] });
  });
}

for (const [language, colorScheme] of [
  ['zh', 'dark'],
  ['ja', 'light'],
] as const) {
  test(`every page passes axe in ${language}, where words are longer and shorter`, async ({
    ownerPage: page,
    product,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.addInitScript((chosen) => localStorage.setItem('moodline.language', chosen), language);
    await lookAtAll(page, product.url, { name: `${language}, ${colorScheme}`, widths: [390] });
  });
}

test('the language is switched on the spot and every word changes', async ({ ownerPage: page, product }) => {
  await page.goto(`${product.url}/sources`);
  await page.getByRole('button', { name: 'Language', exact: true }).click();
  await page.getByRole('menuitemradio', { name: '中文' }).click();
  await expect(page.getByRole('navigation')).toContainText('来源');
  await page.goto(`${product.url}/settings`);
  await expect(page.locator('html')).toHaveAttribute('lang', /zh/);
  await page.getByRole('button', { name: '语言', exact: true }).click();
  await page.getByRole('menuitemradio', { name: '日本語' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('設定');
  await page.goto(`${product.url}/sources`);
  await expect(page.getByRole('navigation')).toContainText('ソース');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja-JP');
});
