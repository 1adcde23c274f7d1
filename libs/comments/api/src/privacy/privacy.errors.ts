import { DomainError } from '@moodline/shared/http';

/** The comment carries no author, or retention has erased what it could be recognised by. */
export class NothingToForgetError extends DomainError {
  constructor() {
    super(
      'nothing-to-forget',
      'This comment carries nothing to forget others by: it came without an author, or its text was erased already.',
      409,
    );
  }
}
