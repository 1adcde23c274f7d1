import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { backupNameSchema, type Backups } from '@moodline/backups/contract';

/** Ending of a file that is not whole yet. */
const PART = '.part';

/** The folder of the backups that are made by themselves. */
export class BackupFolder {
  constructor(readonly path: string) {}

  /** Whole backups, the newest first. */
  async list(): Promise<Backups['files']> {
    const names = await readdir(this.path).catch(() => []);
    const found = names
      .filter((name) => backupNameSchema.safeParse(name).success)
      .sort()
      .reverse();
    const files = await Promise.all(
      found.map(async (name) => {
        const about = await stat(join(this.path, name)).catch(() => null);
        return about?.isFile() ? [{ name, bytes: about.size, madeAt: timeOf(name) }] : [];
      }),
    );
    return files.flat();
  }

  /** A file of the list to read; null where there is none. */
  async read(name: string): Promise<{ readonly bytes: number; readonly stream: ReadStream } | null> {
    const found = (await this.list()).find((file) => file.name === name);
    return found ? { bytes: found.bytes, stream: createReadStream(join(this.path, name)) } : null;
  }

  /**
   * Makes a file that is there once it is whole and on the disk. What a former attempt has left is removed before, and what this one
   * leaves where it fails.
   */
  async add(madeAt: Date, write: (out: Writable) => Promise<void>): Promise<string> {
    await mkdir(this.path, { recursive: true, mode: 0o700 });
    await this.removeParts();
    const name = `moodline-${madeAt.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-')}.backup`;
    const part = join(this.path, name + PART);
    const handle = await open(part, 'wx', 0o600);
    try {
      await write(handle.createWriteStream({ flush: true }));
      await rename(part, join(this.path, name));
      return name;
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    } finally {
      await handle.close().catch(() => undefined);
    }
  }

  /** Removes all but the newest ones. */
  async prune(keep: number): Promise<void> {
    for (const { name } of (await this.list()).slice(keep)) await rm(join(this.path, name), { force: true });
  }

  private async removeParts(): Promise<void> {
    const names = await readdir(this.path);
    const parts = names.filter(
      (name) => name.endsWith(PART) && backupNameSchema.safeParse(name.slice(0, -PART.length)).success,
    );
    for (const name of parts) await rm(join(this.path, name), { force: true });
  }
}

/** `moodline-20261127-030000.backup` → the moment, in ISO. */
const timeOf = (name: string) =>
  name.replace(/^moodline-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)\.backup$/, '$1-$2-$3T$4:$5:$6.000Z');
