import type { Dtype } from '@moodline/language-model/contract';
import type { FaultKind } from './engine/engine-fault';
import type { Priority, RolePrompt, Written } from './language-model';

/** First argument of the child process, as JSON. */
export interface ModelProcessArguments {
  readonly modelsDir: string;
  readonly modelName: string;
  readonly threads: number;
  /** Which of the model's graphs; `q4` by default. */
  readonly dtype?: Dtype;
}

export interface ChooseMessage {
  readonly type: 'choose';
  readonly id: number;
  readonly role: RolePrompt;
  readonly texts: readonly string[];
  readonly options: readonly string[];
  readonly priority: Priority;
}

export interface WriteMessage {
  readonly type: 'write';
  readonly id: number;
  readonly role: RolePrompt;
  readonly input: string;
  readonly maxTokens: number;
  readonly priority: Priority;
}

export interface FeaturesMessage {
  readonly type: 'features';
  readonly id: number;
  readonly role: RolePrompt;
  readonly texts: readonly string[];
  readonly priority: Priority;
}

/** Wants the features of each token, too. */
export interface ReadingsMessage extends Omit<FeaturesMessage, 'type'> {
  readonly type: 'readings';
}

/** Work for the child. */
export type WorkMessage = ChooseMessage | FeaturesMessage | ReadingsMessage | WriteMessage;

/** What the parent says. */
export type ToModel = WorkMessage | { readonly type: 'cancel'; readonly id: number };

/** Features of texts, one text behind the other. */
export interface FeaturesAnswer {
  readonly features: Float32Array;
  /** Features of one text. */
  readonly width: number;
}

/** Features of each token of texts and then of the text as a whole, one text behind the other. */
export interface ReadingsAnswer extends FeaturesAnswer {
  /** Per text where its tokens end. */
  readonly ends: readonly (readonly number[])[];
}

/** Probabilities, features or readings per text, or a written text. */
export type Answer = readonly (readonly number[] | null)[] | FeaturesAnswer | ReadingsAnswer | Written;

/** What the child says. `rss` is its memory in bytes. */
export type FromModel =
  | { readonly type: 'ready' }
  | { readonly type: 'failed'; readonly problem: string }
  | { readonly type: 'alive'; readonly rss: number }
  | { readonly type: 'piece'; readonly id: number; readonly piece: string }
  | { readonly type: 'answer'; readonly id: number; readonly answer: Answer; readonly rss: number }
  | {
      readonly type: 'refused';
      readonly id: number;
      readonly fault: FaultKind;
      readonly message: string;
      readonly rss: number;
    };
