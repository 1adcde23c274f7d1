import { DomainError } from '@moodline/shared/http';

/** Two monitors of a workspace cannot bear the same name. */
export class MonitorNameTakenError extends DomainError {
  constructor(name: string) {
    super('monitor-name-taken', `There is a monitor named "${name}" already. Choose another name.`, 409);
  }
}

/** Nobody waits for the preview any more. */
export class PreviewCancelledError extends DomainError {
  constructor() {
    super('preview-cancelled', 'The preview was cancelled.', 499);
  }
}
