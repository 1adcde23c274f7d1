import { DomainError } from '@moodline/shared/http';

/**
 * What can keep a source from being read, whichever kind it is. The interface translates these codes; a connector may add
 * its own where it knows more (`not-a-feed-format`).
 */
export const SOURCE_ERRORS = [
  'source-unauthorised',
  'source-blocked',
  'source-not-found',
  'source-rate-limited',
  'source-unavailable',
  'source-unreachable',
  'source-timed-out',
  'source-certificate',
  'source-too-large',
  'source-unexpected-answer',
  'malformed-answer',
  'robots-refused',
  'address-refused',
  'too-many-redirects',
  'secret-missing',
  'secret-unreadable',
] as const;

/** A source could not be read. The message is for the people who set it up. */
export class SourceError extends DomainError {
  /** @param retryAt the source asked not to be read before */
  constructor(
    code: string,
    message: string,
    readonly retryAt: Date | null = null,
    options: ErrorOptions = {},
  ) {
    super(code, message, 422);
    this.cause = options.cause;
  }
}
