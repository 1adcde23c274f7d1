/** English words of the backups domain. */
export const en = {
  errors: {
    'backup-passphrase-missing': 'Nothing was changed: enter the passphrase first with which backups are sealed.',
    'backup-running': 'A backup is being made already. Wait until it is there.',
    'backup-disk-full':
      'The disk with the backup folder is full. The former backups are kept. Free some space, or keep fewer.',
    'backup-not-writable':
      'Moodline cannot write to the backup folder. Give it that right, or set BACKUP_FOLDER to another folder.',
    'backup-failed': 'The backup did not succeed; the log says why. The former backups are kept.',
  },
  backups: {
    title: 'Backup',
    text: 'Comments, labels, reports, people, settings and keys in one file that only your passphrase opens. Not in it: models that were downloaded, files of the inbox, logs, and who is signed in.',
    loading: 'Looking for backups …',
    failed: 'The backups could not be loaded.',
    tryAgain: 'Try again',
    last: 'Last backup: {{ time }}',
    none: 'There is no backup yet.',
    running: 'A backup is being made …',
    problem: 'The last backup failed',
    nightly: 'Make a backup every night',
    hour: 'At',
    hourHint: 'In the time zone of the workspace. If Moodline is off then, it is made at the next start.',
    keep: 'Backups to keep',
    keepHint: 'From 1 to 60; older ones are removed.',
    keepWrong: 'Enter a number from 1 to 60.',
    passphrase: 'Passphrase',
    passphraseHint:
      'At least 12 characters. Write it down somewhere else: without it nobody can read a backup, not even you.',
    passphraseKept: 'There is one. Leave this empty to keep it; a new one is for new backups only.',
    passphraseShort: 'It is too short: at least 12 characters.',
    passphraseNeeded: 'Enter a passphrase; without one no backup is made.',
    save: 'Save',
    saving: 'Saving …',
    saved: 'Saved',
    now: 'Back up now',
    download: 'Download',
    downloadOne: 'Download the backup of {{ time }}',
    files: 'Backups on the server',
    folder: 'They lie in {{ folder }}. Copy them to another disk from time to time.',
    restore: 'To restore one, stop Moodline and run on its machine:',
  },
};
