import { Logger } from '@nestjs/common';
import type { SaveProvider } from '@moodline/accounts/contract';
import { loadSettings } from '@moodline/shared/config';
import type { Actor } from '@moodline/shared/http';
import { createTestDatabase, LOCAL_CLIENT, LocalProvider, type TestDatabase } from '@moodline/shared/testing';
import { codeOf } from '../second-factor/totp';
import { PeopleBench, tokenOf } from '../testing/people-bench';
import { IdentityMatcher } from './identity-matcher';
import { IdentityProvider } from './identity-provider';
import { ProviderLine } from './provider-line';
import { ProviderSettings } from './provider-settings';
import { RemainingProof } from './remaining-proof';
import type { Begun, Pending } from './sign-in-ticket';
import { SingleSignOn } from './single-sign-on';

const { visitor } = PeopleBench;
const BOB = 'bob@example.com';
const REDIRECT = 'http://localhost:4711/api/session/single-sign-on/back';

describe('signing in by an identity provider', () => {
  let local: LocalProvider;
  let test: TestDatabase;
  let bench: PeopleBench;
  let owner: Actor;
  let line: ProviderLine;
  let providers: ProviderSettings;
  let singleSignOn: SingleSignOn;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    local = await LocalProvider.start(REDIRECT);
  });
  afterAll(() => local.stop());
  beforeEach(async () => {
    test = await createTestDatabase();
    bench = new PeopleBench(test);
    owner = await bench.owner();
    line = new ProviderLine();
    make(bench.settings);
    local.tamper = null;
    local.person = { subject: 'bob', email: BOB, emailConfirmed: true, name: 'Bob' };
    await providers.save(owner, settings());
  });
  afterEach(async () => {
    await line.onModuleDestroy();
    await test.close();
  });

  function make(using: PeopleBench['settings']) {
    const identities = new IdentityProvider(line, using);
    providers = new ProviderSettings(bench.identities, identities, bench.box, using);
    const matcher = new IdentityMatcher(bench.identities, bench.tokens);
    const proof = new RemainingProof(bench.accounts, bench.current, bench.factor, bench.trail);
    singleSignOn = new SingleSignOn(providers, identities, matcher, proof, bench.opening, bench.trail);
  }

  function settings(change: Partial<SaveProvider> = {}): SaveProvider {
    return {
      ...{ name: 'Example', issuer: local.issuer, clientId: LOCAL_CLIENT.id, clientSecret: LOCAL_CLIENT.secret },
      ...{ domains: [], role: 'viewer', replacesSecondStep: false, allowPrivate: true },
      ...change,
    };
  }

  const ticketOf = (begun: Omit<Begun, 'kind' | 'until'>): Begun => ({ ...begun, kind: 'begun', until: Infinity });
  const pendingOf = (pending: Omit<Pending, 'kind' | 'until'>): Pending => ({
    ...{ ...pending, kind: 'pending', until: Infinity },
  });
  /** The whole way through the provider. */
  async function visit(
    wanted: { next?: string; invitation?: string } = {},
    change: (begun: Begun) => Begun = (same) => same,
  ) {
    const { url, begun } = await singleSignOn.begin(wanted);
    const { search } = new URL(await local.visit(url));
    return singleSignOn.back(search, change(ticketOf(begun)), visitor);
  }
  async function enter(wanted: { next?: string; invitation?: string } = {}) {
    const arrival = await visit(wanted);
    if (!('session' in arrival)) throw new Error(`A ${arrival.ask} is asked for`);
    return { actor: await bench.actor(arrival.session), next: arrival.next };
  }
  async function asked(kind: 'password' | 'code'): Promise<Pending> {
    const arrival = await visit();
    if (!('pending' in arrival)) throw new Error('Nothing is asked for');
    expect(arrival.ask).toBe(kind);
    return pendingOf(arrival.pending);
  }
  const trail = async () =>
    (await test.database.auditEvent.findMany({ orderBy: { id: 'asc' } })).map(
      ({ action, object, who, details }) => `${who} ${action} ${object} ${JSON.stringify(details)}`,
    );
  const people = async () =>
    (await bench.people.list(test.workspaceId)).map(({ email, role, singleSignOn }) => ({ email, role, singleSignOn }));

  describe('lets in', () => {
    it('nobody whom nobody here knows, and makes no account', async () => {
      await expect(visit()).rejects.toMatchObject({ code: 'sso-unknown', status: 403 });
      expect(await people()).toHaveLength(1);
      expect((await trail()).at(-1)).toBe(' sign-in-failed single sign-on {"reason":"sso-unknown"}');
    });

    it('somebody of an allowed domain as what the domain makes, and the same person again by their account alone', async () => {
      await providers.save(owner, settings({ domains: ['example.com'], role: 'analyst' }));
      const { actor, next } = await enter({ next: '/comments?mood=negative' });
      expect(next).toBe('/comments?mood=negative');
      expect(actor).toMatchObject({ role: 'analyst' });
      local.person = { subject: 'bob', email: 'bob@elsewhere.example', emailConfirmed: false };
      expect((await enter()).actor.userId).toBe(actor.userId);
      expect(await people()).toEqual([expect.anything(), { email: BOB, role: 'analyst', singleSignOn: true }]);
      expect((await trail()).slice(-3)).toEqual([
        `${BOB} add members/${actor.userId}/single-sign-on {"by":"made","role":"analyst"}`,
        `${BOB} sign-in single sign-on {}`,
        `${BOB} sign-in single sign-on {}`,
      ]);
    });

    it.each([
      'bob@sub.example.com',
      'bob@notexample.com',
      'bob@example.com.evil.example',
      '"bob@example.com"@evil.example',
    ])('no %s for the domain example.com', async (email) => {
      await providers.save(owner, settings({ domains: ['example.com'] }));
      local.person = { subject: 'x', email, emailConfirmed: true };
      await expect(visit()).rejects.toMatchObject({ code: expect.stringMatching(/^sso-unknown$|^sso-unconfirmed$/) });
    });

    it.each([[false], [undefined]])('no address that is not confirmed (email_verified: %s)', async (emailConfirmed) => {
      await providers.save(owner, settings({ domains: ['example.com'] }));
      local.person = { subject: 'bob', email: BOB, emailConfirmed };
      await expect(visit()).rejects.toMatchObject({ code: 'sso-unconfirmed' });
      expect(await people()).toHaveLength(1);
    });

    it('whoever holds an invitation, as what it says, once', async () => {
      const invitation = tokenOf(await bench.members.invite(owner, { role: 'analyst', language: 'ja' }));
      expect((await enter({ invitation })).actor.role).toBe('analyst');
      local.person = { subject: 'eve', email: 'eve@example.com', emailConfirmed: true };
      await expect(visit({ invitation })).rejects.toMatchObject({ code: 'link-ended' });
    });

    it('two browsers of one new person as one', async () => {
      await providers.save(owner, settings({ domains: ['example.com'] }));
      const [one, two] = await Promise.all([enter(), enter()]);
      expect(one.actor.userId).toBe(two.actor.userId);
    });
  });

  describe('meets somebody who is here already', () => {
    it('asks once for their password, keeps their role, and then for nothing', async () => {
      const bob = await bench.invited(owner, 'analyst', BOB);
      const pending = await asked('password');
      await expect(singleSignOn.finish({}, pending, visitor)).rejects.toMatchObject({ code: 'sso-password' });
      await expect(singleSignOn.finish({ password: 'wrong' }, pending, visitor)).rejects.toMatchObject({
        code: 'current-password',
      });
      expect(await people()).toMatchObject([{}, { singleSignOn: false }]);
      const { session } = await singleSignOn.finish({ password: 'long enough 1' }, pending, visitor);
      expect(await bench.actor(session)).toMatchObject({ userId: bob.userId, role: 'analyst' });
      expect((await enter()).actor.userId).toBe(bob.userId);
    });

    it('stops ten wrong passwords', async () => {
      await bench.invited(owner, 'viewer', BOB);
      const pending = await asked('password');
      for (let attempt = 0; attempt < 10; attempt++)
        await expect(singleSignOn.finish({ password: 'wrong' }, pending, visitor)).rejects.toMatchObject({
          code: 'current-password',
        });
      await expect(singleSignOn.finish({ password: 'long enough 1' }, pending, visitor)).rejects.toMatchObject({
        code: 'too-many-attempts',
      });
    });

    it('makes nobody an owner by an address: with a password it is asked for, without one nobody comes in', async () => {
      await test.database.user.updateMany({ where: { id: owner.userId }, data: { email: BOB } });
      await expect(visit()).rejects.toMatchObject({ code: 'sso-owner' });
      await bench.account.update(owner, { name: 'Ada', email: BOB, password: 'long enough 1' });
      const { session } = await singleSignOn.finish({ password: 'long enough 1' }, await asked('password'), visitor);
      expect(await bench.actor(session)).toMatchObject({ userId: owner.userId, role: 'owner' });
    });

    it('refuses another account with the same address, until an owner disconnects the first', async () => {
      await providers.save(owner, settings({ domains: ['example.com'] }));
      const { actor } = await enter();
      local.person = { subject: 'another bob', email: BOB, emailConfirmed: true };
      await expect(visit()).rejects.toMatchObject({ code: 'sso-taken' });
      expect(await bench.identities.disconnect(test.workspaceId, actor.userId)).toBe(true);
      expect((await enter()).actor.userId).toBe(actor.userId);
    });

    it('does not bring back who was removed, except by an invitation', async () => {
      await providers.save(owner, settings({ domains: ['example.com'] }));
      const { actor } = await enter();
      await bench.people.remove(test.workspaceId, actor.userId);
      await expect(visit()).rejects.toMatchObject({ code: 'sso-removed' });
      const invitation = tokenOf(await bench.members.invite(owner, { role: 'viewer', language: 'en' }));
      expect((await enter({ invitation })).actor.userId).not.toBe(actor.userId);
    });

    it('asks for the code of whoever has the second step on, unless the provider stands for it', async () => {
      const bob = await bench.invited(owner, 'viewer', BOB);
      await singleSignOn.finish({ password: 'long enough 1' }, await asked('password'), visitor);
      let now = Date.UTC(2026, 10, 27);
      bench.factor.now = () => now;
      const secret = fromBase32((await bench.factor.begin(bob, 'long enough 1')).secret);
      const code = () => codeOf(secret, Math.floor(now / 30_000));
      await bench.factor.confirm(bob, code());
      now += 30_000;
      const pending = await asked('code');
      await expect(singleSignOn.finish({}, pending, visitor)).rejects.toMatchObject({ code: 'second-factor-needed' });
      await expect(singleSignOn.finish({ code: '000000' }, pending, visitor)).rejects.toMatchObject({
        code: 'wrong-code',
      });
      await singleSignOn.finish({ code: code() }, pending, visitor);
      await expect(singleSignOn.finish({ code: code() }, pending, visitor)).rejects.toMatchObject({
        code: 'wrong-code',
      });
      expect((await trail()).at(-2)).toBe(`${BOB} sign-in single sign-on and code {}`);
      await providers.save(owner, settings({ replacesSecondStep: true }));
      await enter();
      await bench.identities.disconnect(test.workspaceId, bob.userId);
      await providers.save(owner, settings());
      now += 30_000;
      await expect(singleSignOn.finish({ code: code() }, pending, visitor)).rejects.toMatchObject({
        code: 'sso-ended',
      });
    });
  });

  describe('takes nothing', () => {
    beforeEach(() => providers.save(owner, settings({ domains: ['example.com'] })));
    afterEach(async () => expect(await people()).toHaveLength(1));

    const changed = (checks: Partial<Begun['checks']>) => (begun: Begun) => ({
      ...begun,
      checks: { ...begun.checks, ...checks },
    });

    it.each([
      ['state', { state: 'another one' }, 'sso-invalid'],
      ['nonce', { nonce: 'another one' }, 'sso-invalid'],
      ['PKCE verifier', { verifier: 'v'.repeat(43) }, 'sso-invalid'],
    ])('with a wrong %s', async (_, checks, code) => {
      await expect(visit({}, changed(checks))).rejects.toMatchObject({ code });
    });

    it('without the ticket of this browser, or with one for another provider', async () => {
      const { url, begun } = await singleSignOn.begin({});
      const { search } = new URL(await local.visit(url));
      await expect(singleSignOn.back(search, null, visitor)).rejects.toMatchObject({ code: 'sso-ended' });
      const elsewhere = { ...ticketOf(begun), issuer: 'https://elsewhere.example' };
      await expect(singleSignOn.back(search, elsewhere, visitor)).rejects.toMatchObject({ code: 'sso-ended' });
    });

    it('of a code that was used, or is over', async () => {
      const { url, begun } = await singleSignOn.begin({});
      const { search } = new URL(await local.visit(url));
      const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 3_600_000);
      try {
        await expect(singleSignOn.back(search, ticketOf(begun), visitor)).rejects.toMatchObject({
          code: 'sso-invalid',
        });
      } finally {
        clock.mockRestore();
      }
      await expect(singleSignOn.back(search, ticketOf(begun), visitor)).rejects.toMatchObject({ code: 'sso-invalid' });
    });

    it.each([
      ['changed', (token: string) => withPayload(token, { sub: 'owner' })],
      ['signed by nobody', (token: string) => `${encoded({ alg: 'none' })}.${token.split('.')[1]}.`],
      ['of another issuer', (token: string) => withPayload(token, { iss: 'https://elsewhere.example' })],
      ['for another client', (token: string) => withPayload(token, { aud: 'another' })],
    ])('of a token that is %s', async (_, tamper) => {
      local.tamper = tamper;
      await expect(visit()).rejects.toMatchObject({ code: 'sso-invalid' });
    });

    it('of a provider that refuses', async () => {
      const { url, begun } = await singleSignOn.begin({});
      const { search } = new URL(await local.visit(url, 'refuse'));
      await expect(singleSignOn.back(search, ticketOf(begun), visitor)).rejects.toMatchObject({ code: 'sso-refused' });
    });

    it('of a provider that went away in between, and says so before as well', async () => {
      const going = await LocalProvider.start(REDIRECT);
      await providers.save(owner, settings({ issuer: going.issuer, domains: ['example.com'] }));
      going.person = local.person;
      const { url, begun } = await singleSignOn.begin({});
      const { search } = new URL(await going.visit(url));
      await going.stop();
      await expect(singleSignOn.back(search, ticketOf(begun), visitor)).rejects.toMatchObject({
        code: 'sso-unreachable',
      });
      make(bench.settings);
      await expect(singleSignOn.begin({})).rejects.toMatchObject({ code: 'sso-unreachable', status: 422 });
    });
  });

  describe('is set up', () => {
    it('with a secret that is sealed, not shown, and goes to no other issuer', async () => {
      expect(JSON.stringify(await test.database.singleSignOn.findMany())).not.toContain(LOCAL_CLIENT.secret);
      const state = await providers.state(owner);
      expect(state).toMatchObject({ provider: { hasSecret: true }, fromEnvironment: false, redirectUri: REDIRECT });
      expect(JSON.stringify(state)).not.toContain(LOCAL_CLIENT.secret);
      const elsewhere = settings({ issuer: 'https://elsewhere.example', clientSecret: undefined });
      await expect(providers.save(owner, elsewhere)).rejects.toMatchObject({ code: 'secret-missing' });
      await providers.save(owner, settings({ name: 'Other words', clientSecret: undefined }));
      expect(await providers.state(owner)).toMatchObject({ provider: { name: 'Other words', hasSecret: true } });
    });

    it.each([
      ['in a private network', {}, 'sso-private'],
      ['over http', { issuer: 'http://login.example.com' }, 'sso-plain'],
      ['where none answers', { allowPrivate: true, issuer: 'http://127.0.0.1:9' }, 'sso-unreachable'],
    ])('not %s unless an owner allows it, and then what was there stays', async (_, change, code) => {
      await expect(providers.save(owner, settings({ allowPrivate: false, ...change }))).rejects.toMatchObject({ code });
      expect(await providers.state(owner)).toMatchObject({ provider: { issuer: local.issuer } });
    });

    it('by the environment, which wins and is not changed by the page', async () => {
      make(
        loadSettings({
          PORT: '4711',
          OIDC_ISSUER: local.issuer,
          OIDC_CLIENT_ID: 'from-there',
          OIDC_DOMAINS: 'Example.com',
        }),
      );
      expect(await providers.state(owner)).toMatchObject({
        fromEnvironment: true,
        provider: { clientId: 'from-there', domains: ['example.com'], role: 'viewer', hasSecret: false },
      });
      await expect(providers.save(owner, settings())).rejects.toMatchObject({ code: 'sso-set-by-environment' });
      await expect(providers.remove(owner)).rejects.toMatchObject({ code: 'sso-set-by-environment' });
      expect(() => loadSettings({ OIDC_ISSUER: local.issuer })).toThrow('go together');
    });

    it('and offered once there is an owner, until it is removed', async () => {
      expect(await singleSignOn.offer()).toBe('Example');
      await test.database.user.updateMany({ data: { role: 'viewer' } });
      expect(await singleSignOn.offer()).toBeNull();
      await expect(singleSignOn.begin({})).rejects.toMatchObject({ code: 'sso-off' });
      await test.database.user.updateMany({ data: { role: 'owner' } });
      await providers.remove(owner);
      expect(await singleSignOn.offer()).toBeNull();
    });
  });

  it('ends sessions as those of others, and lets a password be set only soon after signing in', async () => {
    await providers.save(owner, settings({ domains: ['example.com'] }));
    const arrival = await visit();
    const session = 'session' in arrival ? arrival.session : '';
    const actor = await bench.actor(session);
    const old = { ...actor, session: { ...actor.session, id: 1, byLink: false, createdAt: new Date(0) } };
    const account = { name: 'Bob', email: BOB, password: 'long enough 1' };
    await expect(bench.account.update(old, account)).rejects.toMatchObject({ code: 'sso-fresh' });
    await test.database.$executeRaw`UPDATE session SET last_seen_at = now() - interval '13 hours'`;
    expect(await bench.live(session)).toBeNull();
    await test.database.$executeRaw`UPDATE session SET last_seen_at = now()`;
    await bench.account.update(actor, account);
  });
});

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token that says something else, with the signature it had. */
function withPayload(token: string, change: object): string {
  const [head = '', payload = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
  return [head, encoded({ ...claims, ...change }), signature].join('.');
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'));
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
