import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../support/journey';

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
