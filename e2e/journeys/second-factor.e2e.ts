import { Authenticator } from '../support/authenticator';
import { expect, test } from '../support/journey';

const EVE = { name: 'Eve', email: 'eve@example.com', password: 'a long way home' };

test('somebody turns the second step on, signs in by it, loses the phone, and an owner helps', async ({
  ownerPage: page,
  product,
  browser,
}) => {
  const made = await page.request.post(`${product.url}/api/invitations`, { data: { role: 'viewer', language: 'en' } });
  const { url } = (await made.json()) as { url: string };
  const other = await browser.newPage();
  await other.goto(url);
  await other.getByLabel('Name').fill(EVE.name);
  await other.getByLabel('E-mail').fill(EVE.email);
  await other.getByLabel('Password').fill(EVE.password);
  await other.getByRole('button', { name: 'Join' }).click();
  await expect(other.getByRole('navigation').getByText('Overview')).toBeVisible();

  await other.goto(`${product.url}/settings`);
  const section = other.getByRole('region', { name: 'Second step at signing in' });
  await section.getByLabel('Current password').fill(EVE.password);
  await section.getByRole('button', { name: 'Set it up' }).click();
  await expect(section.getByRole('img', { name: 'QR code for an authenticator app' })).toBeVisible();
  const phone = new Authenticator((await section.locator('code').textContent()) ?? '');
  await section.getByLabel('Code of the app').fill('12345');
  await section.getByRole('button', { name: 'Turn it on' }).click();
  await expect(section.getByText('Enter the six digits, or a recovery code')).toBeVisible();
  await section.getByLabel('Code of the app').fill(phone.code());
  await section.getByRole('button', { name: 'Turn it on' }).click();
  const codes = section.getByRole('list', { name: 'Recovery codes' });
  await expect(codes.getByRole('listitem')).toHaveCount(10);
  const recovery = (await codes.locator('code').first().textContent()) ?? '';
  await section.getByRole('button', { name: 'I have kept them' }).click();
  await expect(section.getByText('10 recovery codes left')).toBeVisible();

  const signIn = async (code?: string) => {
    await other.context().clearCookies();
    await other.goto(`${product.url}/sign-in`);
    await other.getByLabel('E-mail').fill(EVE.email);
    await other.getByLabel('Password').fill(EVE.password);
    await other.getByRole('button', { name: 'Sign in' }).click();
    if (code === undefined) return;
    await other.getByLabel('Code', { exact: true }).fill(code);
    await other.getByRole('button', { name: 'Sign in' }).click();
  };
  const inside = other.getByRole('navigation').getByText('Overview');
  const code = phone.code();
  await signIn(code);
  await expect(inside).toBeVisible();
  await signIn(code);
  await expect(other.getByText('was used already')).toBeVisible();
  await signIn(recovery);
  await expect(inside).toBeVisible();

  await page.goto(`${product.url}/settings/members`);
  const member = page.getByRole('listitem').filter({ hasText: EVE.email });
  await member.getByRole('button', { name: 'Turn second step off' }).click();
  await member.getByRole('button', { name: 'Turn off the second step of Eve?' }).click();
  await expect(member.getByText('second step', { exact: true })).toHaveCount(0);
  await signIn();
  await expect(inside).toBeVisible();
  await page.goto(`${product.url}/settings/audit`);
  await expect(page.getByRole('listitem').filter({ hasText: /signed in.*password.*recovery code/ })).toBeVisible();

  const nothing = await product.cli('second-factor-off', EVE.email);
  expect(nothing.code).toBe(1);
  await other.close();
});
