import { existsSync, readFileSync, truncateSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrationNames } from '@moodline/shared/db';
import { SecretBox } from '@moodline/shared/secrets';
import { createTestDatabase, storeLabelled, type TestDatabase } from '@moodline/shared/testing';
import { StagingSchema } from '../database/staging.repository';
import { BackupBench, PASSPHRASE, PRISMA } from '../testing/backup-bench';
import { restoreBackup, settleRestore } from './backup-restorer';
import { InstallationFiles } from './installation-files';

describe('a backup that is restored', () => {
  let test: TestDatabase;
  let bench: BackupBench;
  /** Of the installation in `test`. */
  let file: string;
  let sums: Record<string, string>;

  beforeAll(async () => {
    test = await createTestDatabase();
    bench = new BackupBench(test);
    const { database, workspaceId } = test;
    await database.user.create({ data: { workspaceId, name: 'Ada', email: 'ada@example.com', role: 'owner' } });
    await database.session.create({
      data: { workspaceId, tokenHash: 'x', userId: 1, expiresAt: new Date(Date.now() + 1e9) },
    });
    const texts = ['Great phone', '电池很差', 'Tab\tand\nline \\. \\N', 'Quote "x", comma', '😀 emoji'];
    const comments = texts.map((text, index) => ({
      text,
      label: index % 2 ? ('negative' as const) : ('positive' as const),
      publishedAt: new Date(Date.UTC(2026, 4, 1 + index)),
    }));
    await storeLabelled(test, comments);
    await bench.ask(
      test.url,
      `INSERT INTO audit_event (workspace_id, action, object, who, by, address, details) VALUES (1, 'refused', 'y', 'Ada', 'session', '', '{}')`,
    );
    await database.monitor.create({ data: { workspaceId, name: 'UX', rules: { any: ['phone'] } } });
    // Enough for several frames, so that a file whose end is bad is loaded in part.
    await bench.ask(
      test.url,
      `INSERT INTO comment (workspace_id, source_id, run_id, external_id, text, text_hash, language, published_at)
       SELECT c.workspace_id, c.source_id, c.run_id, n::text, (SELECT string_agg(md5(random()::text || n || m), '') FROM generate_series(1, 150) m), 'h', 'en', now()
       FROM generate_series(1, 60) n, (SELECT * FROM comment LIMIT 1) c`,
    );
    file = await bench.backUp(test.url);
    expect(statSync(file).size).toBeGreaterThan(150_000);
    sums = await bench.sums(test.url);
  });
  afterAll(async () => {
    await bench.close();
    await test.close();
  });

  it('is in an empty database what it was: rows, columns, indexes, constraints and triggers', async () => {
    const url = await bench.emptyDatabase();
    const restored = await bench.restore(file, url);
    expect(await bench.sums(url)).toEqual(sums);
    expect(await bench.schema(url)).toEqual(await bench.schema(test.url));
    expect(restored.manifest.workspaces).toEqual([{ name: 'Spec' }]);
    expect(restored.rows).toBe(Object.values(sums).reduce((sum, line) => sum + Number(line.split(' ')[0]), 0));
    expect(restored.rows).toBeGreaterThan(15);
  });

  it('goes on from there: new rows get new numbers, triggers write, what is unique stays so', async () => {
    const url = await bench.emptyDatabase();
    await bench.restore(file, url);
    const [last] = await bench.ask<{ id: string }>(url, 'SELECT max(id) AS id FROM comment');
    const [made] = await bench.ask<{ id: string }>(
      url,
      `INSERT INTO comment (workspace_id, source_id, run_id, external_id, text, text_hash, language, published_at)
       SELECT workspace_id, source_id, run_id, 'new', 'New', 'h', 'en', now() FROM comment LIMIT 1
       RETURNING id`,
    );
    expect(Number(made?.id)).toBeGreaterThan(Number(last?.id));
    await bench.ask(
      url,
      `INSERT INTO label (workspace_id, comment_id, role_version, model, label) SELECT workspace_id, id, 1, 'spec', 'positive' FROM comment WHERE external_id = 'new'`,
    );
    expect(await bench.ask(url, `SELECT label FROM comment_mood WHERE comment_id = ${made?.id}`)).toEqual([
      { label: 'positive' },
    ]);
    await expect(bench.ask(url, `UPDATE comment SET external_id = 'new'`)).rejects.toThrow('unique');
    await expect(bench.ask(url, 'UPDATE audit_event SET who = 0')).rejects.toThrow('only be added to');
  });

  it('signs nobody in: sessions stay behind', async () => {
    const url = await bench.emptyDatabase();
    await bench.restore(file, url);
    expect(await bench.ask(url, 'SELECT 1 FROM session')).toEqual([]);
    expect(await bench.ask(url, 'SELECT name FROM "user"')).toEqual([{ name: 'Ada' }]);
  });

  it('brings the keys along, by which names are hashed and secrets are read', async () => {
    const [from, to] = [bench.path('from'), bench.path('to')];
    const sealed = SecretBox.of({ dataDir: from }).seal('Bearer x');
    const backup = await bench.backUp(test.url, new InstallationFiles({ dataDir: from }));
    await bench.restore(backup, await bench.emptyDatabase(), new InstallationFiles({ dataDir: to }));
    expect(SecretBox.of({ dataDir: to }).open(sealed)).toBe('Bearer x');
    const key = (folder: string) => readFileSync(join(folder, 'author-key'), 'utf8');
    expect(key(to)).toBe(key(from));
    expect(statSync(join(to, 'author-key')).mode & 0o777).toBe(0o600);
  });

  it('is refused where another SECRET_KEY is set, and taken where it is the same', async () => {
    const url = await bench.emptyDatabase();
    const dataDir = bench.path('data');
    const other = new InstallationFiles({ dataDir, SECRET_KEY: 'a passphrase of here' });
    await expect(bench.restore(file, url, other)).rejects.toMatchObject({ code: 'other-secret-key' });
    const backup = await bench.backUp(test.url, other);
    await bench.restore(
      backup,
      url,
      new InstallationFiles({ dataDir: bench.path('x'), SECRET_KEY: 'a passphrase of here' }),
    );
  });

  describe('over another installation', () => {
    let there: TestDatabase;
    let before: Record<string, string>;
    beforeEach(async () => {
      there = await createTestDatabase();
      await storeLabelled(there, [{ text: 'Of here', label: 'neutral', publishedAt: new Date() }]);
      before = await bench.sums(there.url);
    });
    afterEach(() => there.close());

    async function expectUntouched(dataDir?: string): Promise<void> {
      expect(await bench.sums(there.url)).toEqual(before);
      expect(await bench.ask(there.url, `SELECT nspname FROM pg_namespace WHERE nspname LIKE 'moodline%'`)).toEqual([]);
      if (dataDir) expect(existsSync(join(dataDir, 'author-key.restored'))).toBe(false);
    }

    it('takes its place, once that was confirmed', async () => {
      await there.database.$disconnect();
      const asked: (readonly string[])[] = [];
      const confirm = (names: readonly string[]) => Promise.resolve(void asked.push(names));
      const place = { url: there.url, prismaDir: PRISMA, files: bench.files() };
      await restoreBackup(file, PASSPHRASE, place, { confirm, progress: () => undefined });
      expect(asked).toEqual([['Spec']]);
      expect(await bench.sums(there.url)).toEqual(sums);
    });

    it('changes nothing where it was not', async () => {
      await there.database.$disconnect();
      const confirm = () => Promise.reject(new Error('no'));
      const place = { url: there.url, prismaDir: PRISMA, files: bench.files() };
      await expect(
        restoreBackup(file, PASSPHRASE, place, { confirm, progress: () => undefined }),
      ).rejects.toMatchObject({ code: 'restore-failed' });
      await expectUntouched();
    });

    it('is refused while a Moodline works with it', async () => {
      await there.database.workspace.count();
      await expect(bench.restore(file, there.url)).rejects.toMatchObject({ code: 'database-in-use' });
      await expectUntouched();
    });

    it.each(['a wrong passphrase', 'a file that was cut off', 'a changed file', 'no file'])(
      'changes nothing with %s',
      async (what) => {
        await there.database.$disconnect();
        const copy = bench.path('copy.backup');
        const bytes = readFileSync(file);
        if (what === 'a changed file') bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
        if (what !== 'no file') writeFileSync(copy, bytes);
        if (what === 'a file that was cut off') truncateSync(copy, bytes.length - 1);
        const passphrase = what === 'a wrong passphrase' ? 'wrong' : PASSPHRASE;
        const failed = bench.restore(copy, there.url, bench.files(), passphrase);
        await expect(failed).rejects.toThrow(/Nothing was changed/);
        await expectUntouched();
      },
    );

    it('changes nothing when its connection is lost on the way', async () => {
      await there.database.$disconnect();
      const dataDir = bench.path('data');
      const place = { url: there.url, prismaDir: PRISMA, files: new InstallationFiles({ dataDir }) };
      const progress = (words: string) => {
        if (words === 'label') throw new Error('the disk was taken out');
      };
      const talk = { confirm: () => Promise.resolve(), progress };
      await expect(restoreBackup(file, PASSPHRASE, place, talk)).rejects.toThrow(
        /disk was taken out.*Nothing was changed/,
      );
      await expectUntouched(dataDir);
    });

    it.each(['while it is loaded', 'before it takes its place'])(
      'leaves the former data when it is killed %s',
      async (when) => {
        await there.database.$disconnect();
        const dataDir = bench.path('data');
        const files = new InstallationFiles({ dataDir });
        const staging = await StagingSchema.make(there.url, PRISMA, await migrationNames(PRISMA));
        if (when !== 'while it is loaded') {
          await staging.complete([]);
          files.prepare(bench.files().read());
        }
        await staging.close();
        // The next start.
        await settleRestore(there.url, new InstallationFiles({ dataDir }));
        await expectUntouched(dataDir);
      },
    );

    it('is there with its keys when it is killed after it took their place', async () => {
      await there.database.$disconnect();
      const dataDir = bench.path('data');
      const keys = bench.files().read();
      const staging = await StagingSchema.make(there.url, PRISMA, await migrationNames(PRISMA));
      await staging.complete([]);
      new InstallationFiles({ dataDir }).prepare(keys);
      await staging.swap();
      await staging.close();
      await settleRestore(there.url, new InstallationFiles({ dataDir }));
      expect(await bench.ask(there.url, 'SELECT 1 FROM comment')).toEqual([]);
      expect(readFileSync(join(dataDir, 'author-key'), 'utf8')).toBe(keys.authorKey);
      expect(existsSync(join(dataDir, 'author-key.restored'))).toBe(false);
    });
  });
});
