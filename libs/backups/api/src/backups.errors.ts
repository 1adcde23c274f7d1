import { DomainError } from '@moodline/shared/http';

export class PassphraseMissingError extends DomainError {
  constructor() {
    super(
      'backup-passphrase-missing',
      'Nothing was changed: set the passphrase first with which backups are sealed.',
      409,
    );
  }
}

export class BackupBusyError extends DomainError {
  constructor() {
    super('backup-running', 'A backup is being made already. Wait until it is there.', 409);
  }
}
