import { Writable } from 'node:stream';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { writeBackup } from './backup-writer';
import { DatabaseSnapshot } from './database/database-snapshot.query';
import { RestoreTarget } from './database/restore-target.query';
import { BackupBench, PASSPHRASE } from './testing/backup-bench';

describe('writing a backup', () => {
  let test: TestDatabase;
  let bench: BackupBench;
  beforeAll(async () => {
    test = await createTestDatabase();
    bench = new BackupBench(test);
  });
  afterAll(async () => {
    await bench.close();
    await test.close();
  });

  const origin = () => ({ url: test.url, keys: bench.files().read(), passphrase: PASSPHRASE });

  it('takes one moment: what others write meanwhile is not in it', async () => {
    const { database, workspaceId } = test;
    const snapshot = await DatabaseSnapshot.open(test.url);
    // The moment is the first question.
    await snapshot.tables();
    await database.monitor.create({ data: { workspaceId, name: 'Later', rules: {} } });
    let rows = '';
    for await (const chunk of snapshot.rows({ table: 'monitor', columns: ['name'] })) rows += chunk.toString();
    await snapshot.close();
    expect(rows).toBe('');
    expect(await bench.ask(test.url, 'SELECT name FROM monitor')).toEqual([{ name: 'Later' }]);
  });

  it.each([
    ['ENOSPC', 'the disk is full'],
    ['ECONNRESET', 'whoever fetched it went away'],
  ])('fails with %s where %s, and lets go of the database', async (code) => {
    await test.database.$disconnect();
    let taken = 0;
    const out = new Writable({
      write(chunk: Buffer, _, done) {
        taken += chunk.length;
        done(taken > 50 ? Object.assign(new Error('no more'), { code }) : null);
      },
    });
    await expect(writeBackup(origin(), out)).rejects.toMatchObject({ code });
    const target = new RestoreTarget(test.url);
    for (let tries = 0; tries < 50 && (await target.others()); tries++) await new Promise(setImmediate);
    expect(await target.others()).toBe(0);
  });
});
