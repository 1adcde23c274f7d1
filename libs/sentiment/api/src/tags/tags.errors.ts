import { DomainError } from '@moodline/shared/http';

export class ThresholdTooLowError extends DomainError {
  constructor(lowest: number) {
    super(
      'tag-threshold-too-low',
      `Probabilities below ${lowest} are not kept for this tag. Choose a higher one.`,
      409,
      {
        lowest,
      },
    );
  }
}
