/** A backup cannot be written or read. The message says what is wrong, what was kept and what to do. */
export class BackupError extends Error {
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}

export const notABackup = () =>
  new BackupError('no-backup', 'This is not a backup of Moodline, or its beginning was lost. Nothing was changed.');

export const wrongPassphrase = () =>
  new BackupError(
    'wrong-passphrase',
    'The passphrase does not open this backup. Nothing was changed. Try it again; without the passphrase a backup cannot be read by anybody.',
  );

export const cutOff = () =>
  new BackupError(
    'backup-cut-off',
    'The backup is not whole: it ends too early. Nothing was changed. Copy the file again, or take an older backup.',
  );

/** @param at offset of the first byte of the frame, from the beginning of the file */
export const changed = (at: number) =>
  new BackupError(
    'backup-changed',
    `The backup was damaged or changed near byte ${at}. Nothing was changed here. Copy the file again, or take an older backup.`,
  );

/** The layout is unknown: the file opens, and was written by a Moodline that is newer than this one. */
export const newerBackup = (what: string) =>
  new BackupError(
    'backup-newer',
    `The backup was made by a newer Moodline (${what} is unknown here). Nothing was changed. Update Moodline, then restore it.`,
  );
