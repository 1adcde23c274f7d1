import { DomainError } from '@moodline/shared/http';

/** The bundled model gets too many translations wrong to offer them: see docs/models.md. */
export class TranslationNeedsModelError extends DomainError {
  constructor() {
    super(
      'translation-needs-model',
      'The bundled model is too small to translate well. Choose a larger model for writing in the settings (Model); then comments can be translated.',
      409,
    );
  }
}
