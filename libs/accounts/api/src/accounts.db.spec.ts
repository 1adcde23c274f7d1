import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { PeopleBench, tokenOf } from './testing/people-bench';

const { visitor } = PeopleBench;
const ADA = { name: 'Ada', email: 'ada@example.com', password: 'long enough 1' };

describe('signing in', () => {
  let test: TestDatabase;
  let bench: PeopleBench;

  beforeEach(async () => {
    test = await createTestDatabase();
    bench = new PeopleBench(test);
  });
  afterEach(() => test.close());

  const ended = { code: 'link-ended' };

  it('makes the owner by the first link and signs the same owner in by the next', async () => {
    await bench.owner();
    await bench.owner();
    expect(await test.database.user.count()).toBe(1);
  });

  it('lets a link work once, also for two at the same time', async () => {
    const link = await bench.link();
    const both = await Promise.allSettled([bench.signIn.byLink(link, visitor), bench.signIn.byLink(link, visitor)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(bench.signIn.byLink(link, visitor)).rejects.toMatchObject(ended);
  });

  it('ends an unused link by the next one', async () => {
    const first = await bench.link();
    await bench.link();
    await expect(bench.signIn.byLink(first, visitor)).rejects.toMatchObject(ended);
  });

  it('refuses a link that is older than 15 minutes', async () => {
    const { url, expiresAt } = await bench.signIn.newLink(test.workspaceId);
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(15 * 60_000);
    await test.database.$executeRaw`UPDATE access_token SET expires_at = now() - interval '1 second'`;
    await expect(bench.signIn.byLink(tokenOf({ url }), visitor)).rejects.toMatchObject(ended);
    expect(await test.database.user.count()).toBe(0);
  });

  it('keeps the token of a link out of what is sent with its address', async () => {
    const { url } = await bench.signIn.newLink(test.workspaceId);
    expect(url).toMatch(/^http:\/\/localhost:4711\/owner#[\w-]{43}$/);
  });

  it('ends unused links with a change of password', async () => {
    const owner = await bench.owner();
    const link = await bench.link();
    await bench.account.update(owner, ADA);
    await expect(bench.signIn.byLink(link, visitor)).rejects.toMatchObject(ended);
  });

  it('lets who came in by a link replace a forgotten password, for ten minutes', async () => {
    await bench.account.update(await bench.owner(), ADA);
    const again = await bench.owner();
    await bench.account.update(again, { ...ADA, password: 'long enough 2' });
    await test.database.$executeRaw`UPDATE session SET created_at = now() - interval '11 minutes'`;
    const session = await bench.sessions.ofUser(again.workspaceId, again.userId);
    const later = { ...again, session: { id: 1, byLink: true, createdAt: session[0]?.createdAt ?? new Date() } };
    await expect(bench.account.update(later, { ...ADA, password: 'long enough 3' })).rejects.toMatchObject({
      code: 'current-password',
    });
    await bench.byPassword(ADA.email, 'long enough 2', visitor);
  });

  it('stores no token and no password as it is', async () => {
    await bench.account.update(await bench.owner(), { ...ADA, email: 'Ada@Example.com' });
    const session = await bench.byPassword(ADA.email, ADA.password, visitor);
    const stored = JSON.stringify([
      await test.database.session.findMany(),
      await test.database.accessToken.findMany(),
      await test.database.user.findMany(),
    ]);
    expect(stored).not.toContain(session);
    expect(stored).not.toContain(ADA.password);
    expect(await bench.live(session)).toMatchObject({ role: 'owner', byLink: false });
  });

  it('refuses a wrong password and an unknown address alike', async () => {
    await bench.account.update(await bench.owner(), ADA);
    for (const email of [ADA.email, 'eve@example.com'])
      await expect(bench.byPassword(email, 'wrong', visitor)).rejects.toMatchObject({
        code: 'wrong-credentials',
      });
  });

  it('asks for the current password before it changes one, and signs other browsers out', async () => {
    await bench.account.update(await bench.owner(), ADA);
    const here = await bench.byPassword(ADA.email, ADA.password, visitor);
    const there = await bench.byPassword(ADA.email, ADA.password, visitor);
    const actor = await bench.actor(here);
    const change = { ...ADA, password: 'long enough 2' };
    await expect(bench.account.update(actor, change)).rejects.toMatchObject({ code: 'current-password' });
    await bench.account.update(actor, { ...change, currentPassword: ADA.password });
    expect(await bench.live(here)).not.toBeNull();
    expect(await bench.live(there)).toBeNull();
  });

  it('tells that an e-mail address is taken, and changes nothing', async () => {
    const owner = await bench.owner();
    await bench.invited(owner, 'viewer', 'bob@example.com');
    await expect(bench.account.update(owner, { ...ADA, email: 'BOB@example.com' })).rejects.toMatchObject({
      code: 'email-taken',
      status: 409,
    });
  });

  it('makes one workspace, also when two processes start at once', async () => {
    await test.database.workspace.deleteMany();
    const { accounts } = bench;
    const ids = await Promise.all([accounts.ensureWorkspace('M', 'UTC'), accounts.ensureWorkspace('M', 'UTC')]);
    expect(ids[0]).toBe(ids[1]);
  });

  describe('after ten wrong passwords', () => {
    const wrongly = async (address: string) => {
      for (let attempt = 0; attempt < 10; attempt++)
        await expect(
          bench.byPassword(ADA.email, 'wrong', { agent: '', address: `${address}${attempt}` }),
        ).rejects.toMatchObject({ code: 'wrong-credentials' });
    };
    const from = (address: string) => bench.byPassword(ADA.email, ADA.password, { agent: '', address });

    it('tries the account no more for a quarter of an hour, whatever address asks', async () => {
      await bench.account.update(await bench.owner(), ADA);
      await wrongly('198.51.100.');
      await expect(from('198.51.100.99')).rejects.toMatchObject({ code: 'too-many-attempts', status: 429 });
      bench.wrong.now = () => Date.now() + 16 * 60_000;
      await from('198.51.100.99');
    });

    it('still lets the person in from where they are signed in', async () => {
      await bench.account.update(await bench.owner(), ADA);
      await wrongly('198.51.100.');
      await from(visitor.address);
    });

    it('asks no more for the current password of an open browser', async () => {
      await bench.account.update(await bench.owner(), ADA);
      const actor = await bench.actor(await from(visitor.address));
      const guess = () => bench.account.update(actor, { ...ADA, currentPassword: 'wrong' });
      for (let attempt = 0; attempt < 10; attempt++)
        await expect(guess()).rejects.toMatchObject({ code: 'current-password' });
      await expect(guess()).rejects.toMatchObject({ code: 'too-many-attempts' });
    });
  });
});
