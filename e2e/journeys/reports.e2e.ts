import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey';

test.use({ demo: true });

/** In a frame in which nothing runs, axe would wait for ever; the page of a report is looked at by itself. */
async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).setLegacyMode(true).exclude('iframe').analyze();
  return found.violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`);
}

test('the overview offers a Monday report, leads to channels and back, and takes it back', async ({
  ownerPage: page,
  product,
}) => {
  await page.goto(product.url);
  await expect(page.getByText('No mail server is set up yet')).toBeVisible();
  await page.getByRole('link', { name: 'Set up mail' }).click();
  await page.getByRole('link', { name: 'Back to the Monday report' }).click();
  await page.getByRole('button', { name: 'Make me a Monday report' }).click();
  await expect(page.getByText('Each Monday at 9:00 it waits for you under Reports.')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Make me a Monday report' })).toBeVisible();
});

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

test('an answer of the chat and a chart are pinned to a report, moved, taken out and brought back', async ({
  ownerPage: page,
  product,
}) => {
  await page.goto(product.url);
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await page.getByPlaceholder('Ask about mood or sources').fill('Which source has the worst mood?');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Pin to report' }).click();
  const dialog = page.getByRole('dialog', { name: 'Pin to a report' });
  await dialog.getByRole('radio', { name: 'A new report' }).check();
  await dialog.getByLabel('Name').fill('For Anna');
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Pin it' }).click();
  await dialog.getByRole('link', { name: 'Open the report' }).click();
  const preview = page.frameLocator('section.preview iframe');
  await expect(preview.getByRole('heading', { name: 'Which source has the worst mood?' })).toBeVisible();

  // A chart of the overview goes to the same one.
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.locator('ml-chart-frame').first().getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Pin to a report…' }).click();
  await dialog.getByRole('radio', { name: /^For Anna/ }).check();
  await dialog.getByRole('button', { name: 'Pin it' }).click();
  await dialog.getByRole('link', { name: 'Open the report' }).click();
  await expect(page.getByRole('checkbox', { name: 'Mood over time: all comments' })).toBeChecked();
  await expect(preview.getByRole('heading', { name: 'Mood over time: all comments' })).toBeVisible();

  await page.getByRole('button', { name: 'Remove from this report: Which source has the worst mood?' }).click();
  await expect(preview.getByRole('heading', { name: 'Which source has the worst mood?' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(preview.getByRole('heading', { name: 'Which source has the worst mood?' })).toBeVisible();
  await page.getByRole('button', { name: 'Move up: Mood over time: all comments' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  const headings = preview.getByRole('heading', { level: 2 });
  await expect(headings.nth(-2)).toHaveText('Mood over time: all comments');
  await expect(headings.last()).toHaveText('Which source has the worst mood?');
  expect(await violations(page)).toEqual([]);
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
