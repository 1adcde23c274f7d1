import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { appendFile, lstat, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
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
    for (const folder of OWN) await mkdir(join(this.path, folder), { recursive: true });
    for (const name of await readdir(join(this.path, 'working'))) {
      const [, pid, born = null, folder, file] = /^(\d+)(?:-(\d+))?~([^~]*)~(.+)$/s.exec(name) ?? [];
      if (!pid || !file || (Number(pid) !== process.pid && lives({ pid: Number(pid), born }))) continue;
      await this.giveBack({
        name: file,
        folder: folder ? decodeURIComponent(folder) : null,
        path: join(this.path, 'working', name),
      });
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
      return { name, folder, path: claimed, size: (await lstat(claimed)).size };
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

  /** Puts a file aside for good, with a note beside it when there is something to say. */
  async putAside({ name, path }: DroppedFile, where: 'done' | 'failed', note: string | null): Promise<void> {
    const target = free(join(this.path, where), name);
    await rename(path, target);
    if (note) await writeFile(`${target}.${where === 'failed' ? 'reason' : 'rejected'}.txt`, `${note}\n`);
  }

  /** SHA-256 of what is in a file. */
  async hash({ path }: DroppedFile): Promise<string> {
    const hash = createHash('sha256');
    await pipeline(createReadStream(path), hash);
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

/** A path in the folder that is not taken yet. */
function free(folder: string, name: string): string {
  const { name: stem, ext } = parse(name);
  for (let count = 1; ; count++) {
    const path = join(folder, count === 1 ? name : `${stem} (${count})${ext}`);
    if (!existsSync(path)) return path;
  }
}
