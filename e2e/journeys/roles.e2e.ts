import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { eventually, expect, test } from '../support/journey';
import type { RunningProduct } from '../support/running-product';

const FILE = join(__dirname, '../fixtures/comments.csv');
const PROMPT = 'Judge the comment as a customer who is hard to please. Output one word: NEGATIVE, POSITIVE or NEUTRAL.';

interface Status {
  readonly pending: number;
  readonly labelled: number;
}

interface Preview {
  readonly relabelling: { readonly id: number; readonly state: string };
  readonly outcome: { readonly moves: readonly { readonly from: string; readonly to: string; readonly n: number }[] };
}

test.describe.configure({ mode: 'serial' });

const card = (page: Page) => page.getByRole('region', { name: 'Label past comments again' });

/** Labels as everybody sees them, counted. */
async function labels(product: RunningProduct): Promise<Record<string, number>> {
  const rows = (await product.cli('export')).stdout
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { label: string }).label);
  return Object.fromEntries(
    ['positive', 'neutral', 'negative'].map((label) => [label, rows.filter((own) => own === label).length]),
  );
}

/** Labels as the charts count them. */
async function charted(product: RunningProduct): Promise<Record<string, number>> {
  const points = await product.cliJson<Record<string, number>[]>('mood', '--step', 'day');
  return Object.fromEntries(
    ['positive', 'neutral', 'negative'].map((label) => [
      label,
      points.reduce((sum, point) => sum + (point[label] ?? 0), 0),
    ]),
  );
}

async function latest(product: RunningProduct): Promise<Preview> {
  const [newest] = (await (await product.api('relabellings')).json()) as { id: number }[];
  return (await (await product.api(`relabellings/${newest?.id}`)).json()) as Preview;
}

const expected = ({ outcome }: Preview, side: 'from' | 'to') =>
  Object.fromEntries(
    ['positive', 'neutral', 'negative'].map((label) => [
      label,
      outcome.moves.filter((move) => move[side] === label).reduce((sum, { n }) => sum + n, 0),
    ]),
  );

/** Starts a re-labelling of the shown version and waits until it can be switched to. */
async function relabel(page: Page): Promise<void> {
  await card(page).getByRole('button', { name: 'Start' }).click();
  await expect(card(page).getByRole('button', { name: 'Switch to the new labels' })).toBeVisible({ timeout: 120_000 });
}

test('a prompt is changed, compared and tried before anybody saves it', async ({ ownerPage: page, product }) => {
  await product.cliJson('import', FILE, '--source', 'Shop');
  await page.goto(product.url);
  await page.getByRole('button', { name: 'Search and commands' }).click();
  await page.getByRole('combobox').fill('roles');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Roles & prompts');
  await page.getByRole('link', { name: 'Labels · All languages' }).click();
  await page.getByRole('textbox', { name: /^Prompt/ }).fill(PROMPT);
  await expect(page.getByText('Changes from version 2')).toBeVisible();
  await page.getByLabel('Text to read').fill('The battery died after one hour, I want my money back');
  await page.getByRole('button', { name: 'Try', exact: true }).click();
  const answers = page.getByRole('region', { name: 'Try it' }).getByRole('list');
  // Of the draft its label; of the heads in use label, emotion and kind.
  await expect(answers).toHaveCount(4, { timeout: 60_000 });
  for (const place of [0, 1]) await expect(answers.nth(place)).toContainText('NEGATIVE');
});

test('a draft is saved beside the version in use, and used when people insist', async ({
  ownerPage: page,
  product,
}) => {
  await page.goto(`${product.url}/settings/roles/label`);
  await page.getByRole('textbox', { name: /^Prompt/ }).fill(PROMPT);
  await page.getByLabel('What changed and why').fill('Harder to please');
  await page.getByRole('button', { name: 'Save as draft' }).click();
  const version = page.getByRole('button', { name: /^Version 3/ });
  await expect(version).toContainText('Harder to please');
  await expect(page.getByRole('button', { name: /^Version 2/ })).toContainText('In use');
  await page.getByRole('button', { name: 'Use version 3' }).click();
  const question = page.getByRole('dialog');
  await expect(question).toContainText('never evaluated');
  await question.getByRole('button', { name: 'Use it without' }).click();
  await expect(version).toContainText('In use');
  await page.getByText('Put in use').click();
  await expect(page.getByText('Version 3 in place of 2')).toBeVisible();
  // Taken back in one click, as it is only a prompt.
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: /^Version 2/ })).toContainText('In use');
});

test('past comments are labelled again beside the old labels, and switched', async ({ ownerPage: page, product }) => {
  await eventually('labelling', async () => (await product.cliJson<Status>('status')).pending === 0);
  const before = await labels(product);
  await page.goto(`${product.url}/settings/roles/label`);
  await page.getByRole('button', { name: /^Version 3/ }).click();
  await relabel(page);
  expect(await labels(product)).toEqual(before);
  await expect(card(page).getByRole('heading', { name: 'What would change' })).toBeVisible();
  const preview = await latest(product);
  expect(preview.relabelling.state).toBe('ready');
  expect(expected(preview, 'from')).toEqual(before);

  await card(page).getByRole('checkbox').check();
  await card(page).getByRole('button', { name: 'Switch to the new labels' }).click();
  await expect(card(page).getByText('Switched', { exact: true }).first()).toBeVisible();
  expect(await labels(product)).toEqual(expected(preview, 'to'));
  expect(await charted(product)).toEqual(expected(preview, 'to'));
  await expect(page.getByRole('button', { name: /^Version 3/ })).toContainText('In use');

  // Back again: the old labels are still there, so nothing has to be labelled.
  await page.getByRole('button', { name: /^Version 2/ }).click();
  await expect(card(page)).toContainText('40 of them have a label');
  await relabel(page);
  await card(page).getByRole('button', { name: 'Switch to the new labels' }).click();
  await eventually('the switch back', async () => (await latest(product)).relabelling.state === 'switched');
  expect(await labels(product)).toEqual(before);
  expect(await charted(product)).toEqual(before);
  await expect(page.getByRole('button', { name: /^Version 2/ })).toContainText('In use');
});

test('a re-labelling is discarded without a trace', async ({ ownerPage: page, product }) => {
  const before = await labels(product);
  await page.goto(`${product.url}/settings/roles/label`);
  await page.getByRole('textbox', { name: /^Prompt/ }).fill(`${PROMPT} Be brief.`);
  await page.getByRole('button', { name: 'Save as draft' }).click();
  await expect(page.getByRole('button', { name: /^Version 4/ })).toBeVisible();
  await relabel(page);
  await card(page).getByRole('button', { name: 'Discard' }).click();
  await expect(card(page).getByRole('button', { name: 'Start' })).toBeVisible();
  expect(await labels(product)).toEqual(before);
});
