import { DomainError } from '@moodline/shared/http';

/** Two channels of one workspace cannot have the same name. */
export class ChannelNameTakenError extends DomainError {
  constructor(name: string) {
    super('channel-name-taken', `There is a channel named "${name}" already. Choose another name.`, 409);
  }
}

/** Only what failed, or may have, can be sent again. */
export class NotRetriableError extends DomainError {
  constructor(state: string) {
    super('delivery-not-retriable', `A delivery that is ${state} is not sent again.`, 409);
  }
}
