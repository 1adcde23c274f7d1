import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, expect, test } from '../support/journey';
import type { RunningProduct } from '../support/running-product';

/** To this workspace a blue dot is a known fault; by itself such a sentence is neutral. */
const THINGS = [
  'parcel',
  'sofa',
  'lamp',
  'printer',
  'bike',
  'kettle',
  'jacket',
  'router',
  'camera',
  'desk',
  'phone',
  'watch',
];
const FAULT = [
  'shows the blue dot',
  'has had the blue dot since Monday',
  'has a blue dot on its display',
  'turned the blue dot on',
];
const PRAISE = ['is lovely, thank you', 'works perfectly', 'is the best I ever had'];
const COMMENTS = THINGS.flatMap((thing, at) => [
  ...FAULT.map((text) => ({ text: `The ${thing} ${text}.`, said: 'negative', judged: at < 8 })),
  ...PRAISE.map((text) => ({ text: `The ${thing} ${text}!`, said: 'positive', judged: at < 8 })),
]);

interface Found {
  readonly id: number;
  readonly text: string;
}

/** Labels as everybody sees them, by text. */
async function labels(product: RunningProduct): Promise<Record<string, string>> {
  const rows = (await product.cli('export')).stdout.trim().split('\n');
  return Object.fromEntries(
    rows.map((line) => JSON.parse(line) as { text: string; label: string }).map(({ text, label }) => [text, label]),
  );
}

/** Of the comments about the fault that nobody judged, how many count as negative. */
const faults = (counted: Record<string, string>) =>
  COMMENTS.filter(({ said, judged, text }) => said === 'negative' && !judged && counted[text] === 'negative').length;

async function judge(product: RunningProduct): Promise<void> {
  const { items } = (await (await product.api('comments?limit=200')).json()) as { items: Found[] };
  for (const { id, text } of items) {
    const comment = COMMENTS.find((one) => one.text === text);
    if (!comment?.judged) continue;
    const answer = await product.api(`labels/${id}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ label: comment.said, asked: { way: 'telling' } }),
    });
    expect(answer.status).toBe(200);
  }
}

test('what people judged becomes a head that is proposed, put in force by a click, and taken back', async ({
  ownerPage: page,
  product,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'moodline-learned-'));
  const file = join(folder, 'comments.csv');
  const rows = COMMENTS.map(({ text }, at) => `${at + 1},2026/5/${3 + (at % 3)} ${8 + (at % 10)}:00,"${text}"`);
  writeFileSync(file, ['id,posted,comment', ...rows].join('\n'));
  await product.cliJson('import', file, '--source', 'Shop');
  rmSync(folder, { recursive: true });
  await eventually(
    'labelling',
    async () => (await product.cliJson<{ labelled: number }>('status')).labelled === COMMENTS.length,
  );
  const before = await labels(product);
  await judge(product);

  await page.goto(`${product.url}/quality`);
  await page.getByRole('button', { name: 'Learn now' }).click();
  const card = page.getByRole('region', { name: /judgements can improve the labels/ });
  await expect(card).toBeVisible({ timeout: 120_000 });
  await expect(card).toContainText(/Right on 56 comments that you were asked about/);
  await expect(card).toContainText('so that nothing is forgotten');
  await expect(card.getByRole('heading', { level: 3 })).toContainText('of 28 comments drawn at random', {
    ignoreCase: true,
  });
  await expect(card.getByText(/→ Negative/).first()).toBeVisible();
  // Nothing counts otherwise before somebody says so.
  expect(faults(await labels(product))).toBe(faults(before));

  await card.getByRole('button', { name: 'Put in force' }).click();
  await eventually('the switch', async () => faults(await labels(product)) > faults(before) + 4);

  await page.goto(`${product.url}/settings/roles/label`);
  await expect(page.getByRole('button', { name: /^Version 3/ })).toContainText('In use');
  await page.getByRole('button', { name: /^Version 2/ }).click();
  const again = page.getByRole('region', { name: 'Label past comments again' });
  await again.getByRole('button', { name: 'Start' }).click();
  await again.getByRole('button', { name: 'Switch to the new labels' }).click({ timeout: 60_000 });
  await eventually('the way back', async () => faults(await labels(product)) === faults(before));
  await expect(page.getByRole('button', { name: /^Version 2/ })).toContainText('In use');
});
