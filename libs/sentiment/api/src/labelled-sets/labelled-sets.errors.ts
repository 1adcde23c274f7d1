import { SET_LIMITS } from '@moodline/sentiment/contract';
import { DomainError } from '@moodline/shared/http';

export class SetTooLargeError extends DomainError {
  constructor(reason: 'bytes' | 'rows') {
    const limit =
      reason === 'bytes' ? `${SET_LIMITS.bytes / 1024 / 1024} MB` : `${SET_LIMITS.rows.toLocaleString('en')} rows`;
    super('set-too-large', `A labelled set may have at most ${limit}. Nothing was stored; split the file.`, 413, {
      limit,
    });
  }
}

export class SetUnreadableError extends DomainError {
  constructor(what: string) {
    super('set-unreadable', `The file cannot be read: ${what}. Nothing was stored.`, 400, { what });
  }
}

export class SetColumnsError extends DomainError {
  constructor(columns: readonly string[]) {
    const found = columns
      .slice(0, 20)
      .map((column) => column.slice(0, 40))
      .join(', ');
    super(
      'set-columns',
      `The file needs a column with texts and one with labels (such as text and label); found: ${found || 'none'}. Nothing was stored.`,
      400,
      { found },
    );
  }
}

export class SetAmbiguousError extends DomainError {
  constructor() {
    super(
      'set-ambiguous',
      'The labels are only 0 and 1, and 0 can mean negative or neutral. Write words (positive, neutral, negative) or 1, 0 and -1. Nothing was stored.',
    );
  }
}

export class SetEmptyError extends DomainError {
  constructor(details: unknown) {
    super(
      'set-empty',
      'No row of the file has both a text and a label that is understood. Nothing was stored.',
      400,
      details,
    );
  }
}

export class SetNameTakenError extends DomainError {
  constructor(name: string) {
    super('set-name-taken', `There is a labelled set called “${name}” already. Choose another name.`, 409, { name });
  }
}
