import { LOCAL_CLIENT, LocalProvider } from '@moodline/shared/testing';
import { expect, test } from '../support/journey';

const CAROL = { subject: 'carol', email: 'carol@team.example', emailConfirmed: true, name: 'Carol' };
const DAVE = { name: 'Dave', email: 'dave@team.example', password: 'a long way home' };

test('an owner sets single sign-on up, and people come in by it: from an allowed domain, and with an account here', async ({
  ownerPage: page,
  product,
  browser,
}) => {
  const provider = await LocalProvider.start(`${product.url}/api/session/single-sign-on/back`);
  const other = await browser.newPage();
  const through = async (subject: string) => {
    await other.context().clearCookies();
    await other.goto(`${product.url}/sign-in`);
    await other.getByRole('button', { name: 'Continue with Team login' }).click();
    await other.getByRole('button', { name: `Continue as ${subject}` }).click();
  };
  const inside = other.getByRole('navigation').getByText('Overview');
  try {
    await page.goto(`${product.url}/settings`);
    await page.getByRole('link', { name: 'Open single sign-on' }).click();
    await expect(page.getByText(`${product.url}/api/session/single-sign-on/back`)).toBeVisible();
    await page.getByLabel('Name on the button').fill('Team login');
    await page.getByLabel('Issuer').fill(provider.issuer);
    await page.getByLabel('Client ID').fill(LOCAL_CLIENT.id);
    await page.getByLabel('Client secret').fill(LOCAL_CLIENT.secret);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('not on the public internet')).toBeVisible();
    await page.getByRole('checkbox', { name: /Allow addresses in private networks/ }).check();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('It is kept sealed')).toBeVisible();

    provider.person = CAROL;
    await through('carol');
    await expect(other.getByText('nobody here has your e-mail address')).toBeVisible();

    await page.getByLabel('Allowed e-mail domains').fill('team.example');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
    await through('carol');
    await expect(inside).toBeVisible();
    expect((await other.request.get(`${product.url}/api/sources`)).status()).toBe(200);
    expect((await other.request.get(`${product.url}/api/members`)).status()).toBe(403);

    const made = await page.request.post(`${product.url}/api/invitations`, {
      data: { role: 'analyst', language: 'en' },
    });
    const { url } = (await made.json()) as { url: string };
    const token = new URL(url).hash.slice(1);
    await other.request.post(`${product.url}/api/invitations/accept`, { data: { token, ...DAVE } });
    provider.person = { subject: 'dave', email: DAVE.email, emailConfirmed: true };
    await through('dave');
    await other.getByLabel('Password').fill('not this one');
    await other.getByRole('button', { name: 'Sign in' }).click();
    await expect(other.getByText('does not fit')).toBeVisible();
    await other.getByLabel('Password').fill(DAVE.password);
    await other.getByRole('button', { name: 'Sign in' }).click();
    await expect(inside).toBeVisible();
    await through('dave');
    await expect(inside).toBeVisible();

    await page.goto(`${product.url}/settings/members`);
    const member = page.getByRole('listitem').filter({ hasText: DAVE.email });
    await expect(member.getByRole('combobox', { name: 'Role of Dave' })).toHaveValue('analyst');
    await member.getByRole('button', { name: 'Disconnect single sign-on' }).click();
    await member.getByRole('button', { name: 'Disconnect Dave, and sign them out?' }).click();
    await expect(member.getByText('single sign-on', { exact: true })).toHaveCount(0);
    await other.goto(`${product.url}/comments`);
    await expect(other.getByRole('button', { name: 'Continue with Team login' })).toBeVisible();

    await page.goto(`${product.url}/settings/audit`);
    await expect(page.getByRole('listitem').filter({ hasText: 'was not let in' }).first()).toBeVisible();
    await expect(page.getByText(CAROL.email).first()).toBeVisible();

    await provider.stop();
    await other.getByRole('button', { name: 'Continue with Team login' }).click();
    // What the provider said of itself is kept for a while: the browser itself finds that it is gone, or Moodline says so.
    await expect(other).toHaveURL(/chrome-error:|127\.0\.0\.1|sign-in/);
  } finally {
    await provider.stop();
    await other.close();
  }
});
