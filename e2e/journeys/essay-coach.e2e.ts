import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../support/journey';

const ESSAY = [
  'The bus was late and I was cold. I was very nervous about the interview. Everything felt wrong.',
  'The woman at the desk smiled and offered me tea!!! I told her about my dog, and we laughed together.',
].join('\n\n');
const BETTER = ESSAY.replace('tea!!!', 'tea.');

test('an essay is read, advised on, compared with its new version and kept where its writer says so', async ({
  ownerPage: page,
  product,
}) => {
  await page.goto(`${product.url}/coach`);
  const essay = page.getByRole('textbox', { name: 'Your essay' });
  await essay.fill(ESSAY);
  await page.getByRole('button', { name: 'Read it' }).click();
  const mood = page.getByRole('region', { name: 'Mood by paragraph' }).getByRole('listitem');
  await expect(mood).toHaveCount(2, { timeout: 60_000 });
  await expect(mood.nth(0)).toContainText('Negative');
  await expect(mood.nth(1)).toContainText('Positive');

  const advice = page.getByRole('region', { name: 'Advice', exact: true });
  await expect(advice.getByText('shouts')).toBeVisible();
  await expect(advice.getByText('By rules alone')).toBeVisible({ timeout: 60_000 });
  await expect(advice.getByRole('link')).toHaveAttribute('href', '/settings/model');
  const pieces = await advice.locator('.advice li').count();
  expect(pieces).toBeGreaterThanOrEqual(2);
  expect(pieces).toBeLessThanOrEqual(3);
  for (const mark of await mood.locator('mark').allTextContents()) expect(ESSAY).toContain(mark.replace(/\d$/, ''));
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  expect(await (await product.api('essays')).json()).toEqual([]);

  await page.getByRole('textbox', { name: 'Title' }).fill('The interview');
  await page.getByRole('button', { name: 'Keep this essay' }).click();
  const kept = page.getByRole('region', { name: 'Essays you keep' });
  await expect(kept.getByRole('button', { name: 'The interview', exact: true })).toBeVisible();

  await page.getByRole('textbox', { name: 'Your new version' }).fill(BETTER);
  await page.getByRole('button', { name: 'Compare this version' }).click();
  const changes = page.getByRole('region', { name: 'This version and the former one' });
  await expect(changes.getByRole('listitem').filter({ hasText: 'shouts' })).toContainText('Followed', {
    timeout: 60_000,
  });
  await page.getByRole('button', { name: 'Keep as a new version' }).click();
  await expect(kept.getByText('Versions: 2')).toBeVisible();

  await kept.getByRole('button', { name: 'Remove The interview' }).click();
  await expect(kept.getByText('None yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(kept.getByText('Versions: 2')).toBeVisible();

  await page.getByRole('textbox', { name: 'Your new version' }).fill('I want to kill myself.');
  await page.getByRole('button', { name: 'Compare this version' }).click();
  await expect(advice).toContainText('988', { timeout: 60_000 });
});

test('a class is read into one table, and taken away as CSV', async ({ ownerPage: page, product }) => {
  await page.goto(`${product.url}/coach?view=class`);
  const table = 'name,text\nMei,"The day was wonderful. I loved every hour."\n=1+2,"We lost. It was awful."\n';
  await page.getByLabel('Choose files').setInputFiles([
    { name: 'class.csv', mimeType: 'text/csv', buffer: Buffer.from(table) },
    { name: 'Ken.txt', mimeType: 'text/plain', buffer: Buffer.from('今日は楽しかった。友達と笑った。') },
    { name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from('x') },
  ]);
  await expect(page.getByRole('row')).toHaveCount(4, { timeout: 60_000 });
  await expect(page.getByText('Left out: 1')).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as CSV' }).click();
  const csv = await readFile(await (await download).path(), 'utf8');
  expect(csv.split('\r\n')).toHaveLength(5);
  expect(csv).toContain("'=1+2,");

  await page.getByRole('button', { name: 'Mei', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Your new version' })).toHaveValue(/wonderful/, { timeout: 60_000 });
});
