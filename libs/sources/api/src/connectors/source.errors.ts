import { DomainError } from '@moodline/shared/http';

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
