import { DomainError } from '@moodline/shared/http';

/**
 * What became of a message that was not taken: `refused` for good, to be tried `later`, or `unknown`: its bytes were on their way when
 * the connection broke, and it may have arrived.
 */
export type Fate = 'refused' | 'later' | 'unknown';

/** A message was not delivered, as far as it is known. The message is for the people who set the channel up. */
export class DeliveryError extends DomainError {
  /** @param waitMs the service asked not to be called before */
  constructor(
    code: string,
    message: string,
    readonly fate: Fate,
    readonly waitMs = 0,
  ) {
    super(code, message, 422);
  }
}
