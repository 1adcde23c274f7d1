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
    super(
      'not-readable',
      'This source is not read by Moodline, so it has no schedule and no runs on demand. Import a file again to bring its comments.',
      409,
    );
  }
}

/** The source is being read at this moment, or waits for a worker. */
export class AlreadyRunningError extends DomainError {
  constructor() {
    super(
      'already-running',
      'This source is being read right now, or waits for its turn. Wait until the run is over.',
      409,
    );
  }
}

/** A text that is neither a preset nor a cron expression. */
export class UnreadableScheduleError extends DomainError {
  /** @param why a sentence */
  constructor(why: string) {
    super(
      'schedule-unreadable',
      `This is no schedule Moodline can read. A cron expression looks like "0 9 * * 1-5" (9:00 on working days). ${why}`,
      400,
    );
  }
}

/** A schedule that sites would take for an attack. */
export class ScheduleTooOftenError extends DomainError {
  constructor() {
    super(
      'schedule-too-often',
      'This schedule would read the source more often than every five minutes. Leave at least five minutes between two runs.',
      400,
    );
  }
}

/** A schedule of days that do not exist. */
export class ScheduleNeverError extends DomainError {
  constructor() {
    super('schedule-never', 'This schedule never comes, for example a 31st of February. Choose days that exist.', 400);
  }
}

/** Kinds that can only be asked for what is new. */
export class NoBackfillError extends DomainError {
  constructor() {
    super(
      'no-backfill',
      'This kind of source cannot be asked for older comments. Import an export of the site instead.',
      409,
    );
  }
}

/** A source has one backfill at a time. */
export class BackfillRunningError extends DomainError {
  constructor() {
    super(
      'backfill-running',
      'An older backfill of this source is not over yet. Wait for it, or cancel it first.',
      409,
    );
  }
}

/** Only a backfill that is not over can be changed. */
export class NoOpenBackfillError extends DomainError {
  constructor() {
    super('no-open-backfill', 'There is no backfill of this source that could be changed; the last one is over.', 409);
  }
}

/** Somebody paused or cancelled the backfill while a slice of it was being read. What was read by then is stored. */
export class BackfillStoppedError extends DomainError {
  constructor() {
    super('backfill-stopped', 'The backfill was paused or cancelled.', 409);
  }
}

/** Somebody changed the settings of the source while it was read by the former ones. What was read by then is stored. */
export class SettingsChangedError extends DomainError {
  constructor() {
    super('settings-changed', 'The settings of the source were changed. It is read anew by those in force.', 409);
  }
}

/** Somebody else changed settings or keys of the source at the same moment. */
export class SourceEditedError extends DomainError {
  constructor() {
    super(
      'source-edited',
      'Somebody else changed this source just now. Nothing was changed: open it again and repeat the change.',
      409,
    );
  }
}

/** The run was ended by somebody else: it was cut off, or its source was removed. */
export class RunEndedError extends DomainError {
  constructor() {
    super(
      'run-ended',
      'The run was ended before it was over: its source was removed, or it gave no sign of life for two minutes.',
      409,
    );
  }
}

/** Nothing new is brought to a source that is about to be removed. */
export class SourceLeavingError extends DomainError {
  constructor(name: string) {
    super('source-leaving', `The source “${name}” is about to be removed. Keep it first, or choose another name.`, 409);
  }
}

/** Its comments are going already. */
export class SourceGoneError extends DomainError {
  constructor() {
    super('source-going', 'The ten minutes are over: the source is being removed and cannot be kept any more.', 409);
  }
}
