import { expect, test } from '../support/journey';

const ADA = { name: 'Ada', email: 'ada@example.com', password: 'a long way home' };

test.describe.configure({ mode: 'serial' });

test('an owner invites somebody, who joins by the link and sees what the role allows', async ({
  ownerPage: page,
  browser,
}) => {
  await page.goto(new URL('/settings/members', page.url()).href);
  await page.getByLabel('Role', { exact: true }).selectOption({ label: 'viewer' });
  await page.getByRole('button', { name: 'Make an invitation link' }).click();
  const link = (await page.getByRole('status').locator('code').textContent()) ?? '';
  await expect(page.getByText('Open invitation: viewer')).toBeVisible();

  const other = await browser.newPage();
  await other.goto(link);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Join Moodline');
  await other.getByLabel('Name').fill(ADA.name);
  await other.getByLabel('E-mail').fill(ADA.email);
  await other.getByLabel('Password').fill('password1234');
  await other.getByRole('button', { name: 'Join' }).click();
  await expect(other.getByText('among the first that are tried')).toBeVisible();
  await other.getByLabel('Password').fill(ADA.password);
  await other.getByRole('button', { name: 'Join' }).click();
  await expect(other.getByRole('navigation').getByText('Overview')).toBeVisible();
  expect(
    (await other.request.patch(new URL('/api/workspace', page.url()).href, { data: { name: 'x' } })).status(),
  ).toBe(403);
  await other.goto(new URL('/settings', page.url()).href);
  await expect(other.getByRole('heading', { name: 'Where you are signed in' })).toBeVisible();
  await expect(other.getByRole('heading', { name: 'Members' })).toHaveCount(0);
  await other.close();
});

test('a forgotten password is replaced by a link', async ({ ownerPage: page, browser }) => {
  await page.goto(new URL('/settings/members', page.url()).href);
  const member = page.getByRole('listitem').filter({ hasText: ADA.email });
  await member.getByRole('button', { name: 'Link for a new password' }).click();
  const link = (await member.locator('code').textContent()) ?? '';
  const other = await browser.newPage();
  await other.goto(link);
  await other.getByLabel('New password').fill('another way home');
  await other.getByRole('button', { name: 'Set it and sign in' }).click();
  await expect(other.getByRole('navigation').getByText('Overview')).toBeVisible();
  await other.close();
});

test('whoever is removed is signed out at once', async ({ ownerPage: page, browser }) => {
  const other = await browser.newPage();
  await other.goto(new URL('/sign-in', page.url()).href);
  await other.getByLabel('E-mail').fill(ADA.email);
  await other.getByLabel('Password').fill('another way home');
  await other.getByRole('button', { name: 'Sign in' }).click();
  await expect(other.getByRole('navigation').getByText('Overview')).toBeVisible();
  await page.goto(new URL('/settings/members', page.url()).href);
  const member = page.getByRole('listitem').filter({ hasText: ADA.email });
  await member.getByRole('button', { name: 'Remove' }).click();
  await member.getByRole('button', { name: 'Remove Ada?' }).click();
  await expect(page.getByText(ADA.email)).toHaveCount(0);
  await other.reload();
  await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await other.close();
});
