import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataFolder } from './data-folder';
import { StartError } from './start-error';

describe('DataFolder', () => {
  let path: string;
  beforeEach(() => (path = mkdtempSync(join(tmpdir(), 'moodline-folder-'))));
  afterEach(() => rmSync(path, { recursive: true, force: true }));

  it('names who holds the folder and what to do', async () => {
    await new DataFolder(path).open(4321);
    const second = new DataFolder(path).open(4322);
    await expect(second).rejects.toBeInstanceOf(StartError);
    await expect(second).rejects.toThrow(`process ${process.pid} on port 4321`);
  });

  it('takes over the lock of a process that was killed', async () => {
    const gone = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => gone.once('exit', resolve));
    writeFileSync(join(path, 'moodline.lock'), JSON.stringify({ pid: gone.pid, born: '1', port: 1 }));
    await expect(new DataFolder(path).open(4321)).resolves.toBeUndefined();
  });

  it('takes over a lock whose process id belongs to another program now, or that is empty', async () => {
    writeFileSync(join(path, 'moodline.lock'), JSON.stringify({ pid: process.pid, born: 'long ago', port: 1 }));
    await expect(new DataFolder(path).open(4321)).resolves.toBeUndefined();
    writeFileSync(join(path, 'moodline.lock'), '');
    await expect(new DataFolder(path).open(4321)).resolves.toBeUndefined();
  });

  it('says what to do when the folder cannot be made', async () => {
    writeFileSync(join(path, 'file'), '');
    await expect(new DataFolder(join(path, 'file/inside')).open(4321)).rejects.toThrow('--data');
  });

  it('keeps the token from others and leaves nothing behind', async () => {
    const folder = new DataFolder(path);
    await folder.open(4321);
    folder.writeAccess('http://127.0.0.1:4321', 'secret');
    const file = join(path, 'access.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ url: 'http://127.0.0.1:4321', token: 'secret' });
    folder.close();
    expect(existsSync(file)).toBe(false);
    expect(existsSync(join(path, 'moodline.lock'))).toBe(false);
  });
});
