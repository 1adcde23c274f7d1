import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LOCAL_CLIENT, LocalProvider } from '@moodline/shared/testing';
import { expectRefused, nothingChanges } from './expect-refused';
import { Target, type Seen } from './target';

const target = new Target();
const WAY = '/api/session/single-sign-on';
const nobody = { headers: { Authorization: '' } };
const begin = (body: unknown) =>
  target.ask(WAY, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { Authorization: '', 'Content-Type': 'application/json' },
  });
const cookieOf = ({ headers }: Seen) =>
  headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
const back = (search: string, cookie = '') =>
  target.ask(`${WAY}/back${search}`, { headers: { Authorization: '', Cookie: cookie } });

/** Whoever comes back is sent to a page of this product that says what was wrong, and is not signed in. */
function expectSentBack({ status, headers }: Seen, code: string): void {
  expect({ status, to: headers.get('location') }).toEqual({ status: 303, to: `/sign-in?problem=${code}` });
  expect(headers.getSetCookie().filter((one) => /^moodline_session_[^=]*=[^;]/.test(one))).toEqual([]);
}

/** Twenty beginnings a minute are taken from one address; these are fewer. */
describe('a hostile way through an identity provider', () => {
  let provider: LocalProvider;

  beforeAll(async () => {
    provider = await LocalProvider.start(`${new URL(target.url).origin}${WAY}/back`);
    const saved = await target.json('PUT', '/api/single-sign-on', {
      ...{ name: 'Example', issuer: provider.issuer, clientId: LOCAL_CLIENT.id, clientSecret: LOCAL_CLIENT.secret },
      ...{ domains: ['example.com'], role: 'viewer', replacesSecondStep: false, allowPrivate: true },
    });
    expect(saved.status).toBe(200);
  });
  afterAll(async () => {
    await target.ask('/api/single-sign-on', { method: 'DELETE' });
    await provider.stop();
  });
  beforeEach(() => {
    provider.tamper = null;
    provider.person = { subject: 'mallory', email: 'mallory@example.com', emailConfirmed: true, name: 'Mallory' };
  });

  /** To the provider and back, as far as the address that the browser would open. */
  async function returning() {
    const begun = await begin({});
    const { search } = new URL(await provider.visit((JSON.parse(begun.body) as { url: string }).url));
    return { search, cookie: cookieOf(begun) };
  }

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/a\r\nSet-Cookie: x=1'])(
    'leads nowhere else: %j',
    (next) => nothingChanges(target, async () => expectRefused(await begin({ next }), [400, 'invalid-input', /next/])),
  );

  it.each([
    ['without anything', '', 'sso-ended'],
    ['with a code and a state of nobody', '?code=x&state=y', 'sso-ended'],
    ['with an error that is HTML', '?error=%3Cscript%3Ealert(1)%3C/script%3E', 'sso-ended'],
    ['with a place to go to', '?code=x&state=y&next=https://evil.example', 'sso-ended'],
  ])('ends at the sign-in page %s', (_, search, code) =>
    nothingChanges(target, async () => expectSentBack(await back(search), code)),
  );

  it('takes no ticket that somebody made', () =>
    nothingChanges(target, async () => {
      const name = cookieOf(await begin({})).split('=')[0];
      for (const value of ['', 'x', '%7B%22kind%22%3A%22begun%22%7D', 'v1.AAAA.BBBB'])
        expectSentBack(await back('?code=x&state=y', `${name}=${value}`), 'sso-ended');
    }));

  it.each([
    ['another state', (search: URLSearchParams) => search.set('state', 'another')],
    ['no state', (search: URLSearchParams) => search.delete('state')],
    ['two states', (search: URLSearchParams) => search.append('state', 'another')],
    ['the name of another issuer', (search: URLSearchParams) => search.set('iss', 'https://evil.example')],
    ['another code', (search: URLSearchParams) => search.set('code', 'another')],
  ])('that comes back with %s signs nobody in', (_, change) =>
    nothingChanges(target, async () => {
      const { search, cookie } = await returning();
      const changed = new URLSearchParams(search);
      change(changed);
      expectSentBack(await back(`?${changed}`, cookie), 'sso-invalid');
    }),
  );

  const replaced = (change: object) => (token: string) => {
    const [head, payload = '', signature] = token.split('.');
    const claims = { ...(JSON.parse(Buffer.from(payload, 'base64url').toString()) as object), ...change };
    return [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
  };
  const unsigned = (token: string) => `${Buffer.from('{"alg":"none"}').toString('base64url')}.${token.split('.')[1]}.`;

  it.each([
    ['with the nonce of another browser', replaced({ nonce: 'another' })],
    ['of a foreign issuer', replaced({ iss: 'https://evil.example' })],
    ['for another program', replaced({ aud: 'another' })],
    ['of somebody else', replaced({ sub: 'owner' })],
    ['that nobody signed', unsigned],
  ])('with a token %s signs nobody in', (_, tamper) =>
    nothingChanges(target, async () => {
      provider.tamper = tamper;
      const { search, cookie } = await returning();
      expectSentBack(await back(search, cookie), 'sso-invalid');
    }),
  );

  it('is over once it was walked, also for whoever has the address and not the browser', async () => {
    provider.person = { ...provider.person, emailConfirmed: false };
    await nothingChanges(target, async () => {
      const { search, cookie } = await returning();
      expectSentBack(await back(search), 'sso-ended');
      expectSentBack(await back(search, cookie), 'sso-unconfirmed');
      expectSentBack(await back(search, cookie), 'sso-invalid');
    });
  });

  it('is not finished by a guess', () =>
    nothingChanges(target, async () => {
      const guess = JSON.stringify({ password: 'a long way home', code: '123456' });
      const headers = { ...nobody.headers, 'Content-Type': 'application/json' };
      const seen = await target.ask(`${WAY}/finish`, { method: 'POST', body: guess, headers });
      expectRefused(seen, [400, 'sso-ended', /begin anew/i]);
    }));

  it('gets no secret that was entered for another one', () =>
    nothingChanges(target, async () => {
      const seen = await target.json('PUT', '/api/single-sign-on', {
        ...{ name: 'Evil', issuer: 'https://evil.example', clientId: LOCAL_CLIENT.id, domains: [], role: 'viewer' },
        ...{ replacesSecondStep: false, allowPrivate: false },
      });
      expectRefused(seen, [422, 'secret-missing', /Nothing was changed or sent/]);
    }));

  it.each([
    ['http://169.254.169.254/', false, [400, 'sso-private', /not on the public internet/]],
    ['https://127.0.0.1:1/', false, [400, 'sso-private', /not on the public internet/]],
    ['file:///etc/passwd', true, [400, 'invalid-input', /issuer/]],
  ] as const)('has no provider at %j', (issuer, allowPrivate, refusal) =>
    nothingChanges(target, async () => {
      const seen = await target.json('PUT', '/api/single-sign-on', {
        ...{ name: 'Evil', issuer, clientId: 'x', clientSecret: 'x', domains: [], role: 'viewer' },
        ...{ replacesSecondStep: false, allowPrivate },
      });
      expectRefused(seen, refusal);
    }),
  );
});
