import { join } from 'node:path';
import { expect, test } from '../support/journey';

const DAYS = 'from=2026-05-03&to=2026-05-06';

test.describe.configure({ mode: 'serial' });

test.beforeEach(async ({ product, ownerPage }) => {
  // Signed in: before there is an owner the command line is not answered.
  await expect(ownerPage).toHaveURL(product.url + '/');
  await product.cli('import', join(__dirname, '../fixtures/comments.csv'), '--source', 'Shop');
});

test('what happened is written down at the chart, marked on it, and removed with a way back', async ({
  ownerPage: page,
  product,
}) => {
  await page.goto(`${product.url}/?${DAYS}`);
  await page.getByRole('button', { name: 'Add a note' }).click();
  const dialog = page.getByRole('dialog', { name: 'Write down what happened' });
  await dialog.getByLabel('What happened').fill('Update 2.4');
  await dialog.getByLabel('When').fill('2026-05-04');
  await dialog.getByLabel('Kind').selectOption('release');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog).toBeHidden();

  const mark = page.getByRole('button', { name: '4 May: Release: Update 2.4' });
  await mark.press('Enter');
  const panel = page.getByRole('dialog', { name: '4 May' });
  await expect(panel).toContainText('Release: Update 2.4');
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(mark).toBeFocused();
  expect(await (await product.api('audit')).text()).toContain('"object":"annotations"');

  await page.getByText('What happened in this period (1)').click();
  await page.getByRole('button', { name: 'Remove “Update 2.4”' }).click();
  await expect(mark).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(mark).toBeVisible();
});

test('the points of a chart are gone through by keys', async ({ ownerPage: page, product }) => {
  await page.goto(`${product.url}/?${DAYS}`);
  const points = page.getByRole('slider', { name: /Points of the chart/ }).first();
  await points.press('ArrowRight');
  await expect(points).toHaveAttribute('aria-valuetext', /3 May/);
  await points.press('ArrowRight');
  await expect(points).toHaveAttribute('aria-valuetext', /4 May.*n = \d+/);
  await points.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Comments of 4 May' })).toBeVisible();
});

test('two languages are compared, each opens its comments', async ({ ownerPage: page, product }) => {
  await page.goto(`${product.url}/compare?a.from=2026-05-03&a.to=2026-05-06`);
  await page.getByRole('group', { name: 'Side A' }).getByLabel('Language').selectOption('English');
  await page.getByRole('group', { name: 'Side B' }).getByLabel('To').fill('2026-05-06');
  await page.getByRole('group', { name: 'Side B' }).getByLabel('Language').selectOption('Chinese');
  await expect(page).toHaveURL(/a\.language=en.*b\.language=zh/);
  await expect(page.getByRole('heading', { level: 2 }).first()).toContainText(
    /Net mood of A|No difference|Too few labelled/,
  );
  await page.getByRole('button', { name: /Read the comments of B: .*Chinese/ }).click();
  await expect(page.getByRole('dialog').getByText('电池鼓包')).toBeVisible();
});

test('a page is saved as a view, begins the day, and stops doing so', async ({ ownerPage: page, product }) => {
  await page.goto(`${product.url}/themes?period=all`);
  await page.getByRole('button', { name: 'Save this view' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save this view' });
  await dialog.getByLabel('Name').fill('All themes');
  await dialog.getByLabel('Everybody here sees it').check();
  await dialog.getByLabel('Moodline opens with it for me').check();
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('navigation').getByRole('link', { name: 'All themes' })).toBeVisible();

  await page.goto(`${product.url}/`);
  await expect(page).toHaveURL(`${product.url}/themes?period=all`);
  await page.getByRole('link', { name: 'Overview' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/Net mood|labelled/);

  await page.getByRole('button', { name: 'Change “All themes”' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  // The dialog takes its step of the history back when it closes; another address before that would be taken back, too.
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page).not.toHaveURL(/open=/);
  await expect(page.getByRole('link', { name: 'All themes' })).toBeHidden();
  await page.goto(`${product.url}/`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/Net mood|labelled/);
  await expect(page).toHaveURL(`${product.url}/`);
});

test('saved views are shown on a wall screen by an address, and Esc leaves it', async ({
  ownerPage: page,
  product,
}) => {
  const saved = await product.api('views', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'Wall', path: `/comments?${DAYS}&label=negative`, shared: true }),
  });
  const { id } = (await saved.json()) as { id: number };
  await page.goto(`${product.url}/`);
  await page.getByRole('button', { name: 'Show on a wall screen' }).click();
  const dialog = page.getByRole('dialog', { name: 'Show on a wall screen' });
  await expect(dialog.getByLabel('Address for the screen')).toHaveValue(new RegExp(`/tv\\?views=.*${id}`));
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(page).not.toHaveURL(/open=/);

  await page.goto(`${product.url}/tv?views=${id}&every=5`);
  await expect(page.getByText('Wall', { exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/Net mood|labelled/);
  await expect(page).toHaveURL(/label=negative/);
  await expect(page.getByRole('button')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(`${product.url}/comments?${DAYS}&label=negative`);

  await page.goto(`${product.url}/tv?views=999999`);
  await expect(page.getByRole('heading', { name: /None of these views is there/ })).toBeVisible();
});
