import { DomainError } from '@moodline/shared/http';

/** One re-labelling at a time: two would compete for the model and for what counts. */
export class RelabellingOpenError extends DomainError {
  constructor() {
    super('relabelling-open', 'Another re-labelling is open. Switch to it, or discard it first.', 409);
  }
}

/** There is no comment to label again. */
export class NothingToRelabelError extends DomainError {
  constructor() {
    super('relabelling-nothing', 'There are no labelled comments in this period.', 422);
  }
}

/** What was asked for does not fit the state that the re-labelling is in. */
export class RelabellingStateError extends DomainError {
  constructor(state: string) {
    super('relabelling-state', `This is not possible while the re-labelling is ${state}.`, 409, { state });
  }
}
