/** The section of the settings page about backups. */
export const loadBackupSettings = () => import('./backup-settings/backup-settings').then((file) => file.BackupSettings);
