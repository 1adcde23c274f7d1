import { AnswerCache, type ChoiceAnswer } from './answer-cache';
import { LanguageModel, type ChooseRequest, type ModelStatus, type WriteRequest, type Written } from './language-model';
import { ModelUnavailableError } from './language-model.errors';
import { ModelSupervisor, type SupervisorOptions } from './model-supervisor';

/** Generated tokens of a text whose writer sets no limit. */
const DEFAULT_MAX_TOKENS = 256;
/** Texts in one message to the child; enough to sort by length, few enough to try again after a crash. */
const TEXTS_PER_MESSAGE = 256;

export interface ChildModelOptions extends SupervisorOptions {
  /** What labels call the model; by default the name of its folder. */
  readonly model?: string;
}

/** Weights on this machine, run in a child process that is restarted when it dies. */
export class ChildLanguageModel extends LanguageModel {
  private readonly supervisor: ModelSupervisor;
  private readonly model: string;
  private readonly answers = new AnswerCache();

  constructor(options: ChildModelOptions) {
    super();
    this.supervisor = new ModelSupervisor(options);
    this.model = options.model ?? options.place.modelName;
  }

  /** Starts the child without waiting for it; `status()` tells when it is ready. */
  start(): void {
    this.supervisor.start();
  }

  /** Ends the child; requests still waiting are rejected. */
  close(): Promise<void> {
    return this.supervisor.close();
  }

  status(): ModelStatus {
    return { ...this.supervisor.status(), model: this.model };
  }

  async choose({ role, texts, options, priority = 'batch', signal }: ChooseRequest): Promise<ChoiceAnswer[]> {
    return this.answers.answer({ model: this.model, role, options }, texts, async (open) => {
      const answers: ChoiceAnswer[] = [];
      for (let start = 0; start < open.length; start += TEXTS_PER_MESSAGE) {
        const part = open.slice(start, start + TEXTS_PER_MESSAGE);
        const answer = await this.supervisor.ask({ type: 'choose', role, texts: part, options, priority }, { signal });
        if (!isChoice(answer) || answer.length !== part.length)
          throw new ModelUnavailableError('its answer does not fit the question.');
        answers.push(...answer);
      }
      return answers;
    });
  }

  async write({
    role,
    input,
    maxTokens = DEFAULT_MAX_TOKENS,
    onToken,
    priority = 'interactive',
    signal,
  }: WriteRequest): Promise<Written> {
    let text = '';
    const onPiece = (piece: string) => {
      text += piece;
      onToken?.(piece);
    };
    try {
      const answer = await this.supervisor.ask(
        { type: 'write', role, input, maxTokens, priority },
        { signal, onPiece },
      );
      if (isChoice(answer)) throw new ModelUnavailableError('its answer does not fit the question.');
      return answer;
    } catch (error) {
      if (signal?.aborted && error === signal.reason) return { text, finish: 'cancelled' };
      throw error;
    }
  }
}

function isChoice(answer: readonly unknown[] | Written): answer is readonly (readonly number[] | null)[] {
  return Array.isArray(answer);
}
