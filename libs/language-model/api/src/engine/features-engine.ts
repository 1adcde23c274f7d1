import type { RolePrompt } from '../language-model';
import type { ModelSession } from './model-session';
import type { PrefixCache } from './prefix-cache';
import type { PromptTokens } from './prompt-tokens';
import type { Steps } from './step-queue';
import { EXIT_TOKEN_BUDGET, tokenBatches } from './token-batches';

/** Texts tokenised before others get a turn, some tens of milliseconds of work. */
const TOKENISED_AT_ONCE = 64;

export interface Featured {
  readonly role: RolePrompt;
  readonly texts: readonly string[];
}

/** Reads texts up to the exit of the graph: numbers that heads turn into probabilities, for half of the time. */
export class FeaturesEngine {
  constructor(
    private readonly session: ModelSession,
    private readonly prompt: PromptTokens,
    private readonly prefixes: PrefixCache<'exit'>,
    private readonly tokenBudget: number = EXIT_TOKEN_BUDGET,
  ) {}

  /**
   * One batch a step.
   * @returns the features of each text, at the place where the model would begin to answer
   * @throws Error when the graph has no exit
   */
  async *features({ role, texts }: Featured): Steps<Float32Array[]> {
    if (!this.session.hasExit) throw new Error('This model has no exit: it gives no features.');
    const prefix = yield* this.prefixes.of(role);
    const rows: number[][] = [];
    for (const text of texts) {
      if (rows.length > 0 && rows.length % TOKENISED_AT_ONCE === 0) yield;
      rows.push(this.prompt.clippedUserTurn(text));
    }
    const features: Float32Array[] = [];
    const lengths = rows.map((row) => row.length);
    const limits = { tokens: this.tokenBudget, rows: this.session.rowsAtOnce(prefix), keptCost: 0 };
    for (const batch of tokenBatches(lengths, limits)) {
      const read = await this.session.readFeatures(
        batch.map((index) => rows[index] ?? []),
        prefix,
      );
      batch.forEach((index, row) => (features[index] = read[row] ?? new Float32Array(0)));
      yield;
    }
    return features;
  }
}
