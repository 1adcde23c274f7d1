import type { ModelTask } from '@moodline/language-model/contract';
import { headProbabilities, type Head } from './heads/head';
import { NO_HEADS, type Heads } from './heads/model-heads';
import { NoExitError } from './language-model.errors';

/** The words that make one Qwen play a part: a name, a version and the system prompt. `name@version` keys the prefix cache. */
export interface RolePrompt {
  readonly name: string;
  readonly version: number;
  readonly system: string;
}

/**
 * Interactive requests overtake batch work between two batches. Where a request does not say, `choose` is batch work and
 * `write` is interactive.
 */
export type Priority = 'interactive' | 'batch';

export interface ChooseRequest {
  readonly role: RolePrompt;
  readonly texts: readonly string[];
  /** Answers to choose among, for example POSITIVE, NEGATIVE, NEUTRAL. */
  readonly options: readonly string[];
  readonly priority?: Priority;
  /** Aborting rejects the request with the signal's reason. */
  readonly signal?: AbortSignal;
}

export interface FeaturesRequest {
  /** The prompt that stands before each text. Heads hold for the prompt they were fitted with. */
  readonly role: RolePrompt;
  readonly texts: readonly string[];
  readonly priority?: Priority;
  /** Aborting rejects the request with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** What the model knows of a text when it has read it up to its exit: as a whole, and as far as it had come at each token. */
export interface TextReading {
  readonly whole: Float32Array;
  readonly tokens: readonly TokenReading[];
}

export interface TokenReading {
  /** How many characters (UTF-16) of the text had been read with it. */
  readonly end: number;
  readonly features: Float32Array;
}

export interface ClassifyRequest extends FeaturesRequest {
  readonly heads: readonly Head[];
}

/** Per head (in the order of the request) one probability per option of the head. */
export type Classes = readonly (readonly number[])[];

export interface WriteRequest {
  readonly role: RolePrompt;
  readonly input: string;
  /** Upper limit of generated tokens, 256 by default. */
  readonly maxTokens?: number;
  /** Receives each new piece of text as it is written. */
  readonly onToken?: (piece: string) => void;
  readonly priority?: Priority;
  /** Aborting ends the text within a token; what was written so far is returned as `cancelled`. */
  readonly signal?: AbortSignal;
}

export interface Written {
  readonly text: string;
  readonly finish: 'stop' | 'length' | 'cancelled';
}

export interface ModelStatus {
  readonly state: 'starting' | 'ready' | 'restarting' | 'failed';
  readonly model: string;
  /** Process id of the child that runs the weights, null while there is none. */
  readonly pid: number | null;
  /** What went wrong last, as a sentence a person can act on; null when all is well. */
  readonly problem: string | null;
}

/**
 * The one entry to the model. An injectable abstract class, so that a domain can be tested
 * with a double while the product and the evaluations run the real weights.
 */
export abstract class LanguageModel {
  /**
   * Probability of each option for each text, by one forward pass and without generating.
   * @returns per text (same order) one probability per option (same order), summing to 1; null where the model gave no
   *   usable number for that text (for example NaN).
   * @throws ModelUnavailableError when the model cannot be started; the request itself is tried again after a crash.
   */
  abstract choose(request: ChooseRequest): Promise<(readonly number[] | null)[]>;

  /** The heads that come with the weights; none where the model has no exit (models of the hub, model servers). */
  get heads(): Heads {
    return NO_HEADS;
  }

  /** Tells the features of this model from those of others; null where it gives none. */
  get featuresBy(): string | null {
    return null;
  }

  /**
   * What the model knows of each text when it has read it up to its exit: numbers to be read by heads.
   * @returns per text (same order) its features; null where one of them is not a finite number
   * @throws NoExitError when the model has none; else as {@link choose}
   */
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- a model with an exit overrides this
  features(_request: FeaturesRequest): Promise<(Float32Array | null)[]> {
    return Promise.reject(new NoExitError(this.status().model));
  }

  /**
   * As {@link features}, with what the model knew at each token. Of a text of more than 96 tokens those in the middle are left out.
   * @throws as {@link features}
   */
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- a model with an exit overrides this
  readings(_request: FeaturesRequest): Promise<(TextReading | null)[]> {
    return Promise.reject(new NoExitError(this.status().model));
  }

  /**
   * Probabilities of all options of several heads for each text, from one pass over the text.
   * @returns per text (same order) the probabilities by head; null where the model gave no usable number
   * @throws as {@link features}
   */
  async classify({ heads, ...request }: ClassifyRequest): Promise<(Classes | null)[]> {
    const features = await this.features(request);
    return features.map((row, index) => row && classesOf(heads, row, request.texts[index] ?? ''));
  }

  /**
   * Writes a text in a role, token by token.
   * @throws ModelUnavailableError when the model cannot be started.
   * @throws WritingInterruptedError when it went down after a part of the text was streamed.
   * @throws InputTooLongError when prompt, input and answer do not fit into the model's context.
   */
  abstract write(request: WriteRequest): Promise<Written>;

  /** What the model of a task is doing now; cheap. */
  abstract status(task?: ModelTask): ModelStatus;

  /**
   * The model that does a task at this moment. Work that names its model in what it stores (a label does) asks this one from
   * beginning to end: the settings may put another in its place meanwhile.
   */
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- a model by itself does every task; the one that routes overrides this
  inForce(_task: ModelTask): LanguageModel {
    return this;
  }
}

function classesOf(heads: readonly Head[], features: Float32Array, text: string): Classes | null {
  const classes = heads.map((head) => headProbabilities(head, features, text));
  return classes.every((chances) => chances !== null) ? classes : null;
}
