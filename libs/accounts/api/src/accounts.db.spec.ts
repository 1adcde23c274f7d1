import { loadSettings } from '@moodline/shared/config';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { AccountsRepository } from './accounts.repository';
import { tokenHash } from './secret-token';
import { SignIn } from './sign-in';

describe('signing in', () => {
  let test: TestDatabase;
  let accounts: AccountsRepository;
  let signIn: SignIn;

  beforeEach(async () => {
    test = await createTestDatabase();
    accounts = new AccountsRepository(test.database);
    signIn = new SignIn(accounts, loadSettings({ PORT: '4711' }));
  });
  afterEach(() => test.close());

  const token = (link: string) => new URL(link).searchParams.get('token') ?? '';
  const owner = async () => {
    await signIn.byLink(token(await signIn.newLink(test.workspaceId)));
    const { id } = (await accounts.owner()) ?? { id: 0 };
    return { workspaceId: test.workspaceId, userId: id, role: 'owner', by: 'session' } as const;
  };

  it('makes the owner by the first link and signs the same owner in by the next', async () => {
    await owner();
    await owner();
    expect(await test.database.user.count()).toBe(1);
  });

  it('lets a link work once, also for two at the same time', async () => {
    const link = token(await signIn.newLink(test.workspaceId));
    const sessions = await Promise.all([signIn.byLink(link), signIn.byLink(link)]);
    expect(sessions.filter(Boolean)).toHaveLength(1);
    expect(await signIn.byLink(link)).toBeNull();
  });

  it('ends an unused link by the next one', async () => {
    const first = token(await signIn.newLink(test.workspaceId));
    await signIn.newLink(test.workspaceId);
    expect(await signIn.byLink(first)).toBeNull();
  });

  it('stores no token and no password as it is', async () => {
    const actor = await owner();
    await signIn.updateAccount(actor, { name: 'Ada', email: 'Ada@Example.com', password: 'long enough 1' }, undefined);
    const session = await signIn.byPassword('ada@example.com', 'long enough 1');
    const stored = JSON.stringify([
      await test.database.session.findMany(),
      await test.database.accessToken.findMany(),
      await test.database.user.findMany(),
    ]);
    expect(stored).not.toContain(session);
    expect(stored).not.toContain('long enough 1');
    expect(await accounts.session(tokenHash(session))).toMatchObject({ userId: actor.userId });
  });

  it('refuses a wrong password and an unknown address alike', async () => {
    const actor = await owner();
    await signIn.updateAccount(actor, { name: 'Ada', email: 'ada@example.com', password: 'long enough 1' }, undefined);
    await expect(signIn.byPassword('ada@example.com', 'wrong')).rejects.toMatchObject({ code: 'wrong-credentials' });
    await expect(signIn.byPassword('eve@example.com', 'wrong')).rejects.toMatchObject({ code: 'wrong-credentials' });
  });

  it('asks for the current password before it changes one, and signs other browsers out', async () => {
    const actor = await owner();
    const change = { name: 'Ada', email: 'ada@example.com', password: 'long enough 1' };
    await signIn.updateAccount(actor, change, undefined);
    await expect(
      signIn.updateAccount(actor, { ...change, password: 'long enough 2' }, undefined),
    ).rejects.toMatchObject({ code: 'current-password' });
    const [here, there] = [
      await signIn.byPassword('ada@example.com', 'long enough 1'),
      await signIn.byPassword('ada@example.com', 'long enough 1'),
    ];
    await signIn.updateAccount(actor, { ...change, password: 'long enough 2', currentPassword: 'long enough 1' }, here);
    expect(await accounts.session(tokenHash(here))).not.toBeNull();
    expect(await accounts.session(tokenHash(there))).toBeNull();
  });

  it('makes one workspace, also when two processes start at once', async () => {
    await test.database.workspace.deleteMany();
    const ids = await Promise.all([accounts.ensureWorkspace('M', 'UTC'), accounts.ensureWorkspace('M', 'UTC')]);
    expect(ids[0]).toBe(ids[1]);
  });
});
