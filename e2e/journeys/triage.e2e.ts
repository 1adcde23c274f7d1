import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, eventually, test } from '../support/journey';

test.describe.configure({ mode: 'serial' });

test('what waits is answered by a person, stands with the answered ones, and is taken back', async ({
  ownerPage: page,
  product,
}) => {
  // What waits depends on the clock: the comment was written two hours ago, whenever that is.
  const file = join(mkdtempSync(join(tmpdir(), 'moodline-triage-')), 'shop.jsonl');
  const comment = {
    ...{ id: 'p1', text: 'My parcel came nine days late and nobody told me why', likes: 9 },
    ...{ published_at: new Date(Date.now() - 7_200_000).toISOString(), link: 'https://example.com/p1' },
  };
  writeFileSync(file, `${JSON.stringify(comment)}\n`);
  await product.cliJson('import', file, '--source', 'Shop');
  await eventually(
    'labelling',
    async () => (await product.cliJson<{ labelled: number }>('status')).labelled === 1,
    170,
  );
  const { items } = (await (await product.api('comments')).json()) as { items: { id: number }[] };
  // A person's word, so that nothing here depends on what the model makes of it.
  await product.api(`labels/${items[0]?.id}`, {
    ...{ method: 'PUT', body: JSON.stringify({ label: 'negative' }) },
    headers: { 'Content-Type': 'application/json' },
  });
  await page.goto(`${product.url}/triage`);
  const waiting = page.getByRole('listitem').filter({ hasText: 'nine days late' });
  await expect(waiting).toContainText('negative 1 × reach 2 × waiting 1.1');
  await expect(waiting).toContainText('due in 22 h');
  await waiting.getByRole('button', { name: 'Answer', exact: true }).click();
  const panel = page.getByRole('region', { name: 'Answer this comment' });
  await expect(panel).toContainText('My parcel came nine days late');
  const answer = panel.getByRole('textbox', { name: 'Answer' });
  await answer.fill('We will refund you tomorrow.');
  await expect(panel).toContainText('It promises money, goods or a discount.');
  await expect(panel).toContainText('It names a date or a time limit.');
  await answer.fill('We are sorry that your parcel is late. Please send us the order number by private message.');
  await expect(panel).toContainText('Checked: no money, date or fault is promised');
  await panel.getByRole('button', { name: 'Answered' }).click();
  await expect(page.getByText('Nothing waits')).toBeVisible();
  await page.getByRole('button', { name: 'Answered' }).click();
  await expect(waiting).toContainText('answered by Owner');
  await expect(waiting).toContainText('We are sorry that your parcel is late.');
  const all = (await (await product.api('comments?state=done')).json()) as { items: unknown[] };
  expect(all.items).toHaveLength(1);
});

test('a role runs for a program, with nothing but the choices', async ({ product }) => {
  const answer = await product.api('roles/support-en/run', {
    method: 'POST',
    body: JSON.stringify({ texts: ['My parcel is late'], choices: ['delivery', 'price'] }),
    headers: { 'Content-Type': 'application/json' },
  });
  const { answers } = (await answer.json()) as { answers: { choice: string; probability: number }[] };
  expect(['delivery', 'price']).toContain(answers[0]?.choice);
  expect(answers[0]?.probability).toBeGreaterThanOrEqual(0.5);
});
