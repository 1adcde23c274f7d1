import type { Actor } from '@moodline/shared/http';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { PeopleBench, tokenOf } from './testing/people-bench';

const { visitor } = PeopleBench;

describe('the people of a workspace', () => {
  let test: TestDatabase;
  let bench: PeopleBench;
  let owner: Actor;

  beforeEach(async () => {
    test = await createTestDatabase();
    bench = new PeopleBench(test);
    owner = await bench.owner();
  });
  afterEach(() => test.close());

  const join = (token: string, email = 'bob@example.com') =>
    bench.signIn.byInvitation({ token, email, name: 'Bob', password: 'long enough 1' }, visitor);

  it('come in by an invitation, with its role and language, once', async () => {
    const token = tokenOf(await bench.members.invite(owner, { role: 'analyst', language: 'zh' }));
    expect(await bench.members.look(token)).toEqual({ role: 'analyst', language: 'zh', workspace: 'Spec' });
    expect(await bench.members.invitations(owner)).toMatchObject([{ role: 'analyst', language: 'zh' }]);
    const bob = await bench.actor(await join(token));
    expect(bob).toMatchObject({ workspaceId: test.workspaceId, role: 'analyst' });
    expect(await bench.people.list(test.workspaceId)).toMatchObject([
      { role: 'owner' },
      { name: 'Bob', email: 'bob@example.com', role: 'analyst', language: 'zh' },
    ]);
    await expect(join(token, 'eve@example.com')).rejects.toMatchObject({ code: 'link-ended' });
    expect(await bench.members.invitations(owner)).toEqual([]);
  });

  it('cannot come in by an invitation that is a week old or was taken back', async () => {
    const old = tokenOf(await bench.members.invite(owner, { role: 'viewer', language: 'en' }));
    await test.database
      .$executeRaw`UPDATE access_token SET expires_at = expires_at - interval '7 days' WHERE kind = 'invitation'`;
    await expect(join(old)).rejects.toMatchObject({ code: 'link-ended' });
    const taken = tokenOf(await bench.members.invite(owner, { role: 'viewer', language: 'en' }));
    const [{ id } = { id: 0 }] = await bench.members.invitations(owner);
    await bench.members.endInvitation(owner, id);
    await expect(join(taken)).rejects.toMatchObject({ code: 'link-ended' });
    await expect(bench.members.look(taken)).rejects.toMatchObject({ code: 'link-ended' });
  });

  it('keep an invitation when the address is taken', async () => {
    await bench.invited(owner, 'viewer', 'bob@example.com');
    const token = tokenOf(await bench.members.invite(owner, { role: 'viewer', language: 'en' }));
    await expect(join(token, 'Bob@example.com')).rejects.toMatchObject({ code: 'email-taken' });
    await join(token, 'bobby@example.com');
  });

  it('get another role at once, also in open browsers', async () => {
    const bob = await bench.invited(owner, 'viewer', 'bob@example.com');
    const token = await bench.byPassword('bob@example.com', 'long enough 1', visitor);
    await bench.people.changeRole(test.workspaceId, bob.userId, 'analyst');
    expect(await bench.live(token)).toMatchObject({ role: 'analyst' });
  });

  it('are signed out when they are removed, and cannot come back', async () => {
    const bob = await bench.invited(owner, 'viewer', 'bob@example.com');
    const session = await bench.byPassword('bob@example.com', 'long enough 1', visitor);
    const link = tokenOf(await bench.members.passwordLink(owner, bob.userId));
    await bench.people.remove(test.workspaceId, bob.userId);
    expect(await bench.live(session)).toBeNull();
    expect(await bench.people.list(test.workspaceId)).toHaveLength(1);
    await expect(bench.byPassword('bob@example.com', 'long enough 1', visitor)).rejects.toMatchObject({
      code: 'wrong-credentials',
    });
    await expect(bench.signIn.byNewPassword(link, 'long enough 2', visitor)).rejects.toMatchObject({
      code: 'link-ended',
    });
    await bench.invited(owner, 'viewer', 'bob@example.com');
  });

  it('always have an owner, also when two owners remove each other at once', async () => {
    await expect(bench.people.remove(test.workspaceId, owner.userId)).rejects.toMatchObject({ code: 'last-owner' });
    await expect(bench.people.changeRole(test.workspaceId, owner.userId, 'viewer')).rejects.toMatchObject({
      code: 'last-owner',
    });
    const second = await bench.invited(owner, 'owner', 'second@example.com');
    const both = await Promise.allSettled([
      bench.people.remove(test.workspaceId, second.userId),
      bench.people.changeRole(test.workspaceId, owner.userId, 'analyst'),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await bench.people.list(test.workspaceId)).filter(({ role }) => role === 'owner')).toHaveLength(1);
  });

  it('get a new password by a link, which ends their sessions and works once', async () => {
    const bob = await bench.invited(owner, 'viewer', 'bob@example.com');
    const before = await bench.byPassword('bob@example.com', 'long enough 1', visitor);
    const link = tokenOf(await bench.members.passwordLink(owner, bob.userId));
    const after = await bench.signIn.byNewPassword(link, 'long enough 2', visitor);
    expect([await bench.live(before), await bench.live(after ?? '')]).toEqual([null, expect.anything()]);
    await bench.byPassword('bob@example.com', 'long enough 2', visitor);
    await expect(bench.signIn.byNewPassword(link, 'long enough 3', visitor)).rejects.toMatchObject({
      code: 'link-ended',
    });
  });
});
