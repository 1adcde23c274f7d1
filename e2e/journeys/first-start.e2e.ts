import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from '../support/journey';

test.describe.configure({ mode: 'serial' });

test('nothing but health, shell and the link of the owner answers before an owner exists', async ({
  product,
  request,
}) => {
  expect(await (await request.get(`${product.url}/api/health`)).json()).toEqual({ status: 'ok' });
  expect((await request.get(product.url)).status()).toBe(200);
  for (const path of [
    'comments',
    'mood',
    'session',
    'sources',
    'labelling',
    'events',
    'comments/export',
    'workspace',
  ]) {
    const answer = await request.get(`${product.url}/api/${path}`);
    expect([path, answer.status(), ((await answer.json()) as { code: string }).code]).toEqual([
      path,
      403,
      'owner-missing',
    ]);
  }
  const { code, stderr } = await product.cli('status');
  expect(code).toBe(1);
  expect(stderr).toContain('owner link');
});

test('the dashboard says how to become the owner', async ({ product, page }) => {
  await page.goto(product.url);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/owner/i);
});

test('the owner link signs in once and works no second time', async ({ product, page, browser, request }) => {
  const link = product.ownerLink;
  // Looking at the link, as programs do that make previews, uses nothing up.
  for (const [header, value] of [
    ['User-Agent', 'Slackbot-LinkExpanding'],
    ['Sec-Purpose', 'prefetch'],
  ] as const) {
    const looked = await request.get(link, { headers: { [header]: value } });
    expect(looked.headers()['set-cookie']).toBeUndefined();
  }
  await page.goto(link);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('navigation').getByText('Overview')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'No comments yet' })).toBeVisible();
  const stranger = await browser.newPage();
  await stranger.goto(link);
  await stranger.getByRole('button', { name: 'Sign in' }).click();
  await expect(stranger).toHaveURL(/link-expired/);
  await stranger.close();
});

test('somebody with neither session nor token is asked to sign in, also for changes', async ({ product, request }) => {
  expect((await request.get(`${product.url}/api/comments`)).status()).toBe(401);
  expect((await request.delete(`${product.url}/api/demo`)).status()).toBe(401);
  expect(
    (await request.get(`${product.url}/api/comments`, { headers: { Authorization: 'Bearer guessed' } })).status(),
  ).toBe(401);
});

test('a change that another site causes is refused', async ({ product, ownerPage: page }) => {
  const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const change = (origin: string) =>
    fetch(`${product.url}/api/workspace`, {
      method: 'PATCH',
      headers: { Cookie: cookies, Origin: origin, 'Content-Type': 'application/json' },
      body: '{"name":"Acme"}',
    });
  expect((await change('https://evil.example')).status).toBe(403);
  expect((await change(product.url)).status).toBe(200);
});

test('the cookie cannot be read by scripts', async ({ ownerPage: page }) => {
  const [cookie] = await page.context().cookies();
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  expect(await page.evaluate(() => document.cookie)).toBe('');
});

test('started as root, it goes on as a user of its own without capabilities', async ({ product }) => {
  test.skip(process.getuid?.() !== 0 || !existsSync('/proc/self/status'), 'needs root on Linux');
  const field = (pid: string | number, name: string) =>
    new RegExp(`^${name}:\\s+(.*)$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '';
  const children = () =>
    readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && field(pid, 'PPid') === String(product.pid));
  await expect.poll(() => children().length, { message: 'the process of the model' }).toBeGreaterThan(0);
  const { uid } = statSync(product.dataDir);
  expect(uid).not.toBe(0);
  for (const pid of [product.pid, ...children()]) {
    expect(field(pid, 'Uid').split('\t')).toEqual(Array(4).fill(String(uid)));
    expect(field(pid, 'CapEff')).toMatch(/^0+$/);
    expect(field(pid, 'CapPrm')).toMatch(/^0+$/);
  }
});
