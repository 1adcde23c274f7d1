import { en } from './i18n/en';
import { zh } from './i18n/zh';

/** Words of the backups domain. */
export const backupsWords = { en, zh };

/** The section of the settings page about backups. */
export const loadBackupSettings = () => import('./backup-settings/backup-settings').then((file) => file.BackupSettings);

/** Words of the domain in Japanese, fetched when they are shown. */
export const loadBackupsJa = () => import('./i18n/ja').then(({ ja }) => ja);
