import { join } from 'node:path';
import { expect, test } from '../support/journey';
import { ModelServer } from '../support/model-server';

const FILE = join(__dirname, '../fixtures/thread.jsonl');
const CHINESE = join(__dirname, '../fixtures/chinese.csv');

test.describe.configure({ mode: 'serial' });

test('a comment is opened from the list with its thread, taken up, and written about', async ({
  ownerPage: page,
  product,
}) => {
  await product.cliJson('import', FILE, '--source', 'Play Store');
  await page.goto(`${product.url}/comments?period=all`);
  const row = page.getByRole('listitem').filter({ hasText: 'Same here' });
  await row.getByRole('link', { name: 'Details' }).click();
  const thread = page.getByRole('region', { name: 'Comment', exact: true });
  await expect(thread.getByRole('article')).toHaveCount(3);
  await expect(thread.getByRole('article').first()).toContainText('killed my battery');
  await expect(thread.getByRole('article').last()).toContainText('Turning off background refresh');
  const work = page.getByRole('region', { name: 'Work on it' });
  await work.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByText('Comment open')).toBeVisible();
  await work.getByLabel('Assigned to').selectOption({ index: 1 });
  await expect(page.getByText('Assigned to Owner')).toBeVisible();
  const notes = page.getByRole('region', { name: 'Notes of the team' });
  await notes.getByRole('textbox', { name: 'Note' }).fill('Waiting for the crash log');
  await notes.getByRole('button', { name: 'Add note' }).click();
  await expect(notes.getByText('Waiting for the crash log')).toBeVisible();
  await page.reload();
  await expect(notes.getByText('Waiting for the crash log')).toBeVisible();
  await expect(work.getByRole('button', { name: 'Open', exact: true })).toHaveAttribute('aria-pressed', 'true');
});

test('comments are marked done together, and it is undone', async ({ ownerPage: page, product }) => {
  const done = async () =>
    ((await (await product.api('comments?state=done')).json()) as { items: unknown[] }).items.length;
  await page.goto(`${product.url}/comments?period=all`);
  await page.getByRole('button', { name: 'Select', exact: true }).click();
  await page.getByRole('button', { name: 'All shown (4)' }).click();
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(page.getByText('4 comments done')).toBeVisible();
  expect(await done()).toBe(4);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Same here' })).toContainText('Open · Owner');
  expect(await done()).toBe(0);
  await page.getByRole('button', { name: 'End selecting' }).click();
  await page.getByLabel('Team').selectOption('Open, mine');
  await expect(page.getByText('1 comment', { exact: true })).toBeVisible();
});

test('another person sees a change without reloading', async ({ ownerPage: page, product }) => {
  const { items } = (await (await product.api('comments?q=Mine')).json()) as { items: { id: number }[] };
  const id = items[0]?.id ?? 0;
  await page.goto(`${product.url}/comments/${id}`);
  const state = page.getByRole('region', { name: 'Work on it' }).getByRole('button', { name: 'Done', exact: true });
  await expect(state).toHaveAttribute('aria-pressed', 'false');
  const changes = [{ id, state: 'done' }];
  await product.api('work/comments', {
    ...{ method: 'PUT', body: JSON.stringify({ changes }) },
    headers: { 'Content-Type': 'application/json' },
  });
  await expect(state).toHaveAttribute('aria-pressed', 'true');
});

test('a comment in another language is translated by a larger model, and not by the bundled one', async ({
  ownerPage: page,
  product,
}) => {
  const server = await ModelServer.start((_, text) =>
    text.includes('12') ? 'Support kept me waiting for 12 days' : 'Refunded 99 of it <b>only</b>',
  );
  try {
    await product.cliJson('import', CHINESE, '--source', 'Shop');
    const { items } = (await (await product.api('comments?source=Shop')).json()) as {
      items: { id: number; text: string }[];
    };
    const address = (word: string) => `${product.url}/comments/${items.find(({ text }) => text.includes(word))?.id}`;
    const part = page.getByRole('region', { name: 'Translation' });
    await page.goto(address('客服'));
    await expect(part).toContainText('too small to translate');
    await expect(part.getByRole('button')).toHaveCount(0);

    const write = { kind: 'server', baseUrl: server.baseUrl, model: 'larger', concurrency: 1 };
    await product.api('models/settings', {
      ...{ method: 'PUT', body: JSON.stringify({ write }) },
      headers: { 'Content-Type': 'application/json' },
    });
    await part.getByRole('button', { name: 'Translate' }).click();
    await expect(part).toContainText('Support kept me waiting for 12 days');
    await expect(part).not.toContainText('A number of the comment');
    await page.goto(address('退款'));
    await part.getByRole('button', { name: 'Translate' }).click();
    await expect(part).toContainText('Refunded 99 of it <b>only</b>');
    await expect(part).toContainText('A number of the comment is not in the translation');
  } finally {
    await server.close();
  }
});
