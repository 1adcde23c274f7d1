import { DomainError } from '@moodline/shared/http';

/** Two sources of a workspace cannot bear the same name. */
export class NameTakenError extends DomainError {
  constructor(name: string) {
    super('source-name-taken', `There is a source named "${name}" already. Choose another name.`, 409);
  }
}

/** Files and the demo cannot be read again, and what is sent to Moodline is not asked for. */
export class NotReadableError extends DomainError {
  constructor() {
    super('not-readable', 'This source is not read by Moodline, so it has no schedule and no runs on demand. Import a file again to bring its comments.', 409);
  }
}

/** The source is being read at this moment. */
export class AlreadyRunningError extends DomainError {
  constructor() {
    super('already-running', 'This source is being read right now. Wait until the run is over.', 409);
  }
}

/** Only imports can be undone: another source would bring its comments again. */
export class NotAnImportError extends DomainError {
  constructor() {
    super('not-an-import', 'Only the import of a file can be undone.', 409);
  }
}

/** The run was ended by somebody else: it was cut off, or its source was removed. */
export class RunEndedError extends DomainError {
  constructor() {
    super('run-ended', 'The run was ended before it was over: its source was removed, or it gave no sign of life for two minutes.', 409);
  }
}
