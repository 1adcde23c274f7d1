export * from './backups.module';
export { BackupError } from './format/backup-errors';
export { InstallationFiles, SETTINGS_OF_BACKUP } from './restore/installation-files';
export { restoreBackup, settleRestore, type Restored, type RestoreTalk } from './restore/backup-restorer';
