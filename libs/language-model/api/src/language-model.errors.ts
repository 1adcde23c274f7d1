import { DomainError } from '@moodline/shared/http';

/** The model does not run, and trying again at once is no use. */
export class ModelUnavailableError extends DomainError {
  constructor(reason: string) {
    super('model-unavailable', `The language model is not available: ${reason}`, 503);
  }
}

/** The model went down while a text was being streamed; what was shown is incomplete, and a second try might differ from it. */
export class WritingInterruptedError extends DomainError {
  constructor() {
    super('model-writing-interrupted', 'The language model stopped in the middle of its text. Please ask again.', 503);
  }
}

/** Prompt, input and answer together do not fit into the model's context. */
export class InputTooLongError extends DomainError {
  constructor() {
    super('model-input-too-long', 'The text is too long for the language model. Please shorten it.', 422);
  }
}

/** The model failed on this very request, or answered something that is no number. */
export class UnusableAnswerError extends DomainError {
  constructor() {
    super('model-unusable-answer', 'The language model gave no usable answer. The log explains it.', 500);
  }
}

/** Features were asked of a model that cannot give any: one of the model hub or a model server. */
export class NoExitError extends DomainError {
  constructor(readonly model: string) {
    super('model-no-exit', `${model} gives no features: heads run on the bundled model only.`, 409);
  }
}

/** A file of the bundled weights is missing or is not what it should be. */
export class WeightsDamagedError extends DomainError {
  constructor(
    readonly file: string,
    fault: string,
  ) {
    super('model-weights-damaged', `The model file ${file} ${fault} Restore it with: git checkout -- models`, 500);
  }
}
