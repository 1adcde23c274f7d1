import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../support/journey';

const EXPORTS = join(__dirname, '../../libs/sources/api/src/import/fixtures/exports');
const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

test.beforeEach(async ({ ownerPage: page, product }) => {
  await page.goto(`${product.url}/sources/import`);
});

test('an export of Google Play is recognised, checked, imported and taken back', async ({
  ownerPage: page,
  product,
}) => {
  await page.locator('input[type=file]').setInputFiles(join(EXPORTS, 'google-play-console.csv'));
  await page.getByRole('button', { name: 'Check the file' }).click();
  await expect(page.getByText('Recognised: Google Play Console reviews')).toBeVisible();
  await expect(page.locator('#column-publishedAt')).toHaveValue('Review Submit Millis Since Epoch');
  await expect(page.getByRole('cell', { name: 'Drains the battery, uninstalled' })).toBeVisible();
  await expect(page.getByRole('cell', { name: '(stars only)' })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole('button', { name: 'Import 3 comments' }).click();
  await expect(page.getByRole('heading', { name: 'Import finished' })).toBeVisible();
  await page.goto(`${product.url}/sources`);
  await page.getByRole('link', { name: 'Run history' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('google-play-console');
  await page.getByRole('button', { name: 'Remove 3 comments' }).click();
  // The comments go; the source and its history stay.
  await expect(page.getByText('Undone', { exact: true })).toBeVisible();
  expect((await product.cliJson<{ total: number }>('comments')).total).toBe(0);
});

test('columns chosen by hand are kept for the next file with the same header, and can be forgotten', async ({
  ownerPage: page,
}) => {
  const header = 'ref,headline,words,moment\n';
  await page
    .locator('input[type=file]')
    .setInputFiles(file('first.csv', `${header}a1,Short one,Long text here,2026-05-03 08:00\n`));
  await page.getByRole('button', { name: 'Check the file' }).click();
  await page.locator('#column-text').selectOption('headline');
  await expect(page.getByRole('cell', { name: 'Short one' })).toBeVisible();
  await page.getByRole('button', { name: 'Use these columns for the next file with this header' }).click();
  await expect(page.getByText('The next file with this header is read this way.')).toBeVisible();
  await page.reload();
  await page
    .locator('input[type=file]')
    .setInputFiles(file('second.csv', `${header}a2,Next one,More text here,2026-05-04 08:00\n`));
  await page.getByRole('button', { name: 'Check the file' }).click();
  await expect(page.getByText('The columns you saved for files with this header are used.')).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Next one' })).toBeVisible();
  await page.getByRole('button', { name: 'Forget them' }).click();
  await expect(page.getByRole('cell', { name: 'More text here' })).toBeVisible();
});
