import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isAlive, thisProcess, type ProcessMark } from '@moodline/shared/work';
import { StartError } from './start-error';

/** Less free space than this and the database would soon stop in the middle of a write. */
const MINIMUM_FREE = 300 * 1024 * 1024;
/** How long a start waits for a Moodline that is ending. */
const PATIENCE_MS = 2000;
const LOG_LIMIT = 20 * 1024 * 1024;

interface Lock extends ProcessMark {
  readonly port: number;
}

/** The data folder: who uses it, whether there is room, and the file by which the CLI finds the server. */
export class DataFolder {
  private readonly lockFile: string;
  private readonly accessFile: string;
  private locked = false;

  constructor(readonly path: string) {
    this.lockFile = join(path, 'moodline.lock');
    this.accessFile = join(path, 'access.json');
  }

  get logFile(): string {
    return join(this.path, 'moodline.log');
  }

  /** Takes the folder for this process. A lock whose process is gone (killed, power cut) is taken over. */
  async open(port: number): Promise<void> {
    this.make();
    await this.checkSpace();
    const holder = await this.holderThatStays();
    if (holder)
      throw new StartError(
        `The data folder ${this.path} is in use by the Moodline that runs as process ${holder.pid} on port ${holder.port}. Stop it, or choose another folder with --data.`,
      );
    rmSync(this.lockFile, { force: true });
    try {
      writeFileSync(this.lockFile, JSON.stringify({ ...thisProcess(), port } satisfies Lock), { flag: 'wx' });
    } catch (error) {
      throw new StartError(
        `The data folder ${this.path} was taken by another Moodline just now. Stop it, or choose another folder with --data.`,
        { cause: error },
      );
    }
    this.locked = true;
    if (existsSync(this.logFile) && statSync(this.logFile).size > LOG_LIMIT)
      renameSync(this.logFile, `${this.logFile}.1`);
  }

  /** Leaves address and token for the CLI, readable by the owner of the folder only. */
  writeAccess(url: string, token: string): void {
    rmSync(this.accessFile, { force: true });
    writeFileSync(this.accessFile, JSON.stringify({ url, token }, null, 2), { mode: 0o600 });
    chmodSync(this.accessFile, 0o600);
  }

  close(): void {
    if (!this.locked) return;
    rmSync(this.accessFile, { force: true });
    rmSync(this.lockFile, { force: true });
    this.locked = false;
  }

  private make(): void {
    try {
      // Others may pass through to the database's folder, which belongs to its own user, and see nothing.
      mkdirSync(this.path, { recursive: true, mode: 0o711 });
    } catch (error) {
      throw new StartError(
        `The data folder ${this.path} cannot be made: ${(error as Error).message}. Choose another with --data.`,
        { cause: error },
      );
    }
  }

  private async checkSpace(): Promise<void> {
    const { bavail, bsize } = await statfs(this.path);
    const free = bavail * bsize;
    if (free < MINIMUM_FREE)
      throw new StartError(
        `The disk that holds ${this.path} is full (${Math.round(free / 1e6)} MB free, 300 MB needed). Free some space, or choose another folder with --data.`,
      );
  }

  /** Who holds the folder, after a moment for one that is just ending. */
  private async holderThatStays(): Promise<Lock | null> {
    for (let waited = 0; waited < PATIENCE_MS && this.holder(); waited += 100) await setTimeout(100);
    return this.holder();
  }

  private holder(): Lock | null {
    try {
      const lock = JSON.parse(readFileSync(this.lockFile, 'utf8')) as Lock;
      return isAlive(lock) ? lock : null;
    } catch {
      return null; // No lock, or one that a power cut left empty: nobody holds the folder.
    }
  }
}
