import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { createKeySchema } from '@moodline/accounts/contract';
import { holds, type Actor } from '@moodline/shared/http';
import type { Request } from 'express';
import { ApiKeyRepository } from './api-key.repository';
import { Identification } from './identification';
import { KEY_PREFIX, tokenHash } from './secret-token';
import { PeopleBench } from './testing/people-bench';

describe('a key', () => {
  const key = `${KEY_PREFIX}spec`;
  let test: TestDatabase;
  let bench: PeopleBench;
  let keys: ApiKeyRepository;
  let owner: Actor;

  beforeEach(async () => {
    test = await createTestDatabase();
    bench = new PeopleBench(test);
    keys = new ApiKeyRepository(test.database);
    owner = await bench.owner();
  });
  afterEach(() => test.close());

  const make = (maker: Actor = owner, name = 'Nightly') =>
    keys.create(test.workspaceId, maker.userId, {
      ...{ name, hash: tokenHash(key), days: 30 },
      permissions: ['comments.read', 'sources.write'],
    });
  const who = (bearer = key) => {
    const none = {} as never;
    const identification = new Identification(bench.accounts, bench.sessions, bench.tokens, keys, none, none);
    return identification.of({ headers: { authorization: `Bearer ${bearer}` } } as Request);
  };

  it('lets a program do what it is for, and tells when it was used', async () => {
    await make();
    const actor = await who();
    expect(actor).toMatchObject({ by: 'key', key: 'Nightly', workspaceId: test.workspaceId });
    const may = (permission: Parameters<typeof holds>[1]) => actor !== null && holds(actor, permission);
    expect([may('comments.read'), may('sources.write'), may('workspace.write'), may('members.write')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(await keys.list(test.workspaceId)).toMatchObject([
      { name: 'Nightly', madeBy: 'Owner', lastUsedAt: expect.any(String) },
    ]);
    expect(JSON.stringify(await test.database.apiKey.findMany())).not.toContain(key);
  });

  it('does no more than whoever made it may, and ends with them', async () => {
    const ada = await bench.invited(owner, 'analyst', 'ada@example.com');
    await make(ada);
    await bench.people.changeRole(test.workspaceId, ada.userId, 'viewer');
    const actor = await who();
    expect(actor && [holds(actor, 'comments.read'), holds(actor, 'sources.write')]).toEqual([true, false]);
    await bench.people.remove(test.workspaceId, ada.userId);
    expect(await who()).toBeNull();
  });

  it('ends with its time, and when it is removed', async () => {
    const { id } = await make();
    await test.database.$executeRaw`UPDATE api_key SET expires_at = now() - interval '1 second'`;
    expect(await who()).toBeNull();
    await test.database.$executeRaw`UPDATE api_key SET expires_at = now() + interval '1 hour'`;
    expect(await keys.remove(test.workspaceId + 1, id)).toBe(false);
    expect(await keys.remove(test.workspaceId, id)).toBe(true);
    expect([await who(), await who(`${key}x`)]).toEqual([null, null]);
  });

  it('has a name of its own', async () => {
    await make();
    const second = keys.create(test.workspaceId, owner.userId, {
      ...{ name: 'Nightly', hash: tokenHash('other'), days: 1, permissions: ['comments.read'] },
    });
    await expect(second).rejects.toMatchObject({ code: 'key-name-taken' });
  });

  it.each(['members.write', 'keys.write', 'account.write', 'audit.read'])('is never for %s', (permission) => {
    expect(createKeySchema.safeParse({ name: 'x', days: 1, permissions: [permission] }).success).toBe(false);
  });
});
