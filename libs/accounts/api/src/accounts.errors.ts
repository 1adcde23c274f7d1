import { DomainError } from '@moodline/shared/http';

export class OwnerMissingError extends DomainError {
  constructor() {
    super('owner-missing', 'Nobody owns this Moodline yet. Open the owner link that npm start printed.', 403);
  }
}

export class SignInNeededError extends DomainError {
  constructor() {
    super('sign-in-needed', 'Sign in first, or send the token that lies in the data folder.', 401);
  }
}

export class ForbiddenError extends DomainError {
  constructor(permission: string) {
    super('forbidden', `Your role does not include ${permission}. Ask the owner.`, 403);
  }
}

export class ForeignOriginError extends DomainError {
  constructor() {
    super(
      'foreign-origin',
      'The request came from another site. If Moodline runs behind a proxy, set PUBLIC_URL to the address people use.',
      403,
    );
  }
}

export class WrongCredentialsError extends DomainError {
  constructor() {
    super(
      'wrong-credentials',
      'E-mail and password do not fit. Without a password, run "npm run -s moodline -- owner-link" for a link that signs you in.',
      401,
    );
  }
}

export class CurrentPasswordError extends DomainError {
  constructor() {
    super('current-password', 'The current password does not fit. Nothing was changed.', 400);
  }
}
