import type { ModelProblem } from '@moodline/language-model/contract';
import { UnreadableSecretError } from '@moodline/shared/secrets';
import { DomainError } from '@moodline/shared/http';

/** A model server that cannot be used as it is: trying again at once is no use. `details` may hold the server's own words. */
export class ModelServerError extends DomainError {
  constructor(code: `model-server-${string}`, message: string, details?: unknown) {
    super(code, message, 503, details);
  }
}

/** A model that cannot be fetched. */
export class ModelDownloadError extends DomainError {
  constructor(code: `model-download-${string}`, message: string) {
    super(code, message, 503);
  }
}

/** A folder without the files of a model. */
export class ModelFolderError extends DomainError {
  constructor(path: string, missing: string) {
    super(
      'model-folder',
      `The folder ${path} has no ${missing}. It must be laid out as on the hub: config.json, tokenizer.json, tokenizer_config.json and the graph in onnx/.`,
      422,
    );
  }
}

/** The model of the hub is not on this machine yet. */
export class ModelNotDownloadedError extends DomainError {
  constructor(modelId: string) {
    super('model-not-downloaded', `${modelId} is not on this machine yet. Download it first.`, 409);
  }
}

/** Weights that are there but do not load or do not answer. */
export class ModelLoadError extends DomainError {
  constructor(reason: string) {
    super('model-load', `The model could not be loaded: ${reason}`, 422);
  }
}

/** What a person is told of an error; the words of an unknown one stay as they are. */
export function modelProblem(error: unknown): ModelProblem {
  if (error instanceof DomainError) return { code: error.code, message: error.message };
  if (error instanceof UnreadableSecretError) return { code: 'model-key-unreadable', message: error.message };
  return { code: 'model-failed', message: error instanceof Error ? error.message : String(error) };
}
