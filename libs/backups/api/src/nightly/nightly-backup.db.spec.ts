import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings, type Settings } from '@moodline/shared/config';
import { SecretBox } from '@moodline/shared/secrets';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { DatabaseUrl } from '../database/database-url.query';
import { BackupBench } from '../testing/backup-bench';
import { BackupMaker } from './backup-maker';
import { BackupPlanRepository } from './backup-plan.repository';
import { DueBackupsQuery } from './due-backups.query';
import { NightlyBackupJob } from './nightly-backup.job';

const PASSPHRASE = 'words for the night';
const PLAN = { nightly: true, hour: 3, keep: 2 };

describe('backups by themselves', () => {
  let test: TestDatabase;
  let bench: BackupBench;
  let settings: Settings;
  const folders: string[] = [];
  beforeEach(async () => {
    test = await createTestDatabase('Asia/Shanghai');
    bench = new BackupBench(test);
    settings = loadSettings({ MOODLINE_DATA: mkdtempSync(join(tmpdir(), 'moodline-nightly-')) });
    folders.push(settings.dataDir);
  });
  afterEach(async () => {
    await bench.close();
    await test.close();
  });
  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

  function parts() {
    const plans = new BackupPlanRepository(test.database);
    const maker = new BackupMaker(plans, SecretBox.of(settings), new DatabaseUrl(test.database), settings);
    const due = new DueBackupsQuery(test.database);
    return { plans, maker, due, job: new NightlyBackupJob(due, plans, maker, settings) };
  }

  it('are due once a day at the hour of the workspace, and again an hour after a failure', async () => {
    const { plans, due, maker } = parts();
    await maker.change(test.workspaceId, { ...PLAN, passphrase: PASSPHRASE });
    const at = async (time: string) => (await due.due(new Date(time))).map(({ since }) => since.toISOString());
    // 3:00 in Shanghai is 19:00 UTC of the day before.
    expect(await at('2026-05-04T18:59:00Z')).toEqual(['2026-05-03T19:00:00.000Z']);
    expect(await at('2026-05-04T19:00:00Z')).toEqual(['2026-05-04T19:00:00.000Z']);
    const set = (begun: string, finished: string | null) =>
      test.database.backupPlan.update({
        where: { workspaceId: test.workspaceId },
        data: { begunAt: new Date(begun), finishedAt: finished && new Date(finished) },
      });
    await set('2026-05-04T19:00:00Z', '2026-05-04T19:01:00Z');
    expect(await at('2026-05-05T18:59:00Z')).toEqual([]);
    expect(await at('2026-05-05T19:00:00Z')).toHaveLength(1);
    await set('2026-05-05T19:00:00Z', '2026-05-04T19:01:00Z');
    expect(await at('2026-05-05T19:59:00Z')).toEqual([]);
    expect(await at('2026-05-05T20:01:00Z')).toHaveLength(1);
    await plans.save(test.workspaceId, { nightly: false });
    expect(await at('2026-05-06T19:00:00Z')).toEqual([]);
  });

  it('are whole, can be restored with the passphrase, and only the newest stay', async () => {
    const { maker, job } = parts();
    await maker.change(test.workspaceId, { ...PLAN, passphrase: PASSPHRASE });
    const folder = join(settings.dataDir, 'backups');
    mkdirSync(folder);
    for (const day of ['01', '02']) writeFileSync(join(folder, `moodline-202605${day}-030000.backup`), 'old');
    await job.look();
    const state = await maker.state(test.workspaceId);
    expect(state).toMatchObject({ nightly: true, hasPassphrase: true, running: false, problem: null });
    expect(state.files).toHaveLength(2);
    expect(state.files[1]?.name).toBe('moodline-20260502-030000.backup');
    const sums = await bench.sums(test.url);
    const url = await bench.emptyDatabase();
    await bench.restore(join(folder, state.files[0]?.name ?? ''), url, undefined, PASSPHRASE);
    const restored = await bench.sums(url);
    // The plan itself is written once the file is whole.
    delete sums['backup_plan'];
    delete restored['backup_plan'];
    expect(restored).toEqual(sums);
    await job.look();
    expect((await maker.state(test.workspaceId)).files).toEqual(state.files);
  });

  it('are made by one of several processes', async () => {
    const { maker, plans } = parts();
    await maker.change(test.workspaceId, { ...PLAN, passphrase: PASSPHRASE });
    const claims = await Promise.all([1, 2, 3].map(() => plans.claim(test.workspaceId, new Date())));
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it('tell why there is none, and keep the former ones', async () => {
    writeFileSync(join(settings.dataDir, 'backups'), 'a file where the folder should be');
    const { maker, job } = parts();
    await maker.change(test.workspaceId, { ...PLAN, passphrase: PASSPHRASE });
    await job.look();
    expect(await maker.state(test.workspaceId)).toMatchObject({
      finishedAt: null,
      problem: { code: 'backup-not-writable', message: expect.stringContaining('set BACKUP_FOLDER') as string },
    });
  });

  it('need a passphrase, which is kept sealed and stays where none is given', async () => {
    const { maker } = parts();
    await expect(maker.change(test.workspaceId, PLAN)).rejects.toMatchObject({ code: 'backup-passphrase-missing' });
    await expect(maker.begin(test.workspaceId)).rejects.toMatchObject({ code: 'backup-passphrase-missing' });
    await maker.change(test.workspaceId, { ...PLAN, passphrase: PASSPHRASE });
    await maker.change(test.workspaceId, { ...PLAN, keep: 5 });
    expect(await maker.state(test.workspaceId)).toMatchObject({ keep: 5, hasPassphrase: true });
    const stored = await test.database.backupPlan.findMany();
    expect(JSON.stringify(stored)).not.toContain(PASSPHRASE);
    expect(readFileSync(join(settings.dataDir, 'secret-key'), 'utf8')).toHaveLength(64);
  });
});
