import { expect, eventually, test } from '../support/journey';

interface Status {
  readonly pending: number;
  readonly labelled: number;
}

test.use({ demo: true });

test('the demo fills the dashboard, is labelled before one’s eyes, says how much goes with it, and stays away', async ({
  ownerPage: page,
  product,
}) => {
  const { pending, labelled } = await product.cliJson<Status>('status');
  expect(pending + labelled).toBeGreaterThanOrEqual(1500);
  await expect(page.getByText(/still waiting for a label/)).toBeVisible();
  const languages = await Promise.all(
    ['zh', 'en', 'ja'].map(
      async (language) =>
        (await product.cliJson<{ total: number }>('comments', '--language', language, '--limit', '1')).total,
    ),
  );
  expect(languages.every((total) => total > 100)).toBe(true);
  await eventually('the first labels', async () => (await product.cliJson<Status>('status')).labelled > 0);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/Net mood/);

  await page.goto(`${product.url}/sources`);
  for (const source of ['Weibo', 'App Store', 'YouTube', 'Forum'])
    await expect(page.getByRole('heading', { name: source })).toBeVisible();

  await page.goto(`${product.url}/settings`);
  await page.getByRole('button', { name: 'Remove demo data' }).click();
  await expect(page.getByText(/All 1,\d{3} demo comments go/)).toBeVisible();
  await page.getByRole('button', { name: /Remove 1,\d{3} demo comments/ }).click();
  await expect(page.getByRole('button', { name: 'Bring the demo back' })).toBeVisible();
  expect(await product.cliJson<Status>('status')).toMatchObject({ pending: 0, labelled: 0 });
  expect((await product.cliJson<{ total: number }>('comments')).total).toBe(0);
  expect(await (await product.api('sources')).json()).toEqual([]);

  await product.kill();
  await product.start();
  expect((await product.cliJson<{ total: number }>('comments')).total).toBe(0);
});
