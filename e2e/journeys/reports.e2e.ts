import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey';

test.use({ demo: true });

/** In a frame in which nothing runs, axe would wait for ever; the page of a report is looked at by itself. */
async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).setLegacyMode(true).exclude('iframe').analyze();
  return found.violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`);
}

test('a Monday report in one step, changed, made, read, fetched and shared with somebody without an account', async ({
  ownerPage: page,
  product,
  browser,
}) => {
  await page.goto(`${product.url}/reports`);
  await page.getByRole('button', { name: 'Send me a Monday report' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Monday review');
  await expect(page.getByText('Each Monday at 09:00')).toBeVisible();
  const preview = page.frameLocator('section.preview iframe');
  await expect(preview.getByRole('heading', { name: 'By source' })).toBeVisible();

  await page.getByRole('checkbox', { name: 'By source' }).uncheck();
  await page.getByRole('button', { name: 'Add a paragraph of your own' }).click();
  await page.getByLabel('Heading', { exact: true }).fill('Our view');
  await page.getByLabel('Text', { exact: true }).fill('Battery first.');
  await page.getByLabel('Text', { exact: true }).blur();
  await expect(preview.getByText('Battery first.')).toBeVisible();
  await expect(preview.getByRole('heading', { name: 'By source' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved.')).toBeVisible();

  await page.getByRole('button', { name: 'Make one now' }).click();
  await expect(page.getByText('not sent')).toBeVisible();
  const link = page.getByRole('link', { name: 'PDF' });
  const pdf = await page.request.get(`${product.url}${await link.getAttribute('href')}`);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');

  await page.getByRole('button', { name: 'Read' }).click();
  await expect(page.frameLocator('.opened iframe').getByRole('heading', { name: 'Our view' })).toBeVisible();
  // Before it goes out: other words, a sentence less, undone and done again.
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  const edited = page.frameLocator('section.preview iframe');
  await page.getByLabel('What is not known: sentence 1').fill('A hard week, and we know why.');
  await expect(edited.getByText('A hard week, and we know why.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'The numbers' }).uncheck();
  await expect(edited.getByRole('heading', { name: 'The numbers' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(edited.getByRole('heading', { name: 'The numbers' })).toBeVisible();
  await page.getByRole('checkbox', { name: 'The numbers' }).uncheck();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Done' }).click();
  await expect(page.getByText('edited · not sent')).toBeVisible();
  await expect(page.frameLocator('.opened iframe').getByText('A hard week, and we know why.')).toBeVisible();
  await page.getByRole('button', { name: 'Make a link that needs no account' }).click();
  const address = await page.getByLabel('The link, shown this once').inputValue();
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(address);
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('Monday review');
  await expect(stranger.getByText('Battery first.')).toBeVisible();
  await expect(stranger.getByText('A hard week, and we know why.')).toBeVisible();
  expect(await violations(stranger)).toEqual([]);
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByRole('button', { name: 'Take it back' })).toHaveCount(0);
  expect((await stranger.goto(address))?.status()).toBe(404);
  await stranger.context().close();
});

test('the pages of reports, alerts and channels pass axe in light and dark, wide and narrow', async ({
  ownerPage: page,
  product,
}) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 860 });
      for (const path of ['/reports', '/reports/new', '/alerts', '/alerts/rules/new', '/settings/channels']) {
        await page.goto(product.url + path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        if (path === '/reports/new') await expect(page.locator('section.preview iframe')).toBeVisible();
        expect([path, width, await violations(page)]).toEqual([path, width, []]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect([path, width, overflow]).toEqual([path, width, 0]);
      }
    }
  }
});
