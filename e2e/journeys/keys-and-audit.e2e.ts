import { expect, test } from '../support/journey';

test.describe.configure({ mode: 'serial' });

test('a key does what it is for until it is ended, and the trail tells of both', async ({
  ownerPage: page,
  product,
}) => {
  await page.goto(`${product.url}/settings/keys`);
  await page.getByLabel('Name').fill('Nightly import');
  await page.getByLabel('For', { exact: true }).selectOption({ label: 'Reading' });
  await page.getByRole('button', { name: 'Make the key' }).click();
  const key = (await page.getByRole('status').locator('code').textContent()) ?? '';
  expect(key).toMatch(/^mood_/);
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${product.url}/api/${path}`, { ...init, headers: { Authorization: `Bearer ${key}` } });
  expect((await ask('comments')).status).toBe(200);
  expect((await ask('demo', { method: 'DELETE' })).status).toBe(403);

  const listed = page.getByRole('listitem').filter({ hasText: 'Nightly import' });
  await listed.getByRole('button', { name: 'End' }).click();
  await listed.getByRole('button', { name: 'End Nightly import?' }).click();
  await expect(page.getByText('There is no key yet.')).toBeVisible();
  expect((await ask('comments')).status).toBe(401);

  await page.goto(`${product.url}/settings/audit`);
  const trail = page.getByRole('list', { name: 'Audit trail' });
  await expect(trail.getByRole('listitem').filter({ hasText: 'signed in' }).first()).toBeVisible();
  await page.getByLabel('Name, thing or address').fill('Nightly');
  await page.getByLabel('Name, thing or address').press('Enter');
  await expect(trail.getByRole('listitem')).toHaveCount(1);
  await expect(trail.getByRole('listitem')).toContainText('was refused');
});
