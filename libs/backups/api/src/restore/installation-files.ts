import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AUTHOR_KEY_FILE, loadAuthorKey } from '@moodline/comments/api';
import { travellingSettings, type Settings } from '@moodline/shared/config';
import { SECRET_KEY_FILE, secretKey } from '@moodline/shared/secrets';
import { BackupError } from '../format/backup-errors';
import type { InstallationKeys } from '../format/facts';

/** Ending of files that wait until the database has been replaced. */
const WAITING = '.restored';
/** Where the settings of the other installation are written down. */
export const SETTINGS_OF_BACKUP = 'settings-of-backup.env';
/** Keeps the demo away: an installation that was restored is not a new one. */
const DEMO_MARK = 'demo-seeded';

/** The files of the data folder that belong to the database: without them names cannot be hashed and keys cannot be read. */
export class InstallationFiles {
  constructor(private readonly settings: Pick<Settings, 'dataDir' | 'SECRET_KEY'>) {}

  /** What travels with a backup. */
  read(): InstallationKeys {
    return {
      authorKey: loadAuthorKey(this.settings.dataDir).toString('hex'),
      secretKey: secretKey(this.settings).toString('hex'),
      settings: travellingSettings(),
    };
  }

  /** The key in use by which names of authors are hashed; null where there is none yet. */
  authorKey(): string | null {
    return existsSync(this.path(AUTHOR_KEY_FILE)) ? loadAuthorKey(this.settings.dataDir).toString('hex') : null;
  }

  /** @throws BackupError where SECRET_KEY is set to something that opens nothing of the backup */
  check({ secretKey: theirs }: InstallationKeys): void {
    if (this.settings.SECRET_KEY && secretKey(this.settings).toString('hex') !== theirs)
      throw new BackupError(
        'other-secret-key',
        'SECRET_KEY is set here, and the keys in the backup are sealed with another one. Nothing was changed. Set the SECRET_KEY of that installation, or take SECRET_KEY away: the backup brings its key along.',
      );
  }

  /** Lays the files of a backup down beside those in use. Only while the staging schema is there, see `settleRestore`. */
  prepare(keys: InstallationKeys): void {
    mkdirSync(this.settings.dataDir, { recursive: true, mode: 0o711 });
    this.write(AUTHOR_KEY_FILE + WAITING, keys.authorKey);
    if (!this.settings.SECRET_KEY) this.write(SECRET_KEY_FILE + WAITING, keys.secretKey);
    const lines = Object.entries(keys.settings).map(([name, value]) => `${name}=${JSON.stringify(value)}\n`);
    this.write(SETTINGS_OF_BACKUP + WAITING, lines.join(''));
    this.write(DEMO_MARK + WAITING, `${new Date().toISOString()}\n`);
  }

  /** Whether files wait. */
  get waiting(): boolean {
    return this.names().some((name) => existsSync(this.path(name + WAITING)));
  }

  /** Puts the files that wait into place; those that are there already stay. */
  commit(): void {
    for (const name of this.names())
      if (existsSync(this.path(name + WAITING))) renameSync(this.path(name + WAITING), this.path(name));
  }

  discard(): void {
    for (const name of this.names()) rmSync(this.path(name + WAITING), { force: true });
  }

  private names(): string[] {
    return [AUTHOR_KEY_FILE, SECRET_KEY_FILE, SETTINGS_OF_BACKUP, DEMO_MARK];
  }

  private write(name: string, text: string): void {
    writeFileSync(this.path(name), text, { mode: 0o600 });
  }

  private path(name: string): string {
    return join(this.settings.dataDir, name);
  }
}
