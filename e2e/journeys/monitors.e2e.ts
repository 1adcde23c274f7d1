import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, eventually, test } from '../support/journey';

const TEXTS = [
  'The Ａｕｒｏｒａ battery died',
  '極光手機的電池不行',
  '极光屏幕很好',
  'Borealis is cheaper',
  'Borealis battery is fine',
  'we are hiring Aurora fans',
  'nothing to see',
];

test('a brand is watched by its keywords: counted while they are typed, marked in the comments, compared with a competitor', async ({
  product,
  ownerPage: page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'moodline-monitors-'));
  const file = join(folder, 'comments.csv');
  writeFileSync(file, `text,time\n${TEXTS.map((text, index) => `${text},2026-05-0${index + 1} 10:00`).join('\n')}\n`);
  expect((await product.cli('import', file, '--source', 'Shop')).code).toBe(0);
  rmSync(folder, { recursive: true });

  await page.goto(`${product.url}/monitors`);
  await expect(page.getByText('Nothing is watched yet')).toBeVisible();
  await page.getByRole('link', { name: 'New monitor' }).click();
  await page.getByLabel('Name').fill('Aurora');
  const any = page.getByLabel('Any of these');
  await any.fill('aurora');
  await any.press('Enter');
  await expect(page.getByText('2 of 7 comments')).toBeVisible();
  await any.pressSequentially('极光,');
  await expect(page.getByText('4 of 7 comments')).toBeVisible();
  await expect(page.locator('mark', { hasText: '極光' })).toBeVisible();
  await page.getByLabel('None of these').fill('hiring');
  await page.getByLabel('None of these').press('Enter');
  await expect(page.getByText('3 of 7 comments')).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(
      (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
    ).toEqual([]);
  }
  await page.getByRole('button', { name: 'Create monitor' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Open Aurora in the overview' })).toBeVisible();

  await page.getByRole('link', { name: 'New monitor' }).click();
  await page.getByLabel('Name').fill('Borealis');
  await page.getByLabel('Any of these').fill('borealis');
  await page.getByRole('radio', { name: /competitor/i }).check();
  await page.getByRole('button', { name: 'Create monitor' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Open Borealis in the overview' })).toBeVisible();
  await page.goto(`${product.url}/monitors?period=all`);
  await expect(page.getByRole('heading', { name: '60% of the voice is yours' })).toBeVisible();
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 860 });
    expect(
      (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
    ).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0,
    );
  }
  await page.setViewportSize({ width: 1440, height: 860 });
  await page.getByRole('button', { name: 'View as table' }).click();
  await expect(page.getByRole('row', { name: /Borealis.*Competitor.*2.*40%/ })).toBeVisible();

  await page.getByRole('button', { name: 'Open Aurora in the overview' }).last().click();
  await expect(page).toHaveURL(/[?&]monitor=\d+/);
  await page.getByRole('link', { name: 'Comments', exact: true }).click();
  await expect(page.locator('ml-comment-row')).toHaveCount(3);
  await expect(page.locator('ml-comment-row mark')).toHaveText(['极光', '極光', 'Ａｕｒｏｒａ']);
});

test('new rules are matched against what is stored, new comments as they come in, and a removal can be undone', async ({
  product,
  ownerPage: page,
}) => {
  const count = async (...filter: string[]) =>
    (await product.cliJson<{ total: number }>('comments', '--monitor', 'aurora', ...filter)).total;
  expect(await count()).toBe(3);
  await page.goto(`${product.url}/monitors?period=all`);
  await page.getByRole('link', { name: 'Edit Aurora' }).click();
  await page.getByRole('button', { name: 'Remove 极光' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await eventually('the stored comments are matched anew', async () => (await count()) === 1, 30);

  await page.goto(`${product.url}/monitors?period=all`);
  await page.getByRole('button', { name: 'Remove Aurora' }).click();
  await expect(page.getByRole('link', { name: 'Edit Aurora' })).toBeHidden();
  expect((await product.cli('comments', '--monitor', 'aurora')).stderr).toContain('no monitor named "aurora"');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: 'Edit Aurora' })).toBeVisible();

  const folder = mkdtempSync(join(tmpdir(), 'moodline-monitors-'));
  writeFileSync(
    join(folder, 'more.csv'),
    'text,time\nAURORA again,2026-05-20 10:00\nborealis again,2026-05-20 11:00\n',
  );
  await product.cli('import', join(folder, 'more.csv'), '--source', 'Shop');
  rmSync(folder, { recursive: true });
  expect(await count()).toBe(2);
});
