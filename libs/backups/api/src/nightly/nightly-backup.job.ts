import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { Beat } from '@moodline/shared/work';
import { BackupMaker } from './backup-maker';
import { BackupPlanRepository } from './backup-plan.repository';
import { DueBackupsQuery } from './due-backups.query';

const EVERY_MS = 60_000;

/** Makes the backups that are due, in the process that serves the API: its data folder is the one of the installation. */
@Injectable()
export class NightlyBackupJob implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly beat = new Beat(() => this.look(), { name: 'Nightly backups', everyMs: EVERY_MS });

  constructor(
    private readonly dueBackups: DueBackupsQuery,
    private readonly plans: BackupPlanRepository,
    private readonly maker: BackupMaker,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.MOODLINE_ROLES.includes('api')) this.beat.start();
  }

  /** While the database is still there. */
  async onModuleDestroy(): Promise<void> {
    await this.beat.stop();
    await this.maker.settle();
  }

  /** Makes what is due. */
  async look(): Promise<void> {
    for (const { workspaceId, since } of await this.dueBackups.due())
      if (await this.plans.claim(workspaceId, since)) await this.maker.make(workspaceId);
  }
}
