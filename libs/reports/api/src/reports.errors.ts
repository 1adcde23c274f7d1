import { MOST_PINS } from '@moodline/reports/contract';
import { DomainError } from '@moodline/shared/http';

/** Two reports of one workspace cannot have the same name. */
export class ReportNameTakenError extends DomainError {
  constructor(name: string) {
    super('report-name-taken', `There is a report named "${name}" already. Choose another name.`, 409);
  }
}

/** A mail server without an address to write to. */
export class NoAddressError extends DomainError {
  constructor(channel: string) {
    super('report-no-address', `The channel "${channel}" has no address. Enter at least one for this report.`, 400);
  }
}

/** A channel that is not there. */
export class UnknownChannelError extends DomainError {
  constructor(id: number) {
    super('report-unknown-channel', `The channel ${id} does not exist. Choose another one.`, 400);
  }
}

/** There is nobody to send it to. */
export class NoRecipientError extends DomainError {
  constructor() {
    super('report-no-recipient', 'This report has no recipient who wants it. Add one and save, then send it.', 409);
  }
}

/** A link that leads nowhere: expired, taken back, or never made. Which of these it is, is not told. */
export class LinkGoneError extends DomainError {
  constructor() {
    super('report-link-gone', 'This link does not lead to a report any more. Ask who sent it for a new one.', 404);
  }
}

/** What people have read is not changed behind their backs. */
export class IssueSentError extends DomainError {
  constructor() {
    super('report-issue-sent', 'This one was sent or shared, so it stays as it is. Make a new one and edit that.', 409);
  }
}

/** What is pinned to a report was told here, number by number. */
export class AnswerChangedError extends DomainError {
  constructor() {
    super(
      'report-answer-changed',
      'This answer is not as it was told, so it cannot be pinned. Ask the question again and pin the new answer.',
      400,
    );
  }
}

/** A report of so many answers is read by nobody. */
export class TooManyPinsError extends DomainError {
  constructor() {
    super(
      'report-too-many-pins',
      `${MOST_PINS} answers and charts are pinned to this report already. Send it, or pin to another one.`,
      409,
    );
  }
}

/** One that was left out has no content. */
export class IssueEmptyError extends DomainError {
  constructor() {
    super('report-issue-empty', 'Nothing was made at that time, so there is nothing to show.', 409);
  }
}
