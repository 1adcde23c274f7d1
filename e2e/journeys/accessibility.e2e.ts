import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
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
];

test.beforeEach(async ({ product, ownerPage }) => {
  await expect(ownerPage).toHaveURL(product.url + '/');
  await product.cli('import', join(__dirname, '../fixtures/comments.csv'), '--source', 'Shop');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every page passes axe in ${colorScheme}, wide and narrow`, async ({ ownerPage: page, product }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 860 });
      for (const path of PAGES) {
        await page.goto(product.url + path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(({ id, nodes }) => `${path} at ${width}: ${id} ${nodes.map(({ html }) => html).join(' ')}`),
        ).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect([path, width, overflow]).toEqual([path, width, 0]);
      }
    }
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
