import { MOST_ESSAY_VERSIONS, MOST_ESSAYS } from '@moodline/assistants/contract';
import { DomainError } from '@moodline/shared/http';

/** Somebody keeps as many essays as one person may. */
export class TooManyEssaysError extends DomainError {
  constructor() {
    super('too-many-essays', `You keep ${MOST_ESSAYS} essays already. Remove one first.`, 409, { most: MOST_ESSAYS });
  }
}

/** An essay has as many versions as one may. */
export class TooManyEssayVersionsError extends DomainError {
  constructor() {
    super(
      'too-many-essay-versions',
      `This essay has ${MOST_ESSAY_VERSIONS} versions already. Keep it as a new essay.`,
      409,
      { most: MOST_ESSAY_VERSIONS },
    );
  }
}
