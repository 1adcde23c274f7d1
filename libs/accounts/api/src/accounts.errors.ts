import { DomainError } from '@moodline/shared/http';

export class OwnerMissingError extends DomainError {
  constructor() {
    super(
      'owner-missing',
      'Nobody owns this Moodline yet. Open the owner link that npm start printed, or print a new one: npm run -s moodline -- owner-link',
      403,
    );
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

/** Only whoever knows the password is told. */
export class SecondFactorNeededError extends DomainError {
  constructor() {
    super('second-factor-needed', 'Give the code of your authenticator app, too, or a recovery code.', 401);
  }
}

export class WrongCodeError extends DomainError {
  constructor() {
    super(
      'wrong-code',
      'The code does not fit, or was used already. Wait for the next one of your authenticator app, and look whether the clock of the device is right.',
      400,
    );
  }
}

export class SecondFactorOnError extends DomainError {
  constructor() {
    super(
      'second-factor-on',
      'The second step is on already. Turn it off first to set it up anew. Nothing was changed.',
      409,
    );
  }
}

export class PasswordMissingError extends DomainError {
  constructor() {
    super('password-missing', 'Set a password first: the second step comes after it. Nothing was changed.', 409);
  }
}

export class CurrentPasswordError extends DomainError {
  constructor() {
    super('current-password', 'The current password does not fit. Nothing was changed.', 400);
  }
}

export class EmailTakenError extends DomainError {
  constructor() {
    super('email-taken', 'Somebody else here signs in with this e-mail address. Nothing was changed.', 409);
  }
}

export class LastOwnerError extends DomainError {
  constructor() {
    super('last-owner', 'There has to be an owner. Make somebody else an owner first. Nothing was changed.', 409);
  }
}

/** Used, too old, or ended by a newer one: it is not told which. */
export class LinkEndedError extends DomainError {
  constructor() {
    super('link-ended', 'This link was used already, or its time is over. Ask for a new one.', 410);
  }
}

export class TooManyAttemptsError extends DomainError {
  constructor(minutes: number) {
    super(
      'too-many-attempts',
      `There were too many wrong passwords or codes for this account. Try again in ${minutes} minutes, or use a link.`,
      429,
    );
  }
}

export class OwnerSetupError extends DomainError {
  constructor(reason: string) {
    super('owner-setup', `The owner was not made: ${reason}. Nothing was changed; mend it and start again.`, 400);
  }
}

export class KeyNameTakenError extends DomainError {
  constructor(name: string) {
    super('key-name-taken', `There is a key named "${name}" already. Choose another name, or end that one first.`, 409);
  }
}

/** A person has saved as many views as a list can hold. */
export class TooManyViewsError extends DomainError {
  constructor(most: number) {
    super('too-many-views', `You have ${most} saved views already. Remove one that you no longer need.`, 409);
  }
}
