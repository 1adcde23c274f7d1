import { join } from 'node:path';
import { expect, eventually, test } from '../support/journey';

const FILE = join(__dirname, '../fixtures/comments.csv');
const PERIOD = 'from=2026-05-03&to=2026-05-06';

interface Counted {
  readonly id: number;
  readonly label: string;
  readonly machineLabel: string;
}

interface Evaluation {
  readonly id: number;
  readonly state: string;
  readonly result: { readonly accuracy: { readonly n: number } } | null;
}

test.describe.configure({ mode: 'serial' });

/** How many comments of the file count as a label. */
const counted = async (product: { api(path: string): Promise<Response> }, label: string) =>
  ((await (await product.api(`comments?${PERIOD}&label=${label}&limit=1`)).json()) as { total: number }).total;

test('a file comes in and the machine labels it', async ({ ownerPage: page, product }) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await product.cliJson('import', FILE, '--source', 'Shop');
  await eventually(
    'labelling',
    async () => (await product.cliJson<{ pending: number; labelled: number }>('status')).labelled === 40,
  );
});

test('a key corrects a label, the numbers follow, and undo brings the machine’s back', async ({
  ownerPage: page,
  product,
}) => {
  const before = await counted(product, 'negative');
  await page.goto(`${product.url}/comments?${PERIOD}&label=positive`);
  await expect(page.getByRole('listitem').first()).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('3');
  const row = page.getByRole('listitem').first();
  await expect(row).toContainText(/Negative.*by Owner/);
  await expect(row).toContainText('machine: Positive');
  await eventually('the correction', async () => (await counted(product, 'negative')) === before + 1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row).not.toContainText('by Owner');
  await eventually('the undoing', async () => (await counted(product, 'negative')) === before);
});

test('the buttons of a row do the same, and what was corrected counts in the overview', async ({
  ownerPage: page,
  product,
}) => {
  await page.goto(`${product.url}/comments?${PERIOD}&label=positive`);
  const row = page.getByRole('listitem').first();
  await row.hover();
  await row.getByRole('button', { name: 'Label it Neutral' }).click();
  await expect(row).toContainText(/Neutral.*by Owner/);
  await page.reload();
  await page.goto(`${product.url}/comments?${PERIOD}&label=neutral`);
  await expect(page.getByText(/by Owner/).first()).toBeVisible();
});

test('too few judged labels are called too few, and the queue is offered', async ({ ownerPage: page, product }) => {
  await page.goto(`${product.url}/quality?${PERIOD}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Too few judged labels to say: 1 of 30');
  await page.getByRole('link', { name: 'Judge comments' }).first().click();
  await expect(page).toHaveURL(/\/review\?/);
});

test('the queue is worked through by keys, with skip and undo', async ({ ownerPage: page, product }) => {
  await page.goto(`${product.url}/review?${PERIOD}`);
  const front = page.getByRole('region', { name: 'Comment to judge' });
  await expect(page.getByText('1 of 40 today')).toBeVisible();
  const first = await front.getByRole('paragraph').first().innerText();
  await page.keyboard.press('s');
  await expect(front).not.toContainText(first);
  await page.keyboard.press('u');
  await expect(front).toContainText(first);
  await page.keyboard.press('2');
  await expect(page.getByText('2 of 40 today')).toBeVisible();
  await page.keyboard.press('u');
  await expect(page.getByText('1 of 40 today')).toBeVisible();
  await expect(front).toContainText(first);
  for (let judged = 2; judged <= 30; judged++) {
    await page.keyboard.press(judged % 3 ? '1' : '3');
    await expect(page.getByText(`${judged} of 40 today`)).toBeVisible();
  }
  await eventually(
    'the storing of all judgements',
    async () => ((await (await product.api('quality')).json()) as Evaluation).result?.accuracy.n === 30,
  );
});

test('the quality page says how far the labels agree, and a cell opens its comments', async ({
  ownerPage: page,
  product,
}) => {
  await page.goto(`${product.url}/quality?${PERIOD}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('n = 30');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('agree with people');
  const { items } = (await (await product.api(`comments?${PERIOD}&limit=200`)).json()) as {
    items: (Counted & { correction: { label: string } | null })[];
  };
  const behind = items.filter(
    ({ correction, machineLabel }) => correction?.label === 'positive' && machineLabel === 'negative',
  ).length;
  expect(behind).toBeGreaterThan(0);
  await page.getByRole('button', { name: `People: Positive, machine: Negative. Open ${behind} comment` }).click();
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(behind);
});

test('a labelled set is uploaded, evaluated in the background and compared', async ({ ownerPage: page, product }) => {
  await page.goto(`${product.url}/quality?${PERIOD}`);
  await page.getByRole('button', { name: 'Upload a set' }).click();
  const rows = ['love it,pos', 'broken on arrival and nobody answers,neg', 'arrived on Tuesday,neutral', 'meh,angry'];
  await page.getByLabel('File', { exact: true }).setInputFiles({
    name: 'tickets.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['text,label', ...rows].join('\n')),
  });
  await page.getByRole('dialog').getByRole('button', { name: 'Upload a set' }).click();
  await expect(page.getByRole('dialog')).toContainText('The label is not understood: angry');
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByLabel('Texts', { exact: true }).selectOption({ label: 'tickets · 3 texts' });
  await page.getByRole('button', { name: 'Run evaluation' }).click();
  await eventually(
    'the evaluation',
    async () => ((await (await product.api('evaluations')).json()) as Evaluation[])[0]?.state === 'done',
  );
  await page.getByLabel('Compare with').selectOption({ index: 1 });
  await expect(page.getByText(/They are measured on different texts/)).toBeVisible();
  await page.getByRole('button', { name: 'Remove tickets' }).click();
  await page.getByLabel(/Type tickets/).fill('tickets');
  await page.getByRole('button', { name: 'Remove the set' }).click();
  await expect(page.getByText('tickets was removed')).toBeVisible();
});
