import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../support/journey';

const ROWS = [
  'id,content,author,created_at',
  '1,The hinge broke after a week,Wang Xiaoming,2026-05-03 10:00',
  '2,Support never answered me,Wang Xiaoming,2026-05-03 11:00',
  '3,Works as it should,Li Lei,2026-05-03 12:00',
  '4,Call me 13812345678 about the hinge,Han Meimei,2026-05-03 13:00',
];

interface Imported {
  readonly imported: number;
  readonly duplicates: number;
}
interface Found {
  readonly total: number;
  readonly items: readonly { readonly text: string }[];
}

test.describe.configure({ mode: 'serial' });

test('an author is forgotten from the menu of a comment, and stays so when the file comes again', async ({
  ownerPage: page,
  product,
}) => {
  const file = join(product.dataDir, 'shop.csv');
  writeFileSync(file, ROWS.join('\n'));
  expect(await product.cliJson<Imported>('import', file, '--source', 'Shop')).toMatchObject({ imported: 4 });
  const found = async () => (await (await product.api('comments')).json()) as Found;
  expect((await found()).items.map(({ text }) => text)).toContain('Call me [phone] about the hinge');

  await page.goto(`${product.url}/comments?period=all`);
  const row = page.getByRole('listitem').filter({ hasText: 'The hinge broke' });
  await row.getByRole('button', { name: 'More about this comment' }).click();
  await page.getByRole('menuitem', { name: 'Forget…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Shop: 2')).toBeVisible();
  expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations.map(({ id }) => id)).toEqual(
    [],
  );
  const forget = dialog.getByRole('button', { name: 'Forget 2 comments' });
  await expect(forget).toBeDisabled();
  await dialog.getByLabel('Type FORGET to confirm').fill('forget');
  await forget.click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('2 comments forgotten')).toBeVisible();
  await expect(page.getByText('The hinge broke')).toBeHidden();
  await expect(page.getByText('Works as it should')).toBeVisible();

  expect(await product.cliJson<Imported>('import', file, '--source', 'Shop')).toMatchObject({
    imported: 0,
    duplicates: 2,
  });
  expect(await found()).toMatchObject({ total: 2 });
});

test('the settings say what is stored and what was forgotten, and preview a retention before it applies', async ({
  ownerPage: page,
  product,
}) => {
  await page.goto(`${product.url}/settings`);
  const section = page.getByRole('region', { name: 'Privacy' });
  await expect(section.getByText('Authors: 1')).toBeVisible();
  await section.getByRole('combobox').selectOption({ label: '30 days' });
  await expect(section.getByText('No text is that old yet. 2 stay for now.')).toBeVisible();
  await section.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(section.getByRole('button', { name: 'Save', exact: true })).toBeHidden();
  await page.reload();
  await expect(section.getByRole('combobox')).toHaveValue('30');
});
