import { join } from 'node:path';
import { expect, eventually, test } from '../support/journey';

const FILE = join(__dirname, '../fixtures/comments.csv');

interface Status {
  readonly pending: number;
  readonly labelled: number;
}

test.describe.configure({ mode: 'serial' });

test('a file becomes comments by drop, check and import', async ({ ownerPage: page, product }) => {
  await page.goto(`${product.url}/sources/import`);
  await page.setInputFiles('input[type=file]', FILE);
  await page.getByLabel('Source', { exact: false }).first().fill('Shop');
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByText('2026/5/6 99:99').first()).toBeVisible();
  await page.getByRole('button', { name: /^Import/ }).click();
  await expect(page.getByRole('link', { name: /comments/i })).toBeVisible();
  await eventually('labelling', async () => {
    const { pending, labelled } = await product.cliJson<Status>('status');
    return pending === 0 && labelled === 40;
  });
});

test('the same file brings nothing twice, by whatever way', async ({ product }) => {
  const result = await product.cliJson<{
    rows: number;
    imported: number;
    duplicates: number;
    rejected: { line: number; reason: string }[];
  }>('import', FILE, '--source', 'Shop');
  expect(result).toMatchObject({ rows: 42, imported: 0, duplicates: 40 });
  expect(result.rejected.map(({ line }) => line)).toEqual([42, 43]);
  expect(result.rejected.every(({ reason }) => reason.length > 10)).toBe(true);
});

/** What a row of the export says of a label. */
interface ExportedRow {
  readonly text: string;
  readonly label: string;
  readonly positive: number;
  readonly neutral: number;
  readonly negative: number;
}

test('labels are mostly those a person would give', async ({ product }) => {
  const { code, stdout } = await product.cli('export');
  expect(code).toBe(0);
  const rows = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ExportedRow);
  expect(rows).toHaveLength(40);
  for (const { positive, neutral, negative } of rows) expect(positive + neutral + negative).toBeCloseTo(1, 3);
  const of = (text: string) => rows.find((row) => row.text.includes(text))?.label;
  expect(of('worst ever')).toBe('negative');
  expect(of('five stars')).toBe('positive');
  expect(of('电池鼓包')).toBe('negative');
});

test('the mood page draws the trend, and every number opens its comments', async ({ ownerPage: page, product }) => {
  await page.goto(`${product.url}/?from=2026-05-03&to=2026-05-06`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/Net mood/);
  await expect(page.locator('canvas').first()).toBeVisible();
  await page.getByRole('button', { name: /Negative share/ }).click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByText('worst ever')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
});

test('the filter lives in the address', async ({ ownerPage: page, product }) => {
  await page.goto(`${product.url}/comments?from=2026-05-03&to=2026-05-06&label=negative&q=battery`);
  await expect(page.getByText('this is dangerous')).toBeVisible();
  await expect(page.getByText('lasts all day again')).toBeHidden();
  await page.reload();
  await expect(page.getByText('this is dangerous')).toBeVisible();
});

test('the summary cites comments that open, and too few comments are not summarised', async ({
  ownerPage: page,
  product,
}) => {
  const period = ['--from', '2026-05-03', '--to', '2026-05-06'];
  const summary = await product.cliJson<{
    sentences: { text: string; citations: number[] }[];
    n: number;
    reason: null | string;
  }>('summary', ...period);
  expect(summary.n).toBe(40);
  expect(summary.sentences.length).toBeGreaterThan(0);
  for (const { citations } of summary.sentences) {
    expect(citations.length).toBeGreaterThan(0);
    const found = (await (await product.api(`comments?ids=${citations.join(',')}`)).json()) as { items: unknown[] };
    expect(found.items).toHaveLength(citations.length);
  }
  const few = await product.cliJson<{ sentences: unknown[]; reason: string }>(
    'summary',
    '--from',
    '2026-05-03',
    '--to',
    '2026-05-03',
  );
  expect(few).toMatchObject({ sentences: [], reason: 'not enough data (n = 10)' });
  await page.goto(`${product.url}/?from=2026-05-03&to=2026-05-06`);
  await page
    .getByRole('button', { name: /^Comment \d+/ })
    .first()
    .click();
  await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
});

test('questions are answered with cited numbers, in the language they were asked in', async ({ product }) => {
  interface Answer {
    readonly intent: string;
    readonly language: string;
    readonly facts: { id: string; line: string }[];
    readonly sentences: { text: string; citations: string[] }[];
    readonly declined: boolean;
    readonly suggestions: string[];
  }
  const period = ['--from', '2026-05-03', '--to', '2026-05-06'];
  const trend = await product.cliJson<Answer>('ask', 'How did the mood develop?', ...period);
  expect(trend).toMatchObject({ language: 'en', declined: false });
  expect(trend.facts.length).toBeGreaterThan(0);
  const ids = new Set(trend.facts.map(({ id }) => id));
  for (const { citations } of trend.sentences)
    expect(citations.every((id) => ids.has(id)) && citations.length > 0).toBe(true);
  const complaints = await product.cliJson<Answer>('ask', '大家主要在抱怨什么？', ...period);
  expect(complaints).toMatchObject({ language: 'zh', intent: 'complaints', declined: false });
  const poem = await product.cliJson<Answer>('ask', 'Write me a poem about the sea');
  expect(poem).toMatchObject({ declined: true, sentences: [] });
  expect(poem.suggestions.length).toBeGreaterThan(0);
});

test('the chat panel answers with facts that open', async ({ ownerPage: page, product }) => {
  await page.goto(`${product.url}/?from=2026-05-03&to=2026-05-06`);
  await page.getByRole('button', { name: 'Ask' }).first().click();
  await page.getByLabel('Your question').fill('What do people complain about most?');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('log').getByText(/What this rests on/)).toBeVisible({ timeout: 60_000 });
});

test('an import is undone without a trace', async ({ product }) => {
  const extra = await product.cliJson<{ imported: number; runId: number }>('import', FILE, '--source', 'Second shop');
  expect(extra.imported).toBe(40);
  expect((await product.api(`runs/${extra.runId}`, { method: 'DELETE' })).ok).toBe(true);
  await eventually('the undo', async () => {
    const run = (await (await product.api(`runs/${extra.runId}`)).json()) as { status: string };
    return run.status === 'undone';
  });
  await eventually('labelling', async () => (await product.cliJson<Status>('status')).pending === 0);
  expect((await product.cliJson<Status>('status')).labelled).toBe(40);
});
