import { DomainError } from '@moodline/shared/http';

/** The comment has its answer at the source. */
export class AlreadyAnsweredError extends DomainError {
  constructor() {
    super('already-answered', 'This comment has been answered already. Nothing was sent or changed.', 409);
  }
}

/** An answer was being sent, and nobody knows whether it arrived. */
export class SendingUnclearError extends DomainError {
  /** @param since when that was */
  constructor(since: Date) {
    super(
      'sending-unclear',
      'An answer to this comment was being sent, and it is not known whether it arrived. Look at the original: if it stands there, press Answered; if not, send it again.',
      409,
      { since: since.toISOString() },
    );
  }
}

/** Programs draft; people send. */
export class PersonSendsError extends DomainError {
  constructor() {
    super(
      'person-sends',
      'Answers are sent by people who are signed in. Keys may draft them and mark them as answered.',
      403,
    );
  }
}
