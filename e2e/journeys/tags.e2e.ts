import { join } from 'node:path';
import { expect, eventually, test } from '../support/journey';
import type { RunningProduct } from '../support/running-product';

const FILE = join(__dirname, '../fixtures/parcels.csv');
const MORE = join(__dirname, '../fixtures/more-parcels.csv');
/** Comments of the files that are about a parcel that comes late. */
const IS_LATE = /parcel|deliver|courier|shipping/i;

interface Tagged {
  readonly text: string;
  readonly tags?: readonly { readonly said: boolean; readonly probability: number | null }[];
}

test.describe.configure({ mode: 'serial' });

const labelled = async (product: RunningProduct, count: number) =>
  eventually('labelling', async () => (await product.cliJson<{ labelled: number }>('status')).labelled === count, 170);
const tagged = async (product: RunningProduct, query = ''): Promise<Tagged[]> =>
  ((await (await product.api(`comments?tag=1&limit=100${query}`)).json()) as { items: Tagged[] }).items;

test('a tag is made, and put on the comments of a search at once', async ({ ownerPage: page, product }) => {
  await product.cliJson('import', FILE, '--source', 'Shop');
  await labelled(product, 56);
  await page.goto(`${product.url}/tags`);
  await page.getByLabel('Name').fill('Late delivery');
  await page.getByRole('button', { name: 'Add tag' }).click();
  await page.getByRole('link', { name: 'Late delivery' }).click();
  await expect(page.getByText('0 of 10 examples: too few to learn from yet')).toBeVisible();
  await page.goto(`${product.url}/comments?period=all&q=parcel`);
  await page.getByRole('button', { name: 'Select', exact: true }).click();
  await page.getByRole('button', { name: 'All shown (12)' }).click();
  await page.getByRole('button', { name: 'Tag', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Late delivery' }).click();
  await expect(page.getByText('12 comments tagged “Late delivery”')).toBeVisible();
});

test('it is learned in the background, and says how good it is on what', async ({ ownerPage: page, product }) => {
  await page.goto(`${product.url}/tags/1`);
  const figures = page.getByRole('region', { name: 'What it has learned' });
  await expect(figures).toContainText('of your 12 examples are found', { timeout: 150_000 });
  await expect(figures).toContainText('Not known yet: judge 20 more random comments');
});

test('suggestions are judged by keys, and undone', async ({ ownerPage: page, product }) => {
  await page.goto(`${product.url}/tags/1`);
  const judging = page.getByRole('region', { name: 'Is this “Late delivery”?' });
  await expect(judging).toContainText('likely');
  for (let judged = 0; judged < 4; judged++) {
    await expect(judging.getByRole('article')).toHaveCount(1);
    const text = await judging.getByRole('article').getByRole('paragraph').first().innerText();
    await page.keyboard.press(IS_LATE.test(text) ? 'y' : 'n');
    await expect(judging).toContainText(`${judged + 1} judged in this sitting`);
  }
  await page.keyboard.press('u');
  await expect(judging).toContainText('3 judged in this sitting');
  const all = await (await product.api('tags/1')).json();
  await eventually('the storing', async () => {
    const { yes, no } = (await (await product.api('tags/1')).json()) as { yes: number; no: number };
    return yes + no === 15;
  });
  expect(all).toMatchObject({ name: 'Late delivery' });
});

test('the machine tags what comes in, and its tags look unlike people’s', async ({ ownerPage: page, product }) => {
  await page.goto(`${product.url}/tags/1`);
  const slider = page.getByRole('slider');
  await slider.focus();
  await page.keyboard.press('Home');
  await page.getByRole('checkbox', { name: /New comments/ }).check();
  await expect(page.getByRole('checkbox', { name: /New comments/ })).toBeChecked();
  await eventually('the switch', async () => {
    const { applyNew } = (await (await product.api('tags/1')).json()) as { applyNew: boolean };
    return applyNew;
  });
  await product.cliJson('import', MORE, '--source', 'More');
  await labelled(product, 64);
  const given = (await tagged(product)).filter(({ tags }) => tags?.some(({ said }) => !said));
  expect(given.filter(({ text }) => IS_LATE.test(text)).length).toBeGreaterThanOrEqual(3);
  await page.goto(`${product.url}/comments?tag=1&period=all&source=More`);
  await expect(page.getByText('by the machine').first()).toBeAttached();
});

test('stored comments are tagged in the background, and taken back with the switch', async ({
  ownerPage: page,
  product,
}) => {
  await page.goto(`${product.url}/tags/1`);
  await page.getByRole('checkbox', { name: /Stored comments/ }).check();
  await expect(page.getByText(/All \d+ read, \d+ tagged/)).toBeVisible({ timeout: 120_000 });
  await page.getByRole('checkbox', { name: /Stored comments/ }).uncheck();
  await page.getByRole('checkbox', { name: /New comments/ }).uncheck();
  await eventually('the taking back', async () =>
    (await tagged(product)).every(({ tags }) => tags?.every(({ said }) => said) ?? true),
  );
  expect((await tagged(product)).length).toBeGreaterThanOrEqual(12);
});
