import { LONGEST_PROMPT, MOST_OWN_ROLES, MOST_PROMPT_TOKENS } from '@moodline/sentiment/contract';
import { DomainError } from '@moodline/shared/http';

/** A prompt without words. */
export class EmptyPromptError extends DomainError {
  constructor() {
    super('role-prompt-empty', 'The prompt is empty. Write what the model shall do.', 422);
  }
}

/** A prompt that leaves too little room for the texts. */
export class LongPromptError extends DomainError {
  constructor(characters: number, tokens: number) {
    super(
      'role-prompt-too-long',
      `The prompt is too long: ${characters} characters, about ${tokens} tokens. At most ${LONGEST_PROMPT} characters and ${MOST_PROMPT_TOKENS} tokens fit.`,
      422,
      { characters, tokens },
    );
  }
}

/** A draft that says what a version says already. */
export class SamePromptError extends DomainError {
  constructor(version: number) {
    super('role-prompt-same', `Version ${version} has this very prompt. Use that one, or change something.`, 409, {
      version,
    });
  }
}

/** A label version that nobody has measured is about to decide all numbers. */
export class NotEvaluatedError extends DomainError {
  constructor(version: number) {
    super(
      'role-not-evaluated',
      `Version ${version} was never evaluated. Evaluate it first, or confirm that it shall be used without.`,
      409,
      { version },
    );
  }
}

/** A workspace has as many roles of its own as it may. */
export class TooManyRolesError extends DomainError {
  constructor() {
    super('too-many-roles', `There are ${MOST_OWN_ROLES} roles of your own already. Remove one first.`, 409, {
      most: MOST_OWN_ROLES,
    });
  }
}
