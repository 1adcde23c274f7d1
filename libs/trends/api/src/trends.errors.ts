import { DomainError } from '@moodline/shared/http';

/** The step is too short for the period: the line would have more points than anybody can read. */
export class TooManyPointsError extends DomainError {
  constructor(limit: number) {
    super(
      'too-many-points',
      `This period in this step has more than ${limit} points. Choose a longer step or a shorter period.`,
    );
  }
}

/** A period that ends before it begins, or at once. */
export class EmptyPeriodError extends DomainError {
  constructor() {
    super('empty-period', 'The period ends before it begins. Choose an end after the start.');
  }
}
