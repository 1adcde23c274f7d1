import { resolve } from 'node:path';
import { AnswerCache, type ChoiceAnswer } from './answer-cache';
import { headDigest, headProbabilities, type Head } from './heads/head';
import { featuresDigest, readHeads, type Heads } from './heads/model-heads';
import {
  LanguageModel,
  type ChooseRequest,
  type Classes,
  type ClassifyRequest,
  type FeaturesRequest,
  type ModelStatus,
  type TextReading,
  type WriteRequest,
  type Written,
} from './language-model';
import { ModelUnavailableError, NoExitError } from './language-model.errors';
import type { Answer, FeaturesAnswer, ReadingsAnswer } from './model-messages';
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
  private readonly folder: string;
  private read: Heads | null = null;
  private digest: string | null = null;

  constructor(options: ChildModelOptions) {
    super();
    this.supervisor = new ModelSupervisor(options);
    this.model = options.model ?? options.place.modelName;
    this.folder = resolve(options.place.modelsDir, options.place.modelName);
  }

  override get heads(): Heads {
    return (this.read ??= readHeads(this.folder));
  }

  override get featuresBy(): string | null {
    return this.heads.size ? (this.digest ??= featuresDigest(this.folder)) : null;
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
    return this.answers.answer({ model: this.model, role, asked: options }, texts, (open) =>
      inMessages(open, async (part) => {
        const answer = await this.supervisor.ask({ type: 'choose', role, texts: part, options, priority }, { signal });
        if (!isChoice(answer) || answer.length !== part.length) throw unfitting();
        return answer;
      }),
    );
  }

  override async features({
    role,
    texts,
    priority = 'batch',
    signal,
  }: FeaturesRequest): Promise<(Float32Array | null)[]> {
    if (this.heads.size === 0) throw new NoExitError(this.model);
    return inMessages(texts, async (part) => {
      const answer = await this.supervisor.ask({ type: 'features', role, texts: part, priority }, { signal });
      if (!isFeatures(answer) || answer.features.length !== part.length * answer.width) throw unfitting();
      return part.map((_, index) => {
        const features = answer.features.subarray(index * answer.width, (index + 1) * answer.width);
        return features.every(Number.isFinite) ? features : null;
      });
    });
  }

  override async readings({
    role,
    texts,
    priority = 'batch',
    signal,
  }: FeaturesRequest): Promise<(TextReading | null)[]> {
    if (this.heads.size === 0) throw new NoExitError(this.model);
    return inMessages(texts, async (part) => {
      const answer = await this.supervisor.ask({ type: 'readings', role, texts: part, priority }, { signal });
      if (!isReadings(answer) || answer.ends.length !== part.length) throw unfitting();
      return apart(answer);
    });
  }

  override async classify({ heads, ...request }: ClassifyRequest): Promise<(Classes | null)[]> {
    const question = { model: this.model, role: request.role, asked: heads.map(headDigest) };
    const answers = await this.answers.answer(question, request.texts, async (open) => {
      const features = await this.features({ ...request, texts: open });
      return features.map((row, index) => row && chancesInARow(heads, row, open[index] ?? ''));
    });
    return answers.map((answer) => answer && byHead(heads, answer));
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
      if (isChoice(answer) || isFeatures(answer)) throw unfitting();
      return answer;
    } catch (error) {
      if (signal?.aborted && error === signal.reason) return { text, finish: 'cancelled' };
      throw error;
    }
  }
}

const unfitting = () => new ModelUnavailableError('its answer does not fit the question.');

function isChoice(answer: Answer): answer is readonly (readonly number[] | null)[] {
  return Array.isArray(answer);
}

const isFeatures = (answer: Answer): answer is FeaturesAnswer => 'features' in answer;
const isReadings = (answer: Answer): answer is ReadingsAnswer => 'ends' in answer;

/** The readings of texts that came as one long array. */
function apart({ features, width, ends }: ReadingsAnswer): (TextReading | null)[] {
  let row = 0;
  const next = () => features.subarray(row * width, ++row * width);
  return ends.map((own) => {
    const tokens = own.map((end) => ({ end, features: next() }));
    const whole = next();
    const isFinite = [...tokens.map((token) => token.features), whole].every((one) => one.every(Number.isFinite));
    return isFinite && whole.length ? { whole, tokens } : null;
  });
}

/** Sends many texts in several messages, one after the other. */
async function inMessages<Out>(
  texts: readonly string[],
  ask: (part: readonly string[]) => Promise<readonly Out[]>,
): Promise<Out[]> {
  const answers: Out[] = [];
  for (let start = 0; start < texts.length; start += TEXTS_PER_MESSAGE)
    answers.push(...(await ask(texts.slice(start, start + TEXTS_PER_MESSAGE))));
  return answers;
}

/** The probabilities of all heads as one answer, as the cache keeps it. */
function chancesInARow(heads: readonly Head[], features: Float32Array, text: string): ChoiceAnswer {
  const chances = heads.map((head) => headProbabilities(head, features, text));
  return chances.every((one) => one !== null) ? chances.flat() : null;
}

function byHead(heads: readonly Head[], chances: readonly number[]): Classes {
  let start = 0;
  return heads.map(({ options }) => chances.slice(start, (start += options.length)));
}
