import { createHash } from 'node:crypto';
import { constants, createReadStream, existsSync } from 'node:fs';
import { appendFile, lstat, mkdir, readdir, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { basename, join, parse } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isAlive, thisProcess, type ProcessMark } from '@moodline/shared/work';

/** Folders of the inbox that hold what was looked at. */
const OWN = ['working', 'done', 'failed'] as const;
/** Hashes of what was imported, one a line. */
const IMPORTED = '.imported';
/** Names that programs give to files they have not written to the end. */
const UNFINISHED = /^[.~]|~$|\.(?:part|partial|tmp|temp|crdownload|download|filepart)$/i;
/** Separates the process from the name of a file it works on. */
const CLAIM = '~';
/** This process, in the name of a file it works on: its id may be given to another program after a power cut, its time of birth is not. */
const OWNER = Object.values(thisProcess())
  .filter((part) => part !== null)
  .join('-');

/** A file that was dropped. */
export interface DroppedFile {
  readonly name: string;
  /** The folder below the inbox in which it lay; null at the top. */
  readonly folder: string | null;
  readonly path: string;
}

/** A file that this process alone works on. */
export interface ClaimedFile extends DroppedFile {
  readonly size: number;
}

/** The folder into which files are dropped: it knows which are written to the end, and where they go afterwards. */
export class InboxFolder {
  /** Size and time of each file as last seen. */
  private seen = new Map<string, string>();

  constructor(readonly path: string) {}

  /** Makes the folders, and takes back what a process that is no more was working on. Call while this one works on nothing. */
  async prepare(lives: (process: ProcessMark) => boolean = isAlive): Promise<void> {
    await this.makeOwnFolders();
    for (const name of await readdir(join(this.path, 'working'))) {
      const [, pid, born = null, folder, file] = /^(\d+)(?:-(\d+))?~([^~]*)~(.+)$/s.exec(name) ?? [];
      if (!pid || !file || (Number(pid) !== process.pid && lives({ pid: Number(pid), born }))) continue;
      await this.giveBack({ name: file, folder: folderOf(folder ?? ''), path: join(this.path, 'working', name) });
    }
  }

  /** @throws Error where one of them is a link: what is moved there would land somewhere else */
  private async makeOwnFolders(): Promise<void> {
    for (const name of OWN) {
      const folder = join(this.path, name);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      if (!(await lstat(folder)).isDirectory())
        throw new Error(`${folder} is a link, or no folder. Nothing is imported until it is one.`);
    }
  }

  /** Files that have not changed between two looks, the oldest first. A file that is still being written changes. */
  async settled(): Promise<DroppedFile[]> {
    const now = new Map<string, string>();
    const found: (DroppedFile & { readonly time: number })[] = [];
    for (const file of await this.dropped()) {
      const { size, mtimeMs } = await lstat(file.path);
      const state = `${size} ${mtimeMs}`;
      now.set(file.path, state);
      if (this.seen.get(file.path) === state) found.push({ ...file, time: mtimeMs });
    }
    this.seen = now;
    return found.sort((a, b) => a.time - b.time);
  }

  /** Takes a file out of everybody's reach. Null when another process was quicker. */
  async claim({ name, folder, path }: DroppedFile): Promise<ClaimedFile | null> {
    const claimed = join(this.path, 'working', [OWNER, encodeURIComponent(folder ?? ''), name].join(CLAIM));
    try {
      await rename(path, claimed);
      const found = await lstat(claimed);
      if (found.isFile()) return { name, folder, path: claimed, size: found.size };
      // It was replaced by a link after it was looked at. The link is not followed: it goes, what it leads to stays.
      await unlink(claimed);
      return null;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  /** Puts a claimed file back where it lay, to be looked at again. */
  async giveBack({ name, folder, path }: DroppedFile): Promise<void> {
    const place = folder === null ? this.path : join(this.path, folder);
    await mkdir(place, { recursive: true });
    await rename(path, free(place, name));
  }

  /**
   * Removes a file whose rows were imported: it holds what is never stored of people. A note stays where there is something to say.
   * @param note holds no value of the file
   */
  async remove({ name, path }: DroppedFile, note: string | null): Promise<void> {
    if (note) await this.write(`${free(join(this.path, 'done'), `${name}.imported.txt`)}`, note);
    await unlink(path);
  }

  /** Puts a file that was not imported aside, with the reason beside it: it is the only copy there may be. */
  async putAside({ name, path }: DroppedFile, reason: string): Promise<void> {
    const target = free(join(this.path, 'failed'), name);
    await rename(path, target);
    await this.write(`${target}.reason.txt`, reason);
  }

  private async write(path: string, note: string): Promise<void> {
    await writeFile(path, `${note}\n`, { mode: 0o600, flag: 'wx' });
  }

  /** SHA-256 of what is in a file. */
  async hash({ path }: DroppedFile): Promise<string> {
    const hash = createHash('sha256');
    await pipeline(createReadStream(path, { flags: NOT_FOLLOWED as unknown as string }), hash);
    return hash.digest('hex');
  }

  async wasImported(hash: string): Promise<boolean> {
    try {
      return (await readFile(join(this.path, IMPORTED), 'utf8')).split('\n').includes(hash);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
      throw error;
    }
  }

  async rememberImported(hash: string): Promise<void> {
    await appendFile(join(this.path, IMPORTED), `${hash}\n`);
  }

  /** Files at the top and one folder below. What is only linked here is not ours to read. */
  private async dropped(): Promise<DroppedFile[]> {
    const files: DroppedFile[] = [];
    for (const entry of await readdir(this.path, { withFileTypes: true })) {
      if (entry.isFile()) files.push({ name: entry.name, folder: null, path: join(this.path, entry.name) });
      if (!entry.isDirectory() || entry.name.startsWith('.') || OWN.some((own) => own === entry.name)) continue;
      for (const inside of await readdir(join(this.path, entry.name), { withFileTypes: true }))
        if (inside.isFile())
          files.push({ name: inside.name, folder: entry.name, path: join(this.path, entry.name, inside.name) });
    }
    return files.filter(({ name }) => !UNFINISHED.test(name));
  }
}

/** Opening a link this way fails. Where the system knows no such thing, it is nothing. */
const NOT_FOLLOWED = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);

/** The folder in the name of a file that is worked on: one below the inbox and no other place, else the inbox itself. */
function folderOf(written: string): string | null {
  let folder: string;
  try {
    folder = decodeURIComponent(written);
  } catch {
    return null;
  }
  const isInside = basename(folder) === folder && !['', '.', '..'].includes(folder) && !folder.includes('\0');
  return isInside && !OWN.some((own) => own === folder) ? folder : null;
}

/** A path in the folder that is not taken yet. */
function free(folder: string, name: string): string {
  const { name: stem, ext } = parse(name);
  for (let count = 1; ; count++) {
    const path = join(folder, count === 1 ? name : `${stem} (${count})${ext}`);
    if (!existsSync(path)) return path;
  }
}
