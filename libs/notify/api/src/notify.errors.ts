import { DomainError } from '@moodline/shared/http';

/** Two channels of one workspace cannot have the same name. */
export class ChannelNameTakenError extends DomainError {
  constructor(name: string) {
    super('channel-name-taken', `There is a channel named "${name}" already. Choose another name.`, 409);
  }
}

/** Somebody else changed settings or secrets of the channel at the same moment. */
export class ChannelEditedError extends DomainError {
  constructor() {
    super(
      'channel-edited',
      'Somebody else changed this channel just now. Nothing was changed: open it again and repeat the change.',
      409,
    );
  }
}

/** Only what failed, or may have, can be sent again. */
export class NotRetriableError extends DomainError {
  constructor(state: string) {
    super('delivery-not-retriable', `A delivery that is ${state} is not sent again.`, 409);
  }
}
