import { Module } from '@nestjs/common';
import { SecretsModule } from '@moodline/shared/secrets';
import { BackupsController } from './backups.controller';
import { DatabaseUrl } from './database/database-url.query';
import { BackupMaker } from './nightly/backup-maker';
import { BackupPlanRepository } from './nightly/backup-plan.repository';
import { DueBackupsQuery } from './nightly/due-backups.query';
import { NightlyBackupJob } from './nightly/nightly-backup.job';

/** Makes backups of the whole installation, and restores them. */
@Module({
  imports: [SecretsModule],
  controllers: [BackupsController],
  providers: [BackupPlanRepository, DueBackupsQuery, DatabaseUrl, BackupMaker, NightlyBackupJob],
})
export class BackupsModule {}
