import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BackupFolder } from './backup-folder';

describe('the folder of backups', () => {
  const root = mkdtempSync(join(tmpdir(), 'moodline-folder-'));
  afterAll(() => rmSync(root, { recursive: true }));
  let path: string;
  let folder: BackupFolder;
  let count = 0;
  beforeEach(() => {
    path = join(root, String(count++));
    folder = new BackupFolder(path);
  });

  const writing = (words: string) => (out: Writable) => pipeline(Readable.from([words]), out);
  const night = (day: number) => new Date(Date.UTC(2026, 4, day, 3));

  it('is empty where there is none', async () => {
    expect(await folder.list()).toEqual([]);
    expect(await folder.read('moodline-20260501-030000.backup')).toBeNull();
  });

  it('keeps what was written whole, for its owner only', async () => {
    const name = await folder.add(night(1), writing('sealed'));
    expect(name).toBe('moodline-20260501-030000.backup');
    expect(statSync(join(path, name)).mode & 0o777).toBe(0o600);
    expect(statSync(path).mode & 0o777).toBe(0o700);
    expect(await folder.list()).toEqual([{ name, bytes: 6, madeAt: '2026-05-01T03:00:00.000Z' }]);
    const read = await folder.read(name);
    expect(await text(read?.stream ?? Readable.from([]))).toBe('sealed');
  });

  it('has nothing of one that failed on the way, and the former ones still', async () => {
    await folder.add(night(1), writing('sealed'));
    const failing = async (out: Writable) => {
      out.write('half');
      await Promise.reject(new Error('no space'));
    };
    await expect(folder.add(night(2), failing)).rejects.toThrow('no space');
    expect(readdirSync(path)).toEqual(['moodline-20260501-030000.backup']);
  });

  it('does not show what a killed process has left, and removes it with the next one', async () => {
    await folder.add(night(1), writing('sealed'));
    writeFileSync(join(path, 'moodline-20260502-030000.backup.part'), 'half');
    expect(await folder.list()).toHaveLength(1);
    await folder.add(night(3), writing('sealed'));
    expect(readdirSync(path)).toEqual(['moodline-20260501-030000.backup', 'moodline-20260503-030000.backup']);
  });

  it('keeps the newest ones, and everything that is no backup', async () => {
    for (const day of [1, 2, 3, 4]) await folder.add(night(day), writing('sealed'));
    writeFileSync(join(path, 'notes.txt'), 'mine');
    await folder.prune(2);
    expect((await folder.list()).map(({ name }) => name)).toEqual([
      'moodline-20260504-030000.backup',
      'moodline-20260503-030000.backup',
    ]);
    expect(readFileSync(join(path, 'notes.txt'), 'utf8')).toBe('mine');
  });

  it.each(['../secret', 'moodline-20260501-030000.backup/../../secret', 'notes.txt', ''])(
    'does not read %j',
    async (name) => {
      await folder.add(night(1), writing('sealed'));
      writeFileSync(join(path, 'notes.txt'), 'mine');
      writeFileSync(join(root, 'secret'), 'secret');
      expect(await folder.read(name)).toBeNull();
    },
  );

  // A disk that is always full, where the system has one.
  (existsSync('/dev/full') && statSync('/dev/full').isCharacterDevice() ? it : it.skip)(
    'fails with ENOSPC where the disk is full',
    async () => {
      await folder.add(night(1), writing('sealed'));
      const toFullDisk = async () => {
        symlinkSync('/dev/full', join(path, 'full'));
        const { createWriteStream } = await import('node:fs');
        await pipeline(Readable.from(['x'.repeat(1e6)]), createWriteStream(join(path, 'full')));
      };
      await expect(folder.add(night(2), toFullDisk)).rejects.toMatchObject({ code: 'ENOSPC' });
      expect((await folder.list()).map(({ name }) => name)).toEqual(['moodline-20260501-030000.backup']);
    },
  );
});
