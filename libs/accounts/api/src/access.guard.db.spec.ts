import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { PERMISSION_KEY } from '@moodline/shared/http';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { AccessGuard } from './access.guard';
import { AccountsRepository } from './accounts.repository';
import { tokenHash } from './secret-token';
import { Identification } from './identification';
import { TokenRepository } from './token.repository';

describe('AccessGuard', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterAll(() => test.close());

  it('lets an API token act as the owner of its workspace, not of the first one', async () => {
    const accounts = new AccountsRepository(test.database);
    const tokens = new TokenRepository(test.database);
    const none = {} as never;
    const identification = new Identification(accounts, none, tokens, none, none, none);
    const { id: second } = await test.database.workspace.create({ data: { name: 'Second', timeZone: 'UTC' } });
    for (const [workspaceId, id] of [
      [test.workspaceId, 1],
      [second, 2],
    ] as const)
      await test.database.user.create({ data: { workspaceId, id, name: `Owner ${id}`, role: 'owner' } });
    await tokens.replaceApiToken(second, tokenHash('secret'));
    const request: Record<string, unknown> = { method: 'GET', path: '/', headers: { authorization: 'Bearer secret' } };
    const reflector = Object.assign(new Reflector(), {
      getAllAndOverride: (key: unknown) => (key === PERMISSION_KEY ? 'comments.read' : undefined),
    });
    const guard = new AccessGuard(reflector, accounts, identification, {} as never, {} as never);
    const context = {
      getHandler: () => undefined,
      getClass: () => undefined,
      switchToHttp: () => ({ getRequest: () => request }),
    } as unknown as ExecutionContext;
    expect(await guard.canActivate(context)).toBe(true);
    expect(request['actor']).toMatchObject({ workspaceId: second, userId: 2, by: 'token' });
  });
});
