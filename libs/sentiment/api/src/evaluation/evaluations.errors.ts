import { DomainError } from '@moodline/shared/http';

export class EvaluationEmptyError extends DomainError {
  constructor() {
    super(
      'evaluation-empty',
      'There is nothing to measure by: nobody has labelled a comment yet. Label some in the review queue first.',
      409,
    );
  }
}

export class EvaluationModelError extends DomainError {
  constructor(model: string, current: string) {
    super(
      'evaluation-model',
      `The model ${model} does not label at the moment (${current} does), and not all of its labels are stored. Choose it in the settings first.`,
      409,
      { model, current },
    );
  }
}
