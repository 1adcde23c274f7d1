import { AnswerCache } from './answer-cache';
import { LanguageModel, type ChooseRequest, type ModelStatus, type WriteRequest, type Written } from './language-model';
import { ModelUnavailableError } from './language-model.errors';
import { ModelSupervisor, type SupervisorOptions } from './model-supervisor';

/** Generated tokens of a text whose writer sets no limit. */
const DEFAULT_MAX_TOKENS = 256;
/** Texts in one message to the child; enough to sort by length, few enough to try again after a crash. */
const TEXTS_PER_MESSAGE = 256;

/** The bundled weights, run in a child process that is restarted when it dies. */
export class ChildLanguageModel extends LanguageModel {
  private readonly supervisor: ModelSupervisor;
  private readonly model: string;
  private readonly answers = new AnswerCache();

  constructor(options: SupervisorOptions) {
    super();
    this.supervisor = new ModelSupervisor(options);
    this.model = options.place.modelName;
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

  async choose({ role, texts, options, priority = 'batch', signal }: ChooseRequest): Promise<(readonly number[] | null)[]> {
    const keys = this.answers.keys({ model: this.model, role, options }, texts);
    const fresh = new Map<string, readonly number[] | null>();
    const open = new Map<string, string>();
    keys.forEach((key, index) => {
      const known = this.answers.get(key);
      if (known) fresh.set(key, known);
      else open.set(key, texts[index] ?? '');
    });
    const asked = [...open];
    for (let start = 0; start < asked.length; start += TEXTS_PER_MESSAGE) {
      const part = asked.slice(start, start + TEXTS_PER_MESSAGE);
      const question = { type: 'choose', role, texts: part.map(([, text]) => text), options, priority } as const;
      const answer = await this.supervisor.ask(question, { signal });
      if (!isChoice(answer) || answer.length !== part.length) throw new ModelUnavailableError('its answer does not fit the question.');
      part.forEach(([key], index) => {
        const chances = answer[index] ?? null;
        fresh.set(key, chances);
        if (chances) this.answers.set(key, chances);
      });
    }
    return keys.map((key) => fresh.get(key) ?? null);
  }

  async write({ role, input, maxTokens = DEFAULT_MAX_TOKENS, onToken, priority = 'interactive', signal }: WriteRequest): Promise<Written> {
    let text = '';
    const onPiece = (piece: string) => {
      text += piece;
      onToken?.(piece);
    };
    try {
      const answer = await this.supervisor.ask({ type: 'write', role, input, maxTokens, priority }, { signal, onPiece });
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
