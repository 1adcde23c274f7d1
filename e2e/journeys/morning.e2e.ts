import { readFileSync } from 'node:fs';
import { expect, eventually, test } from '../support/journey';
import { fetchedBy } from '../support/page-load';

test.use({ demo: true });

test.beforeEach(async ({ product, ownerPage }) => {
  test.setTimeout(900_000);
  await expect(ownerPage).toHaveURL(`${product.url}/`);
  await eventually('all labels', async () => (await product.cliJson<{ pending: number }>('status')).pending === 0, 840);
});

test('a first visit asks for at most 25 things, and for nothing twice', async ({ ownerPage, product, browser }) => {
  const context = await browser.newContext({ storageState: await ownerPage.context().storageState() });
  const page = await context.newPage();
  const { requests, twice } = await fetchedBy(page, async () => {
    await page.goto(product.url);
    await page.locator('canvas').first().waitFor();
  });
  expect(twice).toEqual([]);
  expect(requests).toBeLessThanOrEqual(25);
  await context.close();
});

test('a morning: the crisis is named, its theme and its claims are read, labels corrected, a note written, the view kept and taken along', async ({
  ownerPage: page,
  product,
}) => {
  await page.goto(`${product.url}/`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/Net mood (fell|turned negative)/);
  const note = page.getByRole('region', { name: 'In short' });
  await expect(note).toContainText(/the update/i);
  await note.getByRole('link', { name: 'the update' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toContainText(/the update/i);
  const claims = page.getByRole('region', { name: 'What comes up in it' });
  await claims
    .getByRole('button', { name: /^\d+ comments$/ })
    .first()
    .click();
  const sheet = page.getByRole('dialog');
  const details = sheet.getByRole('link', { name: 'Details' });
  await expect(details.nth(1)).toBeVisible();
  for (const address of await Promise.all([0, 1].map((place) => details.nth(place).getAttribute('href')))) {
    const row = sheet.getByRole('listitem').filter({ has: page.locator(`a[href="${address}"]`) });
    await row.getByRole('button', { name: 'Label it Neutral' }).click();
    await expect(row).toContainText('machine: Negative');
  }
  await eventually('both labels', async () => {
    const judged = (await (await product.api('quality/judged')).json()) as {
      mood: { accuracy: { n: number } };
    };
    return judged.mood.accuracy.n === 2;
  });
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/open=/);

  await page.goto(`${product.url}/?period=all`);
  await expect(page.getByText('People have judged 2 comments here')).toBeVisible();
  await page.getByRole('button', { name: 'Add a note' }).click();
  const writing = page.getByRole('dialog', { name: 'Write down what happened' });
  await writing.getByLabel('What happened').fill('Firmware 2.5 is out');
  await writing.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(writing).toBeHidden();
  await expect(page).not.toHaveURL(/open=/);
  await expect(page.getByText(/^What happened in this period \(\d+\)$/)).toBeVisible();

  await page.getByRole('button', { name: 'Save this view' }).click();
  const saving = page.getByRole('dialog', { name: 'Save this view' });
  await saving.getByLabel('Name').fill('Morning');
  await saving.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Morning' })).toBeVisible();
  await expect(page).not.toHaveURL(/open=/);

  await page.goto(`${product.url}/comments?period=all`);
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /^CSV/ }).click(),
  ]);
  const lines = readFileSync(await download.path(), 'utf8').split('\n');
  expect(lines.length).toBeGreaterThan(1_500);
});
