import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings } from '@moodline/shared/config';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { FirstOwner } from './first-owner';
import { PeopleBench } from './testing/people-bench';

describe('FirstOwner', () => {
  const folder = mkdtempSync(join(tmpdir(), 'moodline-owner-'));
  const file = join(folder, 'password');
  let test: TestDatabase;
  let bench: PeopleBench;

  beforeEach(async () => {
    test = await createTestDatabase();
    bench = new PeopleBench(test);
  });
  afterEach(() => test.close());
  afterAll(() => rmSync(folder, { recursive: true }));

  const ensure = (settings: Record<string, string>) =>
    new FirstOwner(bench.accounts, loadSettings(settings)).ensure(test.workspaceId);

  it('makes an owner who can sign in by the password of the file', async () => {
    writeFileSync(file, 'a password of some length\n');
    await ensure({ OWNER_EMAIL: 'Ada@example.com', OWNER_PASSWORD_FILE: file });
    await bench.byPassword('ada@example.com', 'a password of some length', PeopleBench.visitor);
  });

  it('leaves an owner alone who is there, at the next start and beside a second process', async () => {
    writeFileSync(file, 'a password of some length');
    const settings = { OWNER_EMAIL: 'ada@example.com', OWNER_PASSWORD_FILE: file };
    await Promise.all([ensure(settings), ensure(settings)]);
    writeFileSync(file, 'quite another password');
    await ensure({ ...settings, OWNER_EMAIL: 'eve@example.com' });
    expect(await test.database.user.count()).toBe(1);
    await bench.byPassword('ada@example.com', 'a password of some length', PeopleBench.visitor);
  });

  it.each([
    ['a file that is not there', { OWNER_EMAIL: 'ada@example.com', OWNER_PASSWORD_FILE: '/nowhere/password' }],
    ['an address without a file', { OWNER_EMAIL: 'ada@example.com' }],
    ['a file without an address', { OWNER_PASSWORD_FILE: file }],
    ['a password that is tried first', { OWNER_EMAIL: 'ada@example.com', OWNER_PASSWORD_FILE: file }],
  ])('refuses %s in words', async (_, settings) => {
    writeFileSync(file, 'password1234');
    await expect(ensure(settings)).rejects.toMatchObject({ code: 'owner-setup' });
    expect(await test.database.user.count()).toBe(0);
  });
});
