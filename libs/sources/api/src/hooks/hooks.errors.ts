import { DomainError } from '@moodline/shared/http';

/** There is nothing at this address: no such source, none that takes deliveries, or one without a secret. All three look the same from outside. */
export class UnknownHookError extends DomainError {
  constructor() {
    super('not-found', 'There is nothing at this address.', 404);
  }
}

/** The delivery is not signed with the secret of the source, or not just now. */
export class HookSignatureError extends DomainError {
  constructor(reason: string) {
    super('hook-signature', `The delivery was refused: ${reason}`, 401);
  }
}

/** More than fits into one delivery. */
export class HookTooLargeError extends DomainError {
  constructor(most: string) {
    super('hook-too-large', `The delivery is too large. Send at most ${most} at once.`, 413);
  }
}

/** The body is not one comment and no list of comments. */
export class HookBodyError extends DomainError {
  constructor() {
    super('hook-body', 'The body should be JSON: one comment, a list of comments, or {"comments":[…]}.', 400);
  }
}

/** Only sources of the kind webhook have a secret to sign with. */
export class NotAHookError extends DomainError {
  constructor() {
    super('not-a-hook', 'Nothing is sent to this source. Add a source of the kind webhook.', 409);
  }
}
