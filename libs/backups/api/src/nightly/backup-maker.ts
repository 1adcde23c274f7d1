import { join } from 'node:path';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Backups, ChangeBackupPlan } from '@moodline/backups/contract';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { SecretBox } from '@moodline/shared/secrets';
import type { ReadStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { BackupBusyError, PassphraseMissingError } from '../backups.errors';
import { writeBackup } from '../backup-writer';
import { DatabaseUrl } from '../database/database-url.query';
import { InstallationFiles } from '../restore/installation-files';
import { BackupFolder } from './backup-folder';
import { BackupPlanRepository } from './backup-plan.repository';

/** Makes backups: into the folder, at night or on request, and out of the house. */
@Injectable()
export class BackupMaker {
  private readonly logger = new Logger(BackupMaker.name);
  private readonly folder: BackupFolder;
  private readonly files: InstallationFiles;
  private running: Promise<void> | null = null;

  constructor(
    private readonly plans: BackupPlanRepository,
    private readonly secrets: SecretBox,
    private readonly database: DatabaseUrl,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.folder = new BackupFolder(settings.BACKUP_FOLDER ?? join(settings.dataDir, 'backups'));
    this.files = new InstallationFiles(settings);
  }

  async state(workspaceId: number): Promise<Backups> {
    const { nightly, hour, keep, sealedPassphrase, finishedAt, problem } = await this.plans.find(workspaceId);
    return {
      ...{ nightly, hour, keep, problem },
      hasPassphrase: sealedPassphrase !== null,
      folder: this.folder.path,
      running: this.running !== null,
      finishedAt: finishedAt?.toISOString() ?? null,
      files: await this.folder.list(),
    };
  }

  /** @throws PassphraseMissingError where nights are wanted and nothing to seal with is known */
  async change(workspaceId: number, { passphrase, ...plan }: ChangeBackupPlan): Promise<void> {
    const { sealedPassphrase } = await this.plans.find(workspaceId);
    if (plan.nightly && !passphrase && !sealedPassphrase) throw new PassphraseMissingError();
    await this.plans.save(workspaceId, {
      ...plan,
      ...(passphrase && { sealedPassphrase: this.secrets.seal(passphrase) }),
    });
  }

  /** Begins one into the folder; `state` tells how it goes. @throws PassphraseMissingError, BackupBusyError */
  async begin(workspaceId: number): Promise<void> {
    const { sealedPassphrase } = await this.plans.find(workspaceId);
    if (!sealedPassphrase) throw new PassphraseMissingError();
    if (this.running) throw new BackupBusyError();
    void this.make(workspaceId);
  }

  /** Makes one into the folder and removes what is beyond the number to keep. Never fails: what went wrong is written down. */
  make(workspaceId: number): Promise<void> {
    this.running ??= this.tryToMake(workspaceId).finally(() => (this.running = null));
    return this.running;
  }

  /** Writes one to somewhere else. */
  async export(passphrase: string, out: Writable): Promise<void> {
    await writeBackup({ url: this.database.url, keys: this.files.read(), passphrase }, out);
  }

  /** One of the folder to read; null where there is none of this name. */
  read(name: string): Promise<{ readonly bytes: number; readonly stream: ReadStream } | null> {
    return this.folder.read(name);
  }

  /** Waits for the one that is being made. */
  async settle(): Promise<void> {
    await this.running;
  }

  private async tryToMake(workspaceId: number): Promise<void> {
    try {
      const { sealedPassphrase, keep } = await this.plans.find(workspaceId);
      if (!sealedPassphrase) throw new PassphraseMissingError();
      const passphrase = this.secrets.open(sealedPassphrase);
      const name = await this.folder.add(new Date(), (out) => this.export(passphrase, out));
      await this.folder.prune(keep);
      await this.plans.save(workspaceId, { finishedAt: new Date(), problem: null });
      this.logger.log(`The backup ${name} was made`);
    } catch (error) {
      const problem = problemOf(error as NodeJS.ErrnoException, this.folder.path);
      this.logger.error(`No backup was made: ${problem.message}`);
      await this.plans.save(workspaceId, { problem }).catch((failed: Error) => this.logger.error(failed.message));
    }
  }
}

/** What went wrong, and what to do. */
function problemOf({ code, message }: NodeJS.ErrnoException, folder: string): NonNullable<Backups['problem']> {
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return {
      code: 'backup-disk-full',
      message: `The disk that holds ${folder} is full. The former backups are kept. Free some space, or keep fewer.`,
    };
  if (code && ['EACCES', 'EPERM', 'EROFS', 'EEXIST', 'ENOTDIR'].includes(code))
    return {
      code: 'backup-not-writable',
      message: `Moodline cannot write to ${folder} (${code}). Give it that right, or set BACKUP_FOLDER.`,
    };
  return { code: 'backup-failed', message };
}
