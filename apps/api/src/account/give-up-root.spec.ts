import { linkSync, lstatSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings } from '@moodline/shared/config';
import { takeOver } from './give-up-root';
import { needsOf } from './needs';

const ACCOUNT = { uid: 4711, gid: 4712 };
/** Only root may give files away. */
const asRoot = process.getuid?.() === 0 ? describe : describe.skip;

asRoot('handing the data folder over', () => {
  let outside: string;
  let folder: string;
  const owner = (...path: string[]) => lstatSync(join(folder, ...path)).uid;

  beforeEach(() => {
    outside = mkdtempSync(join(tmpdir(), 'moodline-outside-'));
    folder = join(outside, 'data');
    mkdirSync(join(folder, 'inbox', 'done'), { recursive: true });
    for (const name of ['secret-key', 'inbox/one.csv', 'inbox/done/two.csv']) writeFileSync(join(folder, name), '');
    mkdirSync(join(folder, 'postgresql'));
    writeFileSync(join(outside, 'shadow'), 'root only');
  });
  afterEach(() => rmSync(outside, { recursive: true }));

  it('gives everything away the first time, but for the cluster', () => {
    takeOver(folder, ACCOUNT);
    expect([owner(), owner('secret-key'), owner('inbox'), owner('inbox/done/two.csv')]).toEqual(Array(4).fill(4711));
    expect(owner('postgresql')).toBe(0);
  });

  it('gives away what a restore by root has written since, and nothing deeper', () => {
    takeOver(folder, ACCOUNT);
    writeFileSync(join(folder, 'author-key.restored'), '');
    writeFileSync(join(folder, 'inbox', 'three.csv'), '');
    takeOver(folder, ACCOUNT);
    expect([owner('author-key.restored'), owner('inbox', 'three.csv')]).toEqual([4711, 0]);
  });

  it('follows no link and leaves a file alone that has a second name', () => {
    symlinkSync(outside, join(folder, 'backups'));
    symlinkSync(join(outside, 'shadow'), join(folder, 'access.json'));
    linkSync(join(outside, 'shadow'), join(folder, 'moodline.log'));
    takeOver(folder, ACCOUNT);
    expect([lstatSync(join(outside, 'shadow')).uid, owner('moodline.log')]).toEqual([0, 0]);
  });
});

describe('what the user of the product needs', () => {
  it('is the model, the migrations, files that settings name, and the nearest folder that is there', () => {
    const folder = mkdtempSync(join(tmpdir(), 'moodline-needs-'));
    try {
      const secret = join(folder, 'secret');
      writeFileSync(secret, '');
      const settings = loadSettings({
        OIDC_CLIENT_SECRET_FILE: secret,
        ...{ INBOX_FOLDER: join(folder, 'a/b'), BACKUP_FOLDER: folder, PORT: '80' },
      });
      const { read, write, port } = needsOf(settings);
      expect(read).toHaveLength(3);
      expect(read).toContain(secret);
      expect([write, port]).toEqual([[folder, folder], 80]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
