import { DomainError } from '@moodline/shared/http';
import { MOST_NOTES } from '@moodline/comments/contract';

export class CannotBeAssignedError extends DomainError {
  constructor(userId: number) {
    super(
      'cannot-be-assigned',
      'This person is not here any more, or may only read. Nothing was changed; choose somebody else.',
      422,
      { userId },
    );
  }
}

export class TooManyNotesError extends DomainError {
  constructor() {
    super('too-many-notes', `A comment has at most ${MOST_NOTES} notes. Remove one first.`, 409, { most: MOST_NOTES });
  }
}
